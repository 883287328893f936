// From walking out of an interview to the thanks sent, and on to the question that comes later.
import { axe, expect, fitsWidth, openEmpty, setClock, mounted, test } from './support';
import { card, choose, noteInterview, onScreen, opened, THREE, toast, toCompany, typePeople } from './story';

/** A Tuesday, three minutes after the interview. */
const TUESDAY = '2026-06-09T14:33';

test.beforeEach(async ({ page }) => setClock(page, TUESDAY));

test('three people met are three thank-yous, due 24 hours after the end', async ({ page }) => {
  await openEmpty(page);
  await page.getByRole('link', { name: 'I just had an interview' }).click();
  await page.getByLabel('Company').fill('Northwind');
  await page.getByLabel('Role').fill('Data engineer');
  await expect(page.getByLabel('Ended')).toHaveValue('14:30');
  await expect(page.getByText('Thank-yous are at their best until tomorrow, 14:30.')).toBeVisible();
  await typePeople(page, THREE);
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('button', { name: 'Save' }).click();

  await onScreen(page, 'Today');
  for (const { name } of THREE) {
    await expect(card(page, `Thank ${name}`)).toContainText('by 14:30 tomorrow');
  }
  await fitsWidth(page);
  await axe(page);
});

test('the end that was typed decides, on its own day', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Day', { exact: true }).fill('2026-06-08');
  await page.getByLabel('Ended').fill('16:45');
  await noteInterview(page);
  await expect(card(page, 'Thank Sam Ito')).toContainText('by 16:45');
});

test('a thank-you is written, sent, taken back, sent again, and kept', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  await onScreen(page, 'Thank-you to Dana Reyes');
  const letter = page.getByLabel('Letter', { exact: true });
  await expect(letter).toHaveValue(/Dana[\s\S]*the move of the billing system/);
  await letter.fill(`${await letter.inputValue()}\n\nP.S. The map on your wall is a fine one.`);
  await fitsWidth(page);
  await axe(page);

  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();

  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  await expect(letter).toHaveValue(/The map on your wall/);
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);

  await page.reload();
  await mounted(page);
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  await toCompany(page, 'Thank Sam Ito');
  await onScreen(page, 'Northwind');
  await page.getByText('What happened').click();
  await page.getByText('Read it').click();
  await expect(page.getByText('The map on your wall is a fine one.')).toBeVisible();
  await fitsWidth(page);
  await axe(page);
});

test('a promised day moves the follow-up behind it', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Dana Reyes');
  await onScreen(page, 'Northwind');
  const followUp = page.locator('section', { has: page.getByRole('heading', { name: 'Coming up' }) }).getByRole('listitem').filter({ hasText: 'Ask Northwind where things stand' });
  await expect(followUp).toContainText('from 16 June');

  await page.getByRole('button', { name: 'They wrote' }).click();
  const form = page.getByRole('dialog', { name: 'They wrote' });
  await form.getByLabel('Or by this day').fill('2026-06-17');
  await axe(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(followUp).toContainText('from 18 June');
  await fitsWidth(page);
  await axe(page);
});

test('an action is put off, skipped, and taken back', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await opened(page, 'Thank Sam Ito');
  const thanks = card(page, 'Thank Sam Ito');
  await choose(thanks, 'Not now', 'Skip it');
  await expect(thanks).toHaveCount(0);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(thanks).toBeVisible();
  await choose(thanks, 'Not now', 'Tomorrow');
  await expect(page.getByRole('heading', { name: 'Put off' })).toBeVisible();
  await expect(thanks.getByRole('link', { name: /^Write it/ })).toHaveCount(0);
  await page.locator('.lines__group', { hasText: 'Put off' }).locator('summary').click();
  await page.getByRole('button', { name: /^Bring it back.*Thank Sam Ito/ }).click();
  await expect(page.getByRole('heading', { name: 'Put off' })).toBeHidden();
  await expect(thanks.getByRole('link', { name: /^Write it/ })).toBeVisible();
});

test('the note on what was done leaves the main action free', async ({ page }) => {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(toast(page)).toBeVisible();
  await page.goto('./#/interview');
  await onScreen(page, 'Just had an interview');
  // Whether or not the note came along, a press at its middle must reach it: a note upon it would take the press.
  await page.getByRole('button', { name: 'Save' }).click({ trial: true });
});

test('a form that was emptied by mistake comes back as it was typed', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await page.getByLabel('Name').first().fill('Dana Reyes');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByLabel('Company')).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Company')).toHaveValue('Northwind');
  await expect(page.getByLabel('Name').first()).toHaveValue('Dana Reyes');
});
