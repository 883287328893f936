// The single keys: where they lead, that they can be turned off, and where they do nothing.
import type { Page } from '@playwright/test';
import { axe, expect, mounted, openEmpty, setClock, test } from './support';
import { onScreen } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

async function loadExample(page: Page): Promise<void> {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByText('This is an example search')).toBeVisible();
}

test('keys lead to the form, to each place, and to the field that finds', async ({ page }) => {
  await loadExample(page);
  const places = { p: 'Pipeline', e: 'People', o: 'Offers', b: 'Playbook', d: 'Data', m: 'More', t: 'Today' };
  for (const [key, name] of Object.entries(places)) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await onScreen(page, name);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
  await page.keyboard.press('n');
  await onScreen(page, 'Just had an interview');
  await page.keyboard.press('/');
  await onScreen(page, 'Pipeline');
  await expect(page.getByLabel('Find')).toBeFocused();
  await page.keyboard.type('n?jgt');
  await expect(page.getByLabel('Find'), 'a field takes all that is typed').toHaveValue('n?jgt');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find')).toBeFocused();
});

test('j and k go from line to line, and Enter opens it', async ({ page }) => {
  await loadExample(page);
  const lines = page.locator('main :is(.agenda > li > a:first-child, .card__title a, .track)').filter({ visible: true });
  await expect(lines.nth(3)).toBeVisible();
  for (const place of [0, 1, 2]) {
    await page.keyboard.press('j');
    await expect(lines.nth(place)).toBeFocused();
  }
  await page.keyboard.press('k');
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await onScreen(page, 'People');
  await page.keyboard.press('j');
  const first = page.locator('main a.line').first();
  await expect(first).toBeFocused();
  const href = await first.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test('the list opens at ?, and no key reaches through a dialog, with another key, or while a word is composed', async ({ page }) => {
  await openEmpty(page);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list).toContainText('Just had an interview');
  await axe(page);
  await page.keyboard.press('n');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await page.keyboard.press('Alt+n');
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', isComposing: true, bubbles: true })));
  await page.keyboard.press('t');
  await onScreen(page, 'Today');
  await page.keyboard.press('n');
  await onScreen(page, 'Just had an interview');
});

test('the keys are listed under More, and can be turned off there for good', async ({ page }) => {
  await openEmpty(page, 'more');
  await page.locator('summary', { hasText: 'Which keys' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Find a company' })).toContainText('/');
  await page.getByLabel('Single keys go places').uncheck();
  await page.reload();
  await mounted(page);
  await onScreen(page, 'More');
  await expect(page.getByLabel('Single keys go places')).not.toBeChecked();
  await page.getByRole('heading', { level: 1 }).focus();
  for (const key of ['n', '?', 'g', 't']) await page.keyboard.press(key);
  await onScreen(page, 'More');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByLabel('Single keys go places').check();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('n');
  await onScreen(page, 'Just had an interview');
});
