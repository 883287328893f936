// The example search, in one tap in and one out; and axe on every screen, empty and with it.
import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { onScreen } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

const PLACES = ['today', 'interview', 'pipeline', 'people', 'playbook', 'templates', 'data', 'more', 'wrote'];

async function load(page: Page): Promise<void> {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByText('This is an example search')).toBeVisible();
}

async function look(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await fitsWidth(page);
  await axe(page);
}

async function leaveFor(page: Page, place: string): Promise<void> {
  await page.goto(`./#/${place}`);
  await expect(page).toHaveURL(new RegExp(`#/${place}`));
}

test('the example comes in one tap and goes in one, leaving nothing', async ({ page }) => {
  await load(page);
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove the example' }).click();
  await expect(page.getByRole('button', { name: 'Show me an example' })).toBeVisible();
  const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => /\/(person|opportunity)\//.test(key)));
  expect(left).toEqual([]);
});

for (const place of PLACES) {
  test(`axe finds nothing on ${place}, empty and with the example`, async ({ page }) => {
    await openEmpty(page, place);
    await look(page);
    await load(page);
    await leaveFor(page, place);
    await look(page);
  });
}

test('axe finds nothing on an opportunity, a person, a letter and a look back', async ({ page }) => {
  await load(page);
  const write = page.getByRole('main').getByRole('link', { name: /^Write it/ }).first();
  await write.click();
  await expect(page.getByLabel('Letter', { exact: true })).toBeVisible();
  await look(page);
  await page.goto('./#/people');
  await onScreen(page, 'People');
  await page.locator('main a.line').first().click();
  await expect(page).toHaveURL(/#\/people\/./);
  await look(page);
  await page.goto('./#/today');
  await onScreen(page, 'Today');
  await page.locator('article a[href^="#/opportunity/"]').first().click();
  await expect(page).toHaveURL(/#\/opportunity\//);
  await look(page);
  // A line opens in place.
  await page.goto('./#/pipeline');
  await page.getByRole('main').getByRole('link', { name: /^Oak & Ember/ }).click();
  await onScreen(page, 'Oak & Ember');
  await page.locator('summary', { hasText: /^Look back/ }).click();
  await look(page);
  await page.getByRole('main').getByRole('link', { name: /^Look back ?:/ }).first().click();
  await expect(page).toHaveURL(/#\/look-back\//);
  await look(page);
});
