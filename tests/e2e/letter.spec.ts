// Letters: three people, three notes; a pasted note is caught; what was typed stays.
import type { Locator, Page } from '@playwright/test';
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { opened } from './story';

const people = ['Dana Reyes', 'Ben Ode', 'Priya Nair'];

/** An interview with three people, noted in the form. */
async function noteInterview(page: Page): Promise<void> {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company', { exact: true }).fill('Acme');
  for (const [at, name] of people.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Add another person' }).click();
    await page.getByLabel('Name', { exact: true }).nth(at).fill(name);
    await page.getByLabel('Email').nth(at).fill(`${name.split(' ')[0]!.toLowerCase()}@acme.example`);
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
}

/** The way from Today to the note for a person. */
function noteFor(page: Page, name: string): Locator {
  return page.getByRole('link', { name: new RegExp(`^Write it ?: Thank ${name}`) });
}

const letter = (page: Page): Locator => page.getByLabel('Letter', { exact: true });

test('three people are thanked in under 25 taps beyond the personal lines', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await noteInterview(page);
  let taps = 0;
  const tap = async (what: Locator) => {
    taps += 1;
    await what.click();
  };
  const sent: string[] = [];
  for (const name of people) {
    await tap(noteFor(page, name));
    await page.getByLabel('What you talked about').fill(`the garden that ${name} keeps`);
    await expect(letter(page)).toHaveValue(/the garden that/);
    await tap(page.getByRole('main').locator('.actions summary', { hasText: 'Other ways' }));
    const entries = await page.locator('.actions .menu__list').boundingBox();
    expect(entries!.y + entries!.height, 'the menu is on the screen').toBeLessThanOrEqual(page.viewportSize()!.height);
    await tap(page.getByRole('button', { name: 'Copy the text' }));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`Hi ${name.split(' ')[0]},`);
    sent.push(copied);
    await tap(page.getByRole('button', { name: 'Sent', exact: true }));
    await expect(page.getByRole('status')).toContainText(`Thank-you to ${name} marked as sent`);
  }
  expect(taps).toBeLessThan(25);
  expect(new Set(sent.map((text) => text.split('\n')[2])).size).toBe(3);

  // Taken back, it can be written again.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(noteFor(page, people[2]!)).toBeVisible();
});

test('a note pasted from another, with the name forgotten, is caught', async ({ page }) => {
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  await page.getByLabel('What you talked about').fill('the lake behind the office');
  await expect(letter(page)).toHaveValue(/the lake behind the office/);
  const first = await letter(page).inputValue();
  await page.getByRole('button', { name: 'Sent', exact: true }).click();

  await noteFor(page, 'Ben Ode').click();
  await letter(page).fill(first);
  await expect(page.getByText('This goes to Ben Ode, and it greets Dana.', { exact: true })).toBeVisible();
  await expect(page.getByText(/^[^:]*also in your note to Dana Reyes. They may compare/)).toBeVisible();
  await expect(page.locator('.letter__marks mark').first()).toBeAttached();
  await page.getByRole('button', { name: /^Put “Ben”/ }).click();
  await expect(letter(page)).toHaveValue(/^Hi Ben,/);
  await expect(page.getByText('This goes to Ben Ode, and it greets Dana.', { exact: true })).toHaveCount(0);
});

test('what goes out at the last key is judged and kept with that key', async ({ page }) => {
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  await letter(page).evaluate((field: HTMLTextAreaElement) => {
    field.value = 'Hi Dana,\n\nthank you. Do you have any update?';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // In the same breath: the checks have had no pause to speak in.
    [...document.querySelectorAll('button')].find((button) => button.textContent === 'Sent')!.click();
  });
  await page.goto('./#/pipeline');
  await page.getByRole('main').getByRole('link', { name: /Acme/ }).click();
  await page.getByText('What happened').click();
  await expect(page.getByText('You thanked Dana Reyes, against the advice', { exact: true })).toBeVisible();
  await expect(page.getByText('Do you have any update?')).toBeAttached();
});

test('the checks speak as a letter opens, before anything is typed', async ({ page }) => {
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  await expect(page.getByRole('heading', { name: /to look at$/ })).toBeVisible();
  await expect(page.getByText(/^It is not signed\./)).toBeVisible();
});

for (const grows of [true, false]) {
  const browsers = grows ? 'browsers' : 'browsers that do not size fields themselves';
  test(`the field has the height of its text, and marks lie behind their words, in ${browsers}`, async ({ page }) => {
    if (!grows) {
      await page.addInitScript(() => {
        CSS.supports = () => false;
      });
    }
    await noteInterview(page);
    await noteFor(page, 'Dana Reyes').click();
    if (!grows) {
      await letter(page).evaluate((field) => {
        field.style.setProperty('field-sizing', 'fixed');
        field.style.blockSize = '100%';
      });
    }
    await letter(page).fill(`Hi Dana,\n\nthanks for [the thing] ${'and many words on it '.repeat(99)}`);
    const mark = page.locator('.letter__marks mark', { hasText: '[the thing]' });
    await expect(mark).toBeAttached();
    const laid = await page.locator('.letter__marks').evaluate((marks) => marks.textContent!.replace('\u200B', ''));
    const text = await letter(page).inputValue();
    expect(text.startsWith(laid)).toBe(true);
    expect(laid.length).toBeGreaterThan(text.indexOf('[the thing]'));
    const hidden = await letter(page).evaluate((field) => field.scrollHeight - field.clientHeight);
    expect(hidden, 'pixels of the text out of sight').toBeLessThanOrEqual(0);
    const place = async (what: Locator) => (await what.boundingBox())!;
    const [field, marks] = [await place(letter(page)), await place(page.locator('.letter__marks'))];
    expect([marks.x, marks.y, marks.width, marks.height]).toEqual([field.x, field.y, field.width, field.height]);
    await fitsWidth(page);
  });
}

test('what was typed is there after a reload, and other versions do not lose it', async ({ page }) => {
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  await letter(page).fill('Hi Dana,\n\nMy own words.');
  await page.reload();
  await expect(letter(page)).toHaveValue('Hi Dana,\n\nMy own words.');
  await page.getByRole('radio', { name: 'Formal' }).check();
  await expect(letter(page)).toHaveValue(/^Dear Dana Reyes,/);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(letter(page)).toHaveValue('Hi Dana,\n\nMy own words.');
});

test('a look back flows into the note that it can still reach', async ({ page }) => {
  await noteInterview(page);
  await (await opened(page, 'Look back at Acme, once')).getByRole('link', { name: /^Look back ?:/ }).click();
  await expect(page.getByText('Both go into your thank-you to Dana.')).toBeVisible();
  await page.getByLabel('A point you did not get to make').fill('I have led two such moves');
  await page.getByLabel('What to remember').fill('Ask about the team first');
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('button', { name: 'Done looking back' }).click();
  await page.goto('./#/today');
  await noteFor(page, 'Dana Reyes').click();
  await expect(letter(page)).toHaveValue(/I have led two such moves/);
});

test('a letter and the templates fit and satisfy axe; a template is used', async ({ page }) => {
  await noteInterview(page);
  await page.goto('./#/templates');
  await page.getByRole('button', { name: 'Add a template' }).click();
  await page.getByLabel('Name for the menu').fill('My own');
  await page.getByLabel('Text', { exact: true }).fill('Hi {name},\n\nthanks for having me at {company}.');
  await axe(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('My own', { exact: true })).toBeVisible();
  await fitsWidth(page);
  await page.goto('./#/today');
  await noteFor(page, 'Dana Reyes').click();
  await page.getByText('Templates', { exact: true }).click();
  await page.getByRole('button', { name: 'My own' }).click();
  await expect(letter(page)).toHaveValue('Hi Dana,\n\nthanks for having me at Acme.');
  await fitsWidth(page);
  await axe(page);
});

test('wording of one\'s own that was put aside for another version is there at the next visit, and comes back', async ({ page }) => {
  await noteInterview(page);
  await opened(page, 'Thank Ben Ode');
  await noteFor(page, 'Ben Ode').click();
  await letter(page).fill('Ben, the swing in your garden made my day.');
  await page.getByRole('button', { name: 'Another version' }).click();
  await expect(letter(page)).not.toHaveValue(/swing/);
  await expect(page.getByText('Your own wording is put aside.')).toBeInViewport();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await page.reload();
  await opened(page, 'Thank Ben Ode');
  await page.getByRole('link', { name: /: Thank Ben Ode/ }).click();
  // A second wording of one's own does not take the place of the first.
  await letter(page).press('End');
  await letter(page).pressSequentially(' And the second one.');
  await page.getByRole('button', { name: 'Another version' }).click();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(letter(page)).toHaveValue(/And the second one\./);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(letter(page)).toHaveValue('Ben, the swing in your garden made my day.');
});

/** Keeps the page where it is when the mail program is asked to open, and notes with what. */
async function catchMail(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const held = window as unknown as { mailed: string[] };
    held.mailed = [];
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a[href^="mailto:"]');
      if (link) {
        event.preventDefault();
        held.mailed.push(link.getAttribute('href')!);
      }
    });
  });
  return () => page.evaluate(() => (window as unknown as { mailed: string[] }).mailed);
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const sentButton = (page: Page) => page.getByRole('button', { name: 'Sent', exact: true });

test('where no mail program opens, address, subject and text are copied one by one', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  const mailed = await catchMail(page);
  const help = page.locator('.notice', { hasText: 'Nothing opened?' });
  await expect(help).toHaveCount(0);
  await page.getByRole('link', { name: 'Open in mail' }).click();
  expect((await mailed())[0]).toMatch(/^mailto:dana@acme\.example\?subject=.+&body=Hi%20Dana/);
  await expect(help).toContainText('dana@acme.example');
  await expect(help).toBeInViewport();
  // Nothing has left yet, as far as anybody knows.
  await expect(sentButton(page)).toHaveAttribute('data-kind', 'plain');
  await fitsWidth(page);
  await axe(page);
  await help.getByRole('button', { name: 'Copy the address' }).click();
  await expect.poll(() => clipboard(page)).toBe('dana@acme.example');
  await help.getByRole('button', { name: 'Copy the subject' }).click();
  await expect.poll(() => clipboard(page)).toBe(await page.getByLabel('Subject').inputValue());
  await expect(sentButton(page)).toHaveAttribute('data-kind', 'plain');
  await help.getByRole('button', { name: 'Copy the text' }).click();
  await expect.poll(() => clipboard(page)).toBe(await letter(page).inputValue());
  await expect(sentButton(page)).toHaveAttribute('data-kind', 'primary');
});

test('once the user was away and comes back, Sent leads', async ({ page }) => {
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  await catchMail(page);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('link', { name: 'Open in mail' }).click();
  await expect(sentButton(page)).toHaveAttribute('data-kind', 'plain');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(sentButton(page)).toHaveAttribute('data-kind', 'primary');
});

test('a letter too long for a link goes with address and subject, and its text is on the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  const mailed = await catchMail(page);
  const long = `Dana，${'谢谢您今天抽出时间。'.repeat(40)}`;
  await letter(page).fill(long);
  await expect(page.locator('#letter-length')).toHaveText('201 words');
  await page.getByRole('link', { name: 'Open in mail' }).click();
  expect((await mailed())[0]).toMatch(/^mailto:dana@acme\.example\?subject=[^&]+$/);
  await expect.poll(() => clipboard(page)).toBe(long);
  await expect(page.locator('.toast')).toContainText('the text is copied');
});

test.describe('on Android', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36' });

  test('the share sheet stands first, and the mail program next', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      const held = window as unknown as { shared: ShareData[] };
      held.shared = [];
      navigator.share = async (data) => { held.shared.push(data!); };
    });
    await noteInterview(page);
    await noteFor(page, 'Dana Reyes').click();
    const mailed = await catchMail(page);
    await page.getByText('Other ways', { exact: true }).click();
    await page.getByRole('link', { name: 'Open in mail' }).click();
    expect(await mailed()).toHaveLength(1);
    const share = page.getByRole('main').getByRole('button', { name: 'Share', exact: true });
    await expect(share).toHaveAttribute('data-kind', 'primary');
    await fitsWidth(page);
    await share.click();
    const shared = await page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
    // The text as it is, its paragraphs too; the address is for the To line.
    expect(shared).toEqual([{ title: await page.getByLabel('Subject').inputValue(), text: await letter(page).inputValue() }]);
    expect(shared[0]!.text).toContain('\n\n');
    expect(await clipboard(page)).toBe('dana@acme.example');
    await expect(sentButton(page)).toHaveAttribute('data-kind', 'primary');
  });
});

test('where no address is known the letter asks for it, and can be mailed at once', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company', { exact: true }).fill('Acme');
  await page.getByLabel('Name', { exact: true }).fill('Dana Reyes');
  await page.getByRole('button', { name: 'Save' }).click();
  await (await opened(page, 'Find out how to reach Dana Reyes')).getByRole('button', { name: 'I can reach them' }).click();
  await noteFor(page, 'Dana Reyes').click();
  const address = page.getByLabel('The email address of Dana Reyes');
  await expect(page.getByRole('button', { name: 'Copy the text', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open in mail' })).toHaveCount(0);
  await fitsWidth(page);
  await axe(page);
  await address.fill('dana@acme.example');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(address).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open in mail' })).toHaveAttribute('href', /^mailto:dana@acme\.example\?/);
});

test('a follow-up shows what was written before, to its own addressee, too', async ({ page }) => {
  await setClock(page, '2026-06-09T14:33');
  await noteInterview(page);
  for (const name of people) {
    await noteFor(page, name).click();
    await expect(page.getByRole('heading', { name: 'Written before' }), 'a thank-you is held against the others').toHaveCount(0);
    await page.getByRole('button', { name: 'Sent', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  }
  await setClock(page, '2026-06-18T10:00');
  await page.reload();
  await page.getByRole('link', { name: /^Write it ?: Ask Acme/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Written before' })).toBeVisible();
  await expect(page.locator('.letter__other')).toHaveCount(people.length);
});

test('Ctrl and Enter open the letter in mail', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no such keys');
  await noteInterview(page);
  await noteFor(page, 'Dana Reyes').click();
  const mailed = await catchMail(page);
  await letter(page).focus();
  await page.keyboard.press('Control+Enter');
  expect(await mailed()).toHaveLength(1);
  await expect(page.getByText('Nothing opened?')).toBeVisible();
});
