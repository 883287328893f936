// What is stored is saved to a file, read back, and erased; whose advice is followed is chosen with open eyes.
import { axe, expect, fitsWidth, mounted, openEmpty, test } from './support';
import type { Page } from '@playwright/test';

async function withExample(page: Page, route: string): Promise<void> {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByRole('button', { name: 'Drop the example' }).first()).toBeVisible();
  await page.goto(`./#/${route}`);
}

test('a backup brings everything back; undo takes it away, and done twice it is there again', async ({ page }) => {
  await withExample(page, 'data');
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const file = await (await download).path();
  await expect(page.getByText('The last backup was saved today.')).toBeVisible();

  await page.getByRole('button', { name: 'Drop the example' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();

  await page.getByLabel('Open a backup').setInputFiles(file);
  await expect(page.getByText(/^Records: 26 new/)).toBeVisible();
  await axe(page);
  await fitsWidth(page);
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByText('11 opportunities and 15 people.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('11 opportunities and 15 people.')).toBeVisible();
  await page.reload();
  await mounted(page);
  await expect(page.getByText('11 opportunities and 15 people.')).toBeVisible();
});

test('a file that is no backup says so, and changes nothing', async ({ page }) => {
  await withExample(page, 'data');
  const file = { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"app":"other"') };
  await page.getByLabel('Open a backup').setInputFiles(file);
  await expect(page.getByRole('alert')).toContainText('damaged or cut off');
  await expect(page.getByText('11 opportunities and 15 people.')).toBeVisible();
});

test('erasing asks first, and leaves what other pages keep', async ({ page }) => {
  await withExample(page, 'data');
  await page.evaluate(() => localStorage.setItem('theirs', 'kept'));
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Keep everything' }).click();
  await expect(page.getByText('11 opportunities and 15 people.')).toBeVisible();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['theirs']);
});

test('S6 a damaged record is shown with its text, and the rest is there', async ({ page }) => {
  await withExample(page, 'data');
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('afterword/opportunity/'));
    localStorage.setItem(key!, '{"schema":1,"revision":1,"data":{"comp');
  });
  await page.reload();
  await mounted(page);
  await expect(page.getByRole('heading', { name: 'What cannot be read' })).toBeVisible();
  await expect(page.getByText(/^10 opportunities/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save its text/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^afterword-opportunity-.*\.txt$/);
});

test('another playbook says what it would change before it is followed', async ({ page }) => {
  await withExample(page, 'playbook');
  await page.getByRole('radio', { name: /^The Star/ }).check();
  await expect(page.getByText(/in today's plan would change/)).toBeVisible();
  await axe(page);
  await fitsWidth(page);
  await page.getByRole('button', { name: 'Follow The Star' }).click();
  await expect(page.getByText('You follow The Star.', { exact: false })).toBeVisible();
  await page.reload();
  await mounted(page);
  await expect(page.getByRole('radio', { name: /^The Star/ })).toBeChecked();
});

test("any country's holidays come from its calendar file", async ({ page }) => {
  await openEmpty(page, 'playbook');
  const year = new Date().getFullYear() + 1;
  const text = `BEGIN:VCALENDAR\r\nX-WR-CALNAME:Feiertage\r\nBEGIN:VEVENT\r\nSUMMARY:Dreik\u00f6nig\r\nDTSTART;VALUE=DATE:${year}0106\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const file = { name: 'feiertage.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) };
  await page.getByLabel('Open a calendar').setInputFiles(file);
  await expect(page.getByText('One holiday in “Feiertage”')).toBeVisible();
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByRole('button', { name: /^Remove ?: .*6 January/ })).toBeVisible();
});

test('somebody is found, edited, removed, and back with undo', async ({ page }) => {
  await withExample(page, 'people');
  await page.getByLabel('Find').fill('priya');
  await page.getByRole('link', { name: /Priya Raman/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Priya Raman' })).toBeVisible();
  await axe(page);
  await fitsWidth(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Phone').fill('+1 212 555 0142');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: '+1 212 555 0142' })).toHaveAttribute('href', 'tel:+12125550142');
  await page.getByText('Anything else: Priya Raman').click();
  await page.getByRole('button', { name: 'Remove from your people' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: /Priya Raman/ })).toBeVisible();
});
