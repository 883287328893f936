// The main job with the keyboard alone: Tab, Enter, arrows and typing.
import type { Locator, Page } from '@playwright/test';
import { expect, mounted, openEmpty, setClock, test } from './support';
import { card, onScreen, person, THREE, toast } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

/** Presses Tab until the element has the focus; the way there must not be endless. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(to, 'reached with Tab').toBeFocused();
}

async function press(page: Page, to: Locator): Promise<void> {
  await tabTo(page, to);
  await page.keyboard.press('Enter');
}

async function type(page: Page, to: Locator, text: string): Promise<void> {
  await tabTo(page, to);
  await page.keyboard.insertText(text);
}

test('three people noted, one thanked, taken back and thanked again, and a promised day, with no mouse', async ({ page }) => {
  test.slow(); // some hundred presses of Tab
  await openEmpty(page);
  await press(page, page.getByRole('main').getByRole('link', { name: 'I just had an interview' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Just had an interview' })).toBeFocused();
  await type(page, page.getByLabel('Company'), 'Northwind');
  await type(page, page.getByLabel('Role'), 'Data engineer');
  for (const [place, { name, email, mention }] of THREE.entries()) {
    if (place > 0) await press(page, page.getByRole('button', { name: 'Add another person' }));
    const row = person(page, place);
    if (place > 0) await expect(row.getByLabel('Name')).toBeFocused();
    await type(page, row.getByLabel('Name'), name);
    await type(page, row.getByLabel('Email'), email!);
    await type(page, row.getByLabel('One thing worth mentioning'), mention!);
  }
  await press(page, page.getByRole('button', { name: 'Save' }));
  await onScreen(page, 'Today');
  for (const { name } of THREE) await expect(card(page, `Thank ${name}`)).toContainText('14:30 tomorrow');

  await press(page, card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }));
  await onScreen(page, 'Thank-you to Dana Reyes');
  await type(page, page.getByLabel('Letter', { exact: true }), 'Your map is a fine one.');
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(/Your map is a fine one\./);
  await press(page, page.getByRole('button', { name: 'Sent', exact: true }));
  await onScreen(page, 'Today');
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  await press(page, toast(page).getByRole('button', { name: 'Undo' }));
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await press(page, card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }));
  await press(page, page.getByRole('button', { name: 'Sent', exact: true }));
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);

  await page.reload();
  await mounted(page);
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);

  // The one next thing is a card; the rest are lines, which open in place.
  await press(page, card(page, 'Thank Sam Ito').getByRole('link', { name: 'Northwind', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Northwind' })).toBeFocused();
  const coming = page.locator('section', { has: page.getByRole('heading', { name: 'Coming up' }) });
  const followUp = coming.getByRole('listitem').filter({ hasText: 'Ask Northwind where things stand' });
  await expect(followUp).toContainText('from 16 June');
  await press(page, page.getByRole('button', { name: 'They wrote' }));
  const form = page.getByRole('dialog', { name: 'They wrote' });
  const promised = form.getByLabel('Or by this day');
  await tabTo(page, promised);
  // The same in the order of any country.
  await page.keyboard.type('07072026');
  await expect(promised).toHaveValue('2026-07-07');
  await press(page, form.getByRole('button', { name: 'Save' }));
  await expect(form).toHaveCount(0);
  await expect(followUp).toContainText('from 8 July');
});

test('several names in one line, parted by commas, are as many people', async ({ page }) => {
  await openEmpty(page, 'interview');
  await type(page, person(page, 0).getByLabel('Name'), 'Dana Reyes, Sam Ito <sam@northwind.example>, Lea Brandt');
  await page.keyboard.press('Enter');
  await expect(person(page, 3).getByLabel('Name')).toBeFocused();
  await expect(person(page, 1).getByLabel('Email')).toHaveValue('sam@northwind.example');
  await expect(person(page, 2).getByLabel('Name')).toHaveValue('Lea Brandt');
});

test('what is wrong with the form takes the focus, and says so', async ({ page }) => {
  await openEmpty(page, 'interview');
  await press(page, page.getByRole('button', { name: 'Save' }));
  await expect(page.getByLabel('Company')).toBeFocused();
  await expect(page.getByLabel('Company')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Company')).toHaveAccessibleDescription(/.+/);
});

test('a menu opens at Enter, closes at Escape, and gives the focus back', async ({ page }) => {
  await openEmpty(page, 'interview');
  await type(page, page.getByLabel('Company'), 'Northwind');
  await type(page, person(page, 0).getByLabel('Name'), 'Dana Reyes');
  await press(page, page.getByRole('button', { name: 'Save' }));
  await onScreen(page, 'Today');
  const menu = page.locator('article.card summary').filter({ hasText: 'Not now' }).first();
  await press(page, menu);
  const skip = page.getByRole('button', { name: 'Skip it' }).first();
  await expect(skip).toBeVisible();
  await tabTo(page, skip);
  await page.keyboard.press('Escape');
  await expect(skip).toBeHidden();
  await expect(menu).toBeFocused();
});
