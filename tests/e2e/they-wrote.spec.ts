// What comes in is noted from Today: a tap, the company, what it was.
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { noteInterview, onScreen, toast } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('a no is noted in four taps from an open Today, and one undo takes it back', async ({ page }) => {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await onScreen(page, 'Today');
  await page.getByRole('link', { name: 'They wrote or called' }).click();
  await onScreen(page, 'Who wrote or called?');
  await fitsWidth(page);
  await axe(page);
  const companies = page.getByRole('main').locator('.list').getByRole('link');
  await expect(companies.first(), 'who promised an answer comes first').toContainText('Answer was due');
  await companies.filter({ hasText: 'Halden & Moor' }).click();
  const form = page.getByRole('dialog', { name: 'They wrote or called' });
  await form.getByRole('radio', { name: 'A no', exact: true }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Halden & Moor');
  await expect(page.locator('.chip')).toHaveText('Closed');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.chip')).toHaveText(/Interviewing/);
});

test('going back leads past the form, and no form comes with a reload', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await page.getByRole('link', { name: 'They wrote or called' }).click();
  await page.getByRole('link', { name: /^Northwind/ }).click();
  const form = page.getByRole('dialog', { name: 'They wrote or called' });
  await expect(form).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await page.reload();
  await onScreen(page, 'Northwind');
  await expect(form).toHaveCount(0);
  await page.goBack();
  await onScreen(page, 'Who wrote or called?');
  await page.goBack();
  await onScreen(page, 'Today');
});

test('one of many is found by its name; a first visit is asked nothing of the kind', async ({ page }) => {
  await openEmpty(page);
  await expect(page.getByRole('button', { name: 'Show me an example' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'They wrote or called' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByText('This is an example search')).toBeVisible();
  await page.goto('./#/wrote');
  await onScreen(page, 'Who wrote or called?');
  await page.getByLabel('Find').fill('riverbend');
  const companies = page.getByRole('main').locator('.list').getByRole('link');
  await expect(companies).toHaveCount(1);
  await page.getByLabel('Find').fill('nobody at all');
  await expect(page.getByText('Nobody found')).toBeVisible();
});
