// Today as it was last seen stands in for the app until that is here. What is done to it is done.
import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, mounted, openEmpty, setClock, test } from './support';
import { card, choose, noteInterview, onScreen, toast } from './story';

const KEY = 'afterword/glance';

const kept = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const sent = (page: Page, to: string) => page.getByRole('button', { name: new RegExp(`^Sent already ?: Thank ${to}`) });
const standIn = (page: Page) => page.locator('.glance');

/** Keeps the app from coming until it is let in. */
async function heldUp(page: Page): Promise<() => Promise<void>> {
  let letIn = () => {};
  const open = new Promise<void>((done) => { letIn = done; });
  await page.route('**/*.wasm', async (route) => {
    await open;
    await route.continue();
  });
  return async () => {
    letIn();
    await mounted(page);
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** Three people thanked by nobody yet, and Today kept as it looks. */
async function seen(page: Page): Promise<void> {
  await setClock(page, '2026-06-09T14:33');
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await expect.poll(() => kept(page)).toContain('Thank Dana Reyes');
}

test('it is there before the app is, whole and right for everyone', async ({ page }) => {
  await seen(page);
  const before = await page.locator('#main').textContent();
  const letIn = await heldUp(page);
  await page.reload();
  await expect(standIn(page)).toBeVisible();
  expect(await page.locator('.glance #main').textContent()).toBe(before);
  await expect(toast(page)).toHaveCount(0);
  // All of it in sight: what is not has no size yet, and axe would take that for its size.
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 5000 });
  await axe(page);
  await fitsWidth(page);
  await letIn();
  await expect(standIn(page)).toHaveCount(0);
  expect(await page.locator('#main').textContent()).toBe(before);
});

test('what is pressed before the app is here is done as soon as it is', async ({ page }) => {
  await seen(page);
  const letIn = await heldUp(page);
  await page.reload();
  const thanks = sent(page, 'Sam Ito');
  await thanks.dblclick();
  await expect(card(page, 'Thank Sam Ito')).toHaveAttribute('data-going', '');
  await letIn();
  await expect(toast(page)).toContainText('Sam Ito');
  await expect(card(page, 'Thank Sam Ito')).toHaveCount(0);
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
});

test('and everything that is pressed, not only the last', async ({ page }) => {
  await seen(page);
  const letIn = await heldUp(page);
  await page.reload();
  await sent(page, 'Sam Ito').click();
  await sent(page, 'Dana Reyes').click();
  await letIn();
  await expect(card(page, 'Thank Sam Ito')).toHaveCount(0);
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
});

test('a choice of a menu too', async ({ page }) => {
  await seen(page);
  const letIn = await heldUp(page);
  await page.reload();
  await choose(card(page, 'Thank Dana Reyes'), 'Not now', 'Skip it');
  await letIn();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
  await expect(page.locator('details.menu[open]')).toHaveCount(0);
});

test('what is opened stays open, and the focus where it is', async ({ page }) => {
  await seen(page);
  const letIn = await heldUp(page);
  await page.reload();
  const why = card(page, 'Thank Sam Ito').locator('.why summary');
  await why.focus();
  await page.keyboard.press('Enter');
  const sources = card(page, 'Thank Sam Ito').locator('.why__source').first();
  await expect(sources).toBeVisible();
  await letIn();
  await expect(standIn(page)).toHaveCount(0);
  await expect(sources).toBeVisible();
  await expect(why).toBeFocused();
});

test('a link leads where it says', async ({ page }) => {
  await seen(page);
  const letIn = await heldUp(page);
  await page.reload();
  await card(page, 'Thank Sam Ito').getByRole('link', { name: /^Write/ }).click();
  await letIn();
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(/Sam/);
});

test('where it says something else than the app, nothing is pressed', async ({ page }) => {
  await seen(page);
  await page.evaluate((key) => localStorage.setItem(key, localStorage.getItem(key)!.replaceAll('Sam Ito', 'Max Orr')), KEY);
  const letIn = await heldUp(page);
  await page.reload();
  await sent(page, 'Max Orr').click();
  await letIn();
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
  await expect(toast(page)).toHaveCount(0);
});

test('it is forgotten when anything changes, and seen again with the next Today', async ({ page }) => {
  await seen(page);
  await card(page, 'Thank Sam Ito').getByRole('link', { name: 'Thank Sam Ito', exact: true }).click();
  await sent(page, 'Sam Ito').click();
  await expect.poll(() => kept(page)).toBeNull();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await expect.poll(() => kept(page)).toContain('Thank Dana Reyes');
  expect(await kept(page)).not.toContain('Thank Sam Ito');
});

test('after its time, from another build or in another zone it is not shown', async ({ page }) => {
  await seen(page);
  const text = (await kept(page))!;
  const { until } = JSON.parse(text) as { until: number };
  for (const change of [{ until: 0 }, { from: until }, { app: './older.wasm' }, { offset: -345 }]) {
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify({ ...JSON.parse(text), ...change })] as const);
    const letIn = await heldUp(page);
    await page.reload();
    await expect(page.locator('#frame')).toBeVisible();
    await expect(standIn(page)).toHaveCount(0);
    await letIn();
    await onScreen(page, 'Today');
  }
});

test('nor on another screen, nor where it cannot be read', async ({ page }) => {
  await seen(page);
  const letIn = await heldUp(page);
  await page.goto('./#/people');
  await page.reload();
  await expect(page.locator('#frame')).toBeVisible();
  await expect(standIn(page)).toHaveCount(0);
  await letIn();
  await page.evaluate((key) => localStorage.setItem(key, '{"html": 3'), KEY);
  await page.goto('./#/today');
  await page.reload();
  await mounted(page);
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
});

test('the chosen theme is worn from the start', async ({ page }) => {
  await seen(page);
  await page.goto('./#/more');
  await page.getByLabel('Dark').check();
  await page.goto('./#/today');
  await expect.poll(() => kept(page)).toContain('"theme":"dark"');
  const letIn = await heldUp(page);
  await page.reload();
  await expect(standIn(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await letIn();
});

test('P5 on a slow line it stays, with a word that the app is on its way', async ({ page }) => {
  await seen(page);
  // The clock of the page stands now where the other one was set.
  await page.clock.install({ time: '2026-06-09T14:34' });
  await page.route('**/*.wasm', () => {}); // never answered
  await page.reload();
  await expect(standIn(page)).toBeVisible();
  await page.clock.runFor(10_100);
  await expect(page.getByText(/Still on its way/)).toBeVisible();
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
});

test('P5 where the app cannot be fetched, that is said in its place', async ({ page, conduct }) => {
  await seen(page);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await expect(page.getByText(/The rest of the app could not be fetched/)).toBeVisible();
  await expect(standIn(page)).toHaveCount(0);
  conduct.forgive(/did not start: unreachable|ERR_FAILED/);
});

test('it is erased with everything else', async ({ page }) => {
  await seen(page);
  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase it all' }).click();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
