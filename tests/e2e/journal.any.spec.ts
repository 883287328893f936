// What was shown as saved is on disk: the browser is killed a moment after, and started again.
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { args, executablePath } from './scripts/launch.mjs';
import { expect, mounted, openEmpty, setClock, test } from './support';
import { card, noteInterview, onScreen, toast } from './story';

const TUESDAY = '2026-06-09T14:33';
const ONE = [{ name: 'Dana Reyes', email: 'dana@northwind.example' }];

/** A browser with a profile on disk, as a person has it. */
const open = (profile: string, address: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    args, executablePath, baseURL: address, locale: 'en-GB', timezoneId: 'America/New_York', serviceWorkers: 'block',
  });

/** Kills every process of the browser with this profile at once, as a phone without power does. */
async function kill(context: BrowserContext, profile: string): Promise<void> {
  const isGone = new Promise<void>((done) => { context.on('close', () => done()); });
  const lock = readlinkSync(join(profile, 'SingletonLock'));
  process.kill(Number(lock.split('-').pop()), 'SIGKILL');
  await isGone;
}

async function first(context: BrowserContext): Promise<Page> {
  const page = context.pages()[0] ?? await context.newPage();
  await setClock(page, TUESDAY);
  return page;
}

const profiles: string[] = [];
test.afterAll(() => {
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

for (const kills of [1, 2]) {
  test(`S18, S21 killed a second after a save, ${kills} of 2: all that was shown as saved is there`, async ({ baseURL }) => {
    const profile = mkdtempSync(join(tmpdir(), 'afterword-killed-'));
    profiles.push(profile);
    let context = await open(profile, baseURL!);
    let page = await first(context);
    await openEmpty(page, 'interview');
    await noteInterview(page, ONE);
    await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
    if (kills === 2) {
      // The browser writes to disk again only much later.
      await page.waitForTimeout(6_000);
      await page.goto('./#/interview');
      await noteInterview(page, [{ name: 'Ines Moreau', email: 'ines@contoso.example' }], 'Contoso');
      await expect(card(page, 'Thank Ines Moreau')).toBeVisible();
    }
    await page.waitForTimeout(1_000);
    await kill(context, profile);
    context = await open(profile, baseURL!);
    page = await first(context);
    await page.goto('./');
    await mounted(page);
    await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
    if (kills === 2) await expect(card(page, 'Thank Ines Moreau')).toBeVisible();
    await context.close();
  });
}

/** What the journal holds. */
const journal = (page: Page) =>
  page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
    if (!(await indexedDB.databases()).some(({ name }) => name === 'afterword')) return [];
    const database = await answered(indexedDB.open('afterword'));
    const records = database.transaction('records').objectStore('records');
    const texts = await answered(records.getAll());
    database.close();
    return texts.map((text) => String(text));
  });

test('S17, S19 storage alone was emptied between visits: the journal has it all', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await expect.poll(async () => (await journal(page)).length).toBeGreaterThan(1);
  await page.goto('about:blank');
  await page.goto('./');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBeGreaterThan(1);
});

test('what was removed stays so, and what is erased is erased everywhere', async ({ page }) => {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByText('This is an example search.')).toBeVisible();
  await expect.poll(async () => (await journal(page)).length).toBeGreaterThan(20);
  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await expect(toast(page)).toContainText('Everything is erased');
  expect(await journal(page)).toEqual([]);
  await page.reload();
  await mounted(page);
  await onScreen(page, 'Data');
  await expect(page.getByText('Nothing yet.')).toBeVisible();
});

for (const [what, block] of [
  ['is not there', () => Object.defineProperty(window, 'indexedDB', { get: () => undefined })],
  ['throws', () => Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } })],
  ['refuses to open', () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); }; }],
] as const) {
  test(`S21 the journal ${what}: the app goes on, and Data says so`, async ({ page }) => {
    await page.addInitScript(block);
    await setClock(page, TUESDAY);
    await openEmpty(page, 'interview');
    await noteInterview(page, ONE);
    await page.reload();
    await mounted(page);
    await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
    await page.goto('./#/data');
    await expect(page.getByText(/may take a minute until it is on disk/)).toBeVisible();
  });
}

for (const [what, remove] of [
  ['removed', async (page: Page) => {
    await page.goto('./#/people');
    await page.getByRole('link', { name: /Dana Reyes/ }).click();
    await page.getByText('Anything else: Dana Reyes').click();
    await page.getByRole('button', { name: 'Remove from your people' }).click();
    await expect(toast(page)).toContainText('Dana Reyes');
  }],
  ['erased', async (page: Page) => {
    await page.goto('./#/data');
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Erase it all' }).click();
    await expect(toast(page)).toContainText('Everything is erased');
  }],
] as const) {
  test(`S21 what is ${what} while the journal is not to be had does not come back later`, async ({ context, page }) => {
    await setClock(page, TUESDAY);
    await openEmpty(page, 'interview');
    await noteInterview(page, ONE);
    await expect.poll(async () => (await journal(page)).length).toBeGreaterThan(1);
    await page.close();
    const without = await context.newPage();
    await without.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get: () => undefined }));
    await setClock(without, TUESDAY);
    await openEmpty(without, 'people');
    await remove(without);
    await without.close();
    const later = await context.newPage();
    await setClock(later, TUESDAY);
    await openEmpty(later, 'people');
    await onScreen(later, 'People');
    await expect.poll(async () => (await journal(later)).filter((text) => text.includes('Dana Reyes') && text.includes('"name"'))).toEqual([]);
    await expect(later.getByRole('link', { name: /Dana Reyes/ })).toHaveCount(0);
    expect(await later.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('owed')))).toEqual([]);
    await later.reload();
    await onScreen(later, 'People');
    await expect(later.getByRole('link', { name: /Dana Reyes/ })).toHaveCount(0);
  });
}
