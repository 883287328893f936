// What was just done is said, with the way back, and never stands in the way.
import type { Page } from '@playwright/test';
import { expect, openEmpty, setClock, test } from './support';
import { card, noteInterview, onScreen, opened, theyWrote, toast, toCompany } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

/** The main actions in sight upon which the toast stands. */
const covered = (page: Page) => page.evaluate(() => {
  const note = document.querySelector('.toast:not([data-empty])')!.getBoundingClientRect();
  const actions = [...document.querySelectorAll('main :is([data-kind=primary], [data-kind=grave]), dialog[open] button')];
  return actions.filter((action) => {
    const at = action.getBoundingClientRect();
    return at.height > 0 && at.top < note.bottom && at.bottom > note.top && at.left < note.right && at.right > note.left;
  }).map((action) => action.textContent);
});

/** Lets so many milliseconds pass for whoever asks how long the page is open. */
const later = (page: Page, by: number) => page.evaluate((by) => {
  const real = performance.now.bind(performance);
  performance.now = () => real() + by;
}, by);

for (const height of [844, 664]) {
  test(`on a phone of 390 × ${height} it never stands upon the main action, wherever the page is scrolled to`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height });
    await openEmpty(page, 'interview');
    await noteInterview(page);
    await expect(toast(page)).toBeVisible();
    const scroll = async () => {
      const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      for (let at = 0; at <= end; at += 90) {
        await page.evaluate((at) => new Promise<void>((done) => {
          scrollTo(0, at);
          // One frame for the page to hear of it, one to answer.
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
        }), at);
        expect(await covered(page), `scrolled by ${at}`).toEqual([]);
      }
      await page.evaluate(() => scrollTo(0, 0));
    };
    await scroll();
    await card(page, 'Thank Dana Reyes').getByRole('button', { name: /^Sent already/ }).click();
    await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
    await expect.poll(() => covered(page)).toEqual([]);
    await toCompany(page, 'Thank Sam Ito');
    await onScreen(page, 'Northwind');
    await (await opened(page, 'Thank Sam Ito')).getByRole('button', { name: /^Sent already/ }).click();
    await expect(card(page, 'Thank Sam Ito')).toHaveCount(0);
    await expect.poll(() => covered(page)).toEqual([]);
    await scroll();
    await page.goto('./#/interview');
    await page.getByLabel('Company').fill('Contoso');
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(toast(page)).toContainText('The form is empty again');
    await expect.poll(() => covered(page)).toEqual([]);
  });
}

test('on a phone it never stands upon what erases everything', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEmpty(page, 'data');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await expect(toast(page)).toContainText('Your browser is saving');
  const erase = page.getByRole('button', { name: 'Erase everything' });
  const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  for (let at = 0; at <= end; at += 60) {
    await page.evaluate((at) => new Promise<void>((done) => {
      scrollTo(0, at);
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    }), at);
    expect(await covered(page), `scrolled by ${at}`).toEqual([]);
  }
  await erase.click();
  await expect(page.getByRole('dialog', { name: 'Erase everything?' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep everything' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('it leaves by itself after some seconds, and not while somebody is at it', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toast(page).getByRole('button', { name: 'Undo' }).focus();
  await page.waitForFunction((since) => performance.now() > since + 9_000, await page.evaluate(() => performance.now()));
  await expect(toast(page)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await expect(toast(page)).toHaveCount(0, { timeout: 12_000 });
});

test('its words alone are announced', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await expect(toast(page).getByRole('status')).toHaveText(/^\S.*\S$/);
  await expect(toast(page).getByRole('status').getByRole('button')).toHaveCount(0);
});

test('several steps are taken back one after the other, and done again', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  for (const name of ['Dana Reyes', 'Sam Ito', 'Lea Brandt']) {
    await (await opened(page, `Thank ${name}`)).getByRole('button', { name: /^Sent already/ }).click();
    await expect(card(page, `Thank ${name}`)).toHaveCount(0);
  }
  for (const name of ['Lea Brandt', 'Sam Ito', 'Dana Reyes']) {
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(card(page, `Thank ${name}`)).toBeVisible();
  }
  await toast(page).getByRole('button', { name: 'Redo' }).click();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(card(page, 'Thank Sam Ito')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
});

test('it belongs to the screen on which it was done, and is gone on the next', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await later(page, 11_000);
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await onScreen(page, 'People');
  await expect(toast(page)).toHaveCount(0);
});

test('it does not go along to where one types', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await page.waitForFunction((since) => performance.now() > since + 1_100, await page.evaluate(() => performance.now()));
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  await onScreen(page, 'Thank-you to Dana Reyes');
  await expect(toast(page)).toHaveCount(0);
});

test('it leaves when a dialog opens, and what is said while one is open is said there', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await (await opened(page, 'Thank Sam Ito')).getByRole('button', { name: /^Sent already/ }).click();
  await expect(card(page, 'Thank Sam Ito')).toHaveCount(0);
  await toCompany(page, 'Thank Dana Reyes');
  await expect(toast(page)).toBeVisible();
  const form = await theyWrote(page, 'A no');
  await expect(toast(page)).toHaveCount(0);
  await form.getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Control+z');
  await expect(form.getByRole('status')).toHaveText(/\S/);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(card(page, 'Sam Ito')).toContainText(/tomorrow/);
});

test('a way back that nobody had the time to read goes along', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await onScreen(page, 'People');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Dana Reyes')).toHaveCount(0);
});
