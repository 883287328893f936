// A page that the browser translates: each text is taken off the page, and stands there in elements of the translator.
import type { Page } from '@playwright/test';
import { expect, openEmpty, setClock, test } from './support';
import { card, noteInterview, onScreen, opened, theyWrote, THREE, toast, toCompany, unfold } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

/** Translates the page as Chrome does, and goes on as it changes. The words stay, so that each can be looked for. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wrap = (text: Text) => {
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest('font, script, style, textarea, [translate=no]')) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    };
    const wrapAll = (within: Node) => {
      const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      texts.forEach(wrap);
    };
    const follow = new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') wrap(target as Text);
        for (const node of addedNodes) if (node instanceof Text) wrap(node); else wrapAll(node);
      }
    });
    follow.observe(document.body, { childList: true, subtree: true, characterData: true });
    wrapAll(document.body);
  });
}

test('the main job is done on a translated page, and each card keeps to its own words', async ({ page }) => {
  await openEmpty(page, 'interview');
  await translate(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved yet: two things above need a look.')).toBeVisible();
  await page.getByLabel('Company').fill('Northwind');
  await expect(page.getByText('Not saved yet: one thing above needs a look.')).toBeVisible();
  await expect(page.getByText('Not saved yet: two things above need a look.')).toHaveCount(0);
  await noteInterview(page);

  for (const [place, { name }] of THREE.entries()) {
    await (await opened(page, `Thank ${name}`)).getByRole('link', { name: /^Write it/ }).click();
    await onScreen(page, `Thank-you to ${name}`);
    await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(new RegExp(`^Hi ${name.split(' ')[0]},`));
    expect(await page.locator('.letter__paper font').count(), 'the letter is not translated').toBe(0);
    await page.getByRole('button', { name: 'Sent', exact: true }).click();
    await onScreen(page, 'Today');
    await expect(toast(page).getByRole('status')).toHaveText(`Thank-you to ${name} marked as sent`);
    await expect(card(page, `Thank ${name}`)).toHaveCount(0);
    const rest = THREE.slice(place + 1);
    for (const { name } of rest) await expect(card(page, `Thank ${name}`)).toHaveCount(1);
  }
  // What is taken back is what the words beside the button say.
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Thank Lea Brandt')).toBeVisible();
  await expect(toast(page).getByRole('status')).not.toContainText('marked as sent');
});

test('cards are done and skipped on a translated page, and what is noted is what was tapped', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await translate(page);
  const skip = async (title: string) => {
    const it = await opened(page, title);
    await it.locator('summary').filter({ hasText: /^Not now/ }).click();
    await it.getByRole('button', { name: 'Skip it' }).click();
    await expect(card(page, title)).toHaveCount(0);
  };
  await skip('Thank Dana Reyes');
  await skip('Thank Sam Ito');
  await expect(card(page, 'Thank Lea Brandt')).toBeVisible();
  const [first, second] = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('afterword/opportunity/'))!;
    const events = JSON.parse(localStorage.getItem(key)!).data.events as unknown[];
    const people = Object.keys(localStorage).filter((key) => key.startsWith('afterword/person/'));
    const nameOf = (event: unknown) => {
      const key = people.find((key) => JSON.stringify(event).includes(key.split('/').pop()!))!;
      return JSON.parse(localStorage.getItem(key)!).data.name as string;
    };
    return events.slice(-2).map(nameOf);
  });
  expect([first, second]).toEqual(['Dana Reyes', 'Sam Ito']);
});

test('what they wrote is told on a translated page', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await translate(page);
  await toCompany(page, 'Thank Dana Reyes');
  const form = await theyWrote(page, 'A no');
  await form.getByLabel('Who said no').selectOption('Lea Brandt');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await unfold(page, 'What happened');
  await expect(page.getByText('Lea Brandt said no', { exact: true })).toBeVisible();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Lea Brandt said no', { exact: true })).toHaveCount(0);
});
