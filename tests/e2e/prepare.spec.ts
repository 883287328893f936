// What there is to know before a round, a tap away from Today.
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { noteInterview, onScreen, person } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('a round of tomorrow is prepared for: who, what was said, and questions that are kept', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: /^Northwind/ }).click();
  await page.getByRole('link', { name: 'Add a round' }).click();
  await page.getByRole('radio', { name: 'It is still to come' }).check();
  await page.getByLabel('Day', { exact: true }).fill('2026-06-10');
  await page.getByLabel('Starts').fill('16:00');
  await page.getByLabel('Minutes').fill('45');
  await page.getByLabel('Where').fill('12 Long Street');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Northwind');
  await page.goto('./#/today');
  await page.getByRole('link', { name: /^Prepare/ }).click();
  await onScreen(page, /^Prepare/);
  await expect(page.getByText('Tomorrow, 16:00 to 16:45')).toBeVisible();
  await expect(page.getByText('12 Long Street')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Dana Reyes/ })).toContainText('the move of the billing system, today');
  await page.getByLabel('What you want to ask').fill('How do you decide what to build?');
  await fitsWidth(page);
  await axe(page);
  await page.goto('./#/today');
  await onScreen(page, 'Today');
  await page.goBack();
  await expect(page.getByLabel('What you want to ask')).toHaveValue('How do you decide what to build?');
  await page.reload();
  await expect(page.getByLabel('What you want to ask')).toHaveValue('How do you decide what to build?');
});
