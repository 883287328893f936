// What is stored is saved to a file, read back, and erased; whose advice is followed is chosen with open eyes.
import { readFile } from 'node:fs/promises';
import { axe, expect, fitsWidth, loseJournal, mounted, openEmpty, test } from './support';
import type { Page } from '@playwright/test';

async function withExample(page: Page, route: string): Promise<void> {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByRole('button', { name: 'Remove the example' }).first()).toBeVisible();
  await page.goto(`./#/${route}`);
}

test('a backup brings everything back; undo takes it away, and done twice it is there again', async ({ page }) => {
  await withExample(page, 'data');
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^afterword-\d{4}-\d{2}-\d{2}-\d{4}-11-opportunities\.json$/);
  const file = await saved.path();
  // A browser that took a file does not say whether it is there, so the user does.
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  await page.getByRole('button', { name: 'It is there' }).click();
  await expect(page.getByText('The last backup was saved today.')).toBeVisible();

  await page.getByRole('button', { name: 'Remove the example' }).click();
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

test('S28 a download that did not come is no backup', async ({ page }) => {
  await withExample(page, 'data');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await page.getByRole('button', { name: 'It is not' }).click();
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
});

test('I9 a sealed backup opens with its passphrase alone', async ({ page }) => {
  await withExample(page, 'data');
  await page.getByLabel('Passphrase').fill('pässphrase of mine');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/-sealed\.json$/);
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).not.toContain('Northwind');
  await page.getByRole('button', { name: 'Remove the example' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  const open = async (text: string, passphrase: string) => {
    await page.getByLabel('Open a backup').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByLabel('Its passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Open it' }).click();
  };
  const refused = page.getByText('This passphrase does not open it, or the file was damaged.');
  await open(text, 'another');
  await expect(refused).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const damaged = JSON.parse(text);
  damaged.data = `${damaged.data[0] === 'A' ? 'B' : 'A'}${damaged.data.slice(1)}`;
  await open(JSON.stringify(damaged), 'pässphrase of mine');
  await expect(refused).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  // Typed on another keyboard: the letter and its dots apart.
  await open(text, 'pässphrase of mine'.normalize('NFD'));
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByText('11 opportunities and 15 people.')).toBeVisible();
});

test('copies go to a folder by themselves, where the browser has that', async ({ page }) => {
  await page.addInitScript(() => {
    // A folder of the browser's own, since the system's choice is not to be had here.
    Object.assign(window, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('papers', { create: true }) });
  });
  const folder = () => page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('papers', { create: true });
    const all: Record<string, string> = {};
    for await (const [name, file] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
      // While a copy is written, the browser has a second file beside it, which is gone by the time it is opened.
      if (name.endsWith('.json')) all[name] = await (await file.getFile()).text();
    }
    return all;
  });
  await withExample(page, 'data');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText('Each day with changes leaves a copy in “papers”.', { exact: false })).toBeVisible();
  await expect(page.getByText('The last backup was saved today.')).toBeVisible();
  await expect.poll(async () => Object.keys(await folder())).toHaveLength(1);
  const [[name, text]] = Object.entries(await folder());
  expect(name).toMatch(/^afterword-copy-\d{4}-\d{2}-\d{2}\.json$/);
  expect(JSON.parse(text).opportunities).toHaveLength(11);
  await page.clock.install();
  await page.getByRole('button', { name: 'Remove the example' }).click();
  await page.clock.runFor(21_000);
  await expect.poll(async () => JSON.parse((await folder())[name]).opportunities).toHaveLength(0);
});

test('a large backup is looked through in slices, and can be left in between', async ({ page }) => {
  await openEmpty(page, 'data');
  const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const opportunities = Array.from({ length: 1000 }, (_, n) => ({ id: id(n), company: `Company ${n}`, role: 'Analyst', notes: 'n'.repeat(5000) }));
  const buffer = Buffer.from(JSON.stringify({ app: 'afterword', schema: 2, saved: 1_780_000_000, people: [], opportunities }));
  const file = { name: 'b.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Open a backup').setInputFiles(file);
  await expect(page.getByText(/^Records: 1000 new/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  // Nobody can be quicker than the last slice here, so that the pauses between them are made long.
  await page.evaluate(() => {
    const real = window.setTimeout;
    Object.assign(window, { setTimeout: (work: TimerHandler, wait = 0) => real(work, wait || 300) });
  });
  await page.getByLabel('Open a backup').setInputFiles(file);
  await expect(page.getByText('Reading it…')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Reading it…')).toHaveCount(0);
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 1000); }));
  await expect(page.getByRole('button', { name: 'Restore it' })).toHaveCount(0);
  await expect(page.getByText('Nothing yet.')).toBeVisible();
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
  await loseJournal(page);
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
