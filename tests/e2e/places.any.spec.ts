// Deep links, the browser's own buttons, and what is half-typed.
import { expect, mounted, openEmpty, setClock, test } from './support';
import { card, noteInterview, onScreen, person } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('the address of an opportunity opens it in a new tab, and back leads to where one was', async ({ page, context }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await card(page, 'Thank Sam Ito').getByRole('link', { name: 'Thank Sam Ito', exact: true }).click();
  await onScreen(page, 'Northwind');
  const other = await context.newPage();
  await setClock(other, '2026-06-09T14:34');
  await other.goto(page.url());
  await onScreen(other, 'Northwind');
  await other.close();
  await page.goBack();
  await onScreen(page, 'Today');
  await page.goForward();
  await onScreen(page, 'Northwind');
});

test('the address of a letter opens that letter again', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await card(page, 'Thank Sam Ito').getByRole('link', { name: /^Write it/ }).click();
  await onScreen(page, 'Thank-you to Sam Ito');
  await page.reload();
  await mounted(page);
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(/Sam/);
});

test('an opportunity that is not here says so', async ({ page }) => {
  await openEmpty(page, 'opportunity/019eada8-ded0-7f21-baba-ddd4489e3ea5');
  await expect(page.getByText('This opportunity is not here')).toBeVisible();
});

test('a form left halfway is there after a reload', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await person(page, 0).getByLabel('Name').blur();
  // Right after the last key: the page has no time but the moment of its leaving.
  await page.reload();
  await mounted(page);
  await expect(page.getByText('This is as you left it. Nothing was lost.')).toBeVisible();
  await expect(page.getByLabel('Company')).toHaveValue('Northwind');
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Dana Reyes');
});

test('a letter left halfway is there when one comes back', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await card(page, 'Thank Sam Ito').getByRole('link', { name: /^Write it/ }).click();
  await page.getByLabel('Letter', { exact: true }).fill('Dear Sam, half of a');
  await page.goBack();
  await onScreen(page, 'Today');
  await page.goForward();
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue('Dear Sam, half of a');
  await page.getByLabel('Letter', { exact: true }).fill('Dear Sam, half of a letter');
  await page.reload();
  await mounted(page);
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue('Dear Sam, half of a letter');
});

test('a round to come is noted, and asks for nothing that has not happened', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await page.getByLabel('It is still to come').check();
  await onScreen(page, 'An interview to come');
  await expect(page.getByLabel('One thing worth mentioning')).toHaveCount(0);
  await page.getByLabel('Day', { exact: true }).fill('2026-06-10');
  await page.getByLabel('Starts').fill('10:00');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
  await expect(page.getByRole('heading', { name: 'Ask before you leave Northwind' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Thank Dana Reyes' })).toHaveCount(0);
});

test('what a first tap does is rehearsed without a trace', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  // What Today looks like is kept when the browser is idle, too, and is no record.
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key !== 'afterword/glance').sort()));
  const before = await stored();
  await page.reload();
  await mounted(page);
  const seen = await page.getByRole('main').innerHTML();
  await page.waitForFunction(() => performance.getEntriesByName('afterword:rehearsed').length > 0);
  expect(await stored()).toBe(before);
  expect(await page.getByRole('main').innerHTML()).toBe(seen);
  await expect(page.getByRole('status')).toBeEmpty();
  // There is nothing to take back.
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  expect(await stored()).toBe(before);
});
