// Faults that a browser can show, each named by its number in the list of faults: a clear message, nothing lost.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axe, expect, loseJournal, mounted, openEmpty, setClock, test } from './support';
import { card, choose, noteInterview, onScreen, opened, person, toast, toCompany, typePeople } from './story';

const TUESDAY = '2026-06-09T14:33';
const ONE = [{ name: 'Dana Reyes', email: 'dana@northwind.example' }];

/** What is stored under the keys that begin so. */
const stored = (page: Page, start: string) =>
  page.evaluate((start) => Object.entries(localStorage).filter(([key]) => key.startsWith(start)), start);

/** Lets a tab sleep later, as a browser does: from when `isAsleep` is set it hears of no other. */
const canSleep = (page: Page) => page.addInitScript(() => {
  const heard = (event: Event) => { if ('isAsleep' in window) event.stopImmediatePropagation(); };
  window.addEventListener('storage', heard, true);
});

/** Another tab at the same place. */
async function sameInAnotherTab(page: Page, when = TUESDAY): Promise<Page> {
  const other = await page.context().newPage();
  await setClock(other, when);
  await openEmpty(other, new URL(page.url()).hash.slice(2));
  return other;
}

/** Notes an interview with Dana, and opens her page. */
async function noteDana(page: Page): Promise<void> {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.goto('./#/people');
  await page.getByRole('link', { name: /Dana Reyes/ }).click();
}

/** Has the host send these files under the wrong type. */
const sendAsText = (page: Page, files: string) =>
  page.route(files, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  });

/** Waits for the parts of the app that are fetched behind the first, so that none is on its way when the test ends. */
const allArrived = (page: Page) => page.unrouteAll({ behavior: 'wait' });

test.describe('the app cannot run', () => {
  test.use({ javaScriptEnabled: false });

  test('P9 JavaScript is off: the page says so plainly', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText(/it needs JavaScript, which is turned off here/)).toBeVisible();
  });
});

test('P5 the browser has no WebAssembly', async ({ page, conduct }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto('./');
  await expect(page.getByText(/This browser does not run WebAssembly here/)).toBeVisible();
  conduct.forgive(/did not start: blocked|WebAssembly/);
});

test('P5 the app cannot be fetched', async ({ page, conduct }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByText(/The rest of the app could not be fetched/)).toBeVisible();
  conduct.forgive(/did not start: unreachable|ERR_FAILED/);
});

test('P5 on a slow line it is said after ten seconds that the app is on its way', async ({ page }) => {
  await page.clock.install();
  await page.route('**/*.wasm', () => {}); // never answered
  await page.goto('./');
  await page.clock.runFor(2_000);
  const message = page.getByText(/Still on its way\. On a slow line the first visit takes a while/);
  await expect(message).toBeHidden();
  await page.clock.runFor(8_100);
  await expect(message).toBeVisible();
});

test('P5 the app comes cut short: it is not the browser that is blamed', async ({ page, conduct }) => {
  await page.route('**/afterword.wasm', async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ contentType: 'application/wasm', body: body.subarray(0, body.length / 2) });
  });
  await page.goto('./');
  await expect(page.getByText(/The site sent something that is not the app/)).toBeVisible();
  conduct.forgive(/did not start: wrong|CompileError/);
});

test('I18 the app dies: it is said, and what is stored can be saved and restored', async ({ page, conduct }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.evaluate(() => {
    // As the browser tells of a panic in a listener.
    window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }));
  });
  const told = page.getByRole('dialog', { name: 'Afterword has stopped' });
  await expect(told).toBeVisible();
  await axe(page);
  const download = page.waitForEvent('download');
  await told.getByRole('button', { name: 'Save a backup' }).click();
  const file = await (await download).path();
  await told.getByRole('button', { name: 'Load again' }).click();
  await mounted(page);
  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await page.goto('./#/today');
  await page.getByRole('link', { name: 'I have a backup' }).click();
  await page.getByLabel('Open a backup').setInputFiles(file);
  await page.getByRole('button', { name: 'Restore it' }).click();
  await page.goto('./#/today');
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  conduct.forgive(/unreachable/);
});

test('I18 an error of another kind is no death', async ({ page }) => {
  await openEmpty(page);
  await page.evaluate(() => window.dispatchEvent(new ErrorEvent('error', { error: new TypeError('x') })));
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('P4 a page comes in place of the app', async ({ page, conduct }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Not here' }));
  await page.goto('./');
  await expect(page.getByText(/The site sent something that is not the app/)).toBeVisible();
  conduct.forgive(/did not start: wrong/);
});

test('P5 the app comes with the wrong type, and runs all the same', async ({ page, conduct }) => {
  await sendAsText(page, '**/*.wasm');
  await openEmpty(page);
  await onScreen(page, 'Today');
  await allArrived(page);
  conduct.forgive(/MIME type/);
});

test('P5 a part of the app cannot be fetched: it is said, and comes at another try', async ({ page, conduct }) => {
  await page.route('**/others.wasm', (route) => route.abort());
  await openEmpty(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'This part did not arrive' })).toBeFocused();
  await expect(page).toHaveTitle('This part did not arrive · Afterword');
  await page.unroute('**/others.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await onScreen(page, 'People');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
  conduct.forgive(/ERR_FAILED|Failed to fetch/);
});

test('P5 what a first visit does not wait for cannot be fetched: Today stands, and asks again when it is needed', async ({ page, conduct }) => {
  await page.route('**/core.wasm', (route) => route.abort());
  await openEmpty(page);
  await onScreen(page, 'Today');
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(toast(page)).toContainText('The example could not be fetched');
  await page.unroute('**/core.wasm');
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByText('This is an example search.')).toBeVisible();
  conduct.forgive(/ERR_FAILED|Failed to fetch/);
});

test('P5 what is due cannot be fetched: Today says so, and comes at another try', async ({ page, conduct }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.route('**/core.wasm', (route) => route.abort());
  await page.reload();
  await onScreen(page, 'Today');
  await expect(page.getByText(/It could not be fetched/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show me an example' })).toHaveCount(0);
  await page.unroute('**/core.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  conduct.forgive(/ERR_FAILED|Failed to fetch/);
});

test('the focus stays where it is while the rest of the app arrives', async ({ page }) => {
  let go = () => {};
  const held = new Promise<void>((done) => { go = done; });
  await page.route('**/core.wasm', async (route) => { await held; await route.continue(); });
  await openEmpty(page);
  const way = page.getByRole('link', { name: 'I just had an interview' });
  await way.focus();
  go();
  await expect(page.locator('.notices')).toBeAttached();
  await expect(way).toBeFocused();
});

test('P4 a part comes with the wrong type, and is there all the same', async ({ page, conduct }) => {
  await sendAsText(page, '**/others.wasm');
  await openEmpty(page, 'people');
  await onScreen(page, 'People');
  await allArrived(page);
  conduct.forgive(/MIME type/);
});

for (const [id, block] of [
  ['S1 storage throws', () => {
    const thrown = () => { throw new DOMException('blocked', 'SecurityError'); };
    Object.defineProperty(window, 'localStorage', { get: thrown });
  }],
  ['S2 storage is null', () => Object.defineProperty(window, 'localStorage', { get: () => null })],
] as const) {
  test(`${id}: one can look around, and it is said for as long as it is so`, async ({ page }) => {
    await page.addInitScript(block);
    await openEmpty(page, 'interview');
    const banner = page.getByRole('alert').filter({ hasText: 'This browser lets the page store nothing' });
    await expect(banner).toBeVisible();
    await noteInterview(page, ONE);
    await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
    await expect(banner).toBeVisible();
  });
}

test('S3 storage cannot be read: the page says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('afterword/settings/all', '{"schema":2,"revision":1,"data":{}}');
    Storage.prototype.getItem = () => { throw new DOMException('broken', 'UnknownError'); };
  });
  await openEmpty(page);
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('alert')).toBeVisible();
});

/** From now on, or until told otherwise, there is no room. */
const full = (page: Page, isFull: boolean) =>
  page.evaluate((isFull) => {
    const held = window as unknown as { realSetItem?: typeof Storage.prototype.setItem };
    const real = (held.realSetItem ??= Storage.prototype.setItem);
    const refuse = () => { throw new DOMException('no room', 'QuotaExceededError'); };
    Storage.prototype.setItem = isFull ? refuse : real;
  }, isFull);

test('S5 storage is full in the middle of use: it is said, nothing is lost, and kept once there is room', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await full(page, true);
  await noteInterview(page, ONE);
  const notice = page.getByRole('alert').filter({ hasText: 'This browser has no room left' });
  await expect(notice).toBeVisible();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await full(page, false);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await mounted(page);
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
});

test('S24 what is only in memory is not called kept, and leaving asks', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await full(page, true);
  await page.getByLabel('Company').pressSequentially('Northwind');
  await page.getByLabel('Role').fill('Data engineer');
  const notice = page.getByRole('alert').filter({ hasText: 'This browser has no room left' });
  await expect(notice).toBeVisible();
  await expect(toast(page)).toHaveCount(0);
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => { setTimeout(() => location.reload(), 0); });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await typePeople(page, ONE);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(toast(page)).toContainText('; not stored');
  await full(page, false);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await mounted(page);
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
});

test('S23 a backup that does not fit changes nothing', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.goto('./#/data');
  const before = await stored(page, 'afterword/');
  await full(page, true);
  const other = { app: 'afterword', schema: 1, saved: 1_780_000_000, opportunities: [] };
  const buffer = Buffer.from(JSON.stringify({ ...other, people: [{ id: '00000000-0000-7000-8000-000000000009', name: 'Sam Ito' }] }));
  await page.getByLabel('Open a backup').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer });
  await page.getByRole('radio', { name: 'Replace what is here' }).check();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(toast(page)).toContainText('There is no room for this backup');
  expect(await stored(page, 'afterword/')).toEqual(before);
  await page.goto('./#/today');
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
});

test('S19 the browser has thrown away what was stored: it is said, and a backup asked for', async ({ page, conduct }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await expect.poll(() => page.evaluate(() => caches.has('afterword kept'))).toBe(true);
  await page.goto('./manifest.webmanifest');
  await page.evaluate(() => localStorage.clear());
  await loseJournal(page);
  await page.goto('./');
  const told = page.getByText('Something was kept here before, and this browser has thrown it away.', { exact: false });
  await expect(told).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('link', { name: 'I have a backup' })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await mounted(page);
  await expect(page.getByRole('link', { name: 'I have a backup' })).toBeVisible();
  await expect(told).toHaveCount(0);
  conduct.forgive(/404/); // the picture of a page that is none
});

test("S25 one's own Undo stays under one's finger while another tab removes something", async ({ page, context }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  const other = await context.newPage();
  await setClock(other, TUESDAY);
  await openEmpty(other, 'people');
  await page.goto('./#/interview');
  await noteInterview(page, [{ name: 'Ines Moreau', email: 'ines@contoso.example' }], 'Contoso');
  await expect(toast(page)).toContainText('Contoso');
  await other.getByRole('link', { name: /Dana Reyes/ }).click();
  await other.getByText('Anything else: Dana Reyes').click();
  await other.getByRole('button', { name: 'Remove from your people' }).click();
  const told = page.getByRole('status').filter({ hasText: 'Another tab removed something.' });
  await expect(told).toBeVisible();
  await expect(toast(page)).toContainText('Contoso');
  await told.getByRole('button', { name: 'Bring it back' }).click();
  await expect(told).toHaveCount(0);
  await page.goto('./#/people');
  await expect(page.getByRole('link', { name: /Dana Reyes/ })).toBeVisible();
});

test('S22 a form that was open while another tab wrote changes only what was typed', async ({ page }) => {
  await noteDana(page);
  const other = await sameInAnotherTab(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Notes').fill('Likes short letters');
  await other.getByRole('button', { name: 'Edit' }).click();
  await other.getByLabel('Phone').fill('+1 212 555 0142');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('link', { name: '+1 212 555 0142' })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole('link', { name: '+1 212 555 0142' })).toBeVisible();
    await expect(tab.getByText('Likes short letters')).toBeVisible();
  }
});

test('S27 what was half typed before another tab wrote changes only what was typed, after a reload too', async ({ page }) => {
  await noteDana(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Notes').fill('Likes short letters');
  await expect.poll(async () => JSON.stringify(await stored(page, 'afterword/search'))).toContain('Likes short letters');
  const other = await sameInAnotherTab(page);
  await other.getByRole('dialog').getByLabel('Notes').fill('');
  await other.getByRole('dialog').getByLabel('Phone').fill('+1 212 555 0142');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByRole('link', { name: '+1 212 555 0142' })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Likes short letters')).toBeVisible();
  await expect(page.getByRole('link', { name: '+1 212 555 0142' })).toBeVisible();
});

test('S27 the interview form in two tabs: what is typed in one comes to the other, and nothing is lost', async ({ page, context }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  const other = await context.newPage();
  await setClock(other, TUESDAY);
  await openEmpty(other, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await expect(other.getByLabel('Company')).toHaveValue('Northwind');
  await person(other, 0).getByLabel('Name').fill('Dana Reyes');
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Dana Reyes');
  // At the same time, in different places.
  await page.getByLabel('Role').fill('Data engineer');
  await person(other, 0).getByLabel('One thing worth mentioning').fill('the billing system');
  for (const tab of [page, other]) {
    await expect(tab.getByLabel('Role')).toHaveValue('Data engineer');
    await expect(person(tab, 0).getByLabel('One thing worth mentioning')).toHaveValue('the billing system');
  }
  await other.reload();
  await mounted(other);
  await expect(other.getByLabel('Role')).toHaveValue('Data engineer');
  // What is saved in one is not there to be saved once more in the other.
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await onScreen(page, 'Today');
  await expect(other.getByLabel('Company')).toHaveValue('');
  expect(await stored(page, 'afterword/opportunity/')).toHaveLength(1);
});

test('S27 two tabs typed in the same place before either heard of the other: one stays, the other is shown and can be taken', async ({ page, context }) => {
  await canSleep(page);
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  const other = await context.newPage();
  await setClock(other, TUESDAY);
  await openEmpty(other, 'interview');
  // This tab is put to sleep by the browser: it hears nothing.
  await page.evaluate(() => Object.assign(window, { isAsleep: true }));
  await other.getByLabel('Company').fill('Contoso');
  await other.getByLabel('Role').fill('Analyst');
  await expect.poll(async () => JSON.stringify(await stored(other, 'afterword/search'))).toContain('Analyst');
  await page.getByLabel('Company').fill('Northwind');
  const told = page.getByRole('status').filter({ hasText: 'Also open in another tab, where it says “Contoso”.' });
  await expect(told).toBeVisible();
  await expect(page.getByLabel('Company')).toHaveValue('Northwind');
  await expect(page.getByLabel('Role')).toHaveValue('Analyst');
  await told.getByRole('button', { name: 'Take that one' }).click();
  await expect(told).toHaveCount(0);
  for (const tab of [page, other]) await expect(tab.getByLabel('Company')).toHaveValue('Contoso');
});

test('S27 a look back in two tabs: what is typed in one comes to the other', async ({ page }) => {
  await canSleep(page);
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await setClock(page, '2026-06-09T18:00');
  await page.reload();
  await (await opened(page, 'Look back at Northwind, once')).getByRole('link', { name: /^Look back/ }).click();
  await onScreen(page, 'Look back, once');
  const other = await sameInAnotherTab(page, '2026-06-09T18:00');
  await page.getByLabel('What went well').fill('The sample');
  await expect(other.getByLabel('What went well')).toHaveValue('The sample');
  await other.getByLabel('What to remember').fill('Ask early');
  await expect(page.getByLabel('What to remember')).toHaveValue('Ask early');
  await page.evaluate(() => Object.assign(window, { isAsleep: true }));
  await other.getByLabel('What did not').fill('The second question');
  await expect.poll(async () => JSON.stringify(await stored(other, 'afterword/opportunity'))).toContain('The second question');
  await page.getByLabel('What did not').fill('The salary');
  const told = page.getByRole('status').filter({ hasText: 'where it says “The second question”' });
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: 'Take that one' }).click();
  await expect(page.getByLabel('What did not')).toHaveValue('The second question');
});

test('S27 a sheet that is half typed in two tabs says so, and shows what the other has', async ({ page }) => {
  await noteDana(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  const other = await sameInAnotherTab(page);
  await other.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Notes').fill('Likes short letters');
  const told = other.getByRole('status').filter({ hasText: 'where it says “Likes short letters”' });
  await expect(told).toBeVisible();
  await other.getByLabel('Phone').fill('+1 212 555 0142');
  await expect.poll(async () => JSON.stringify(await stored(other, 'afterword/search'))).toContain('555 0142');
  expect(JSON.stringify(await stored(other, 'afterword/search'))).toContain('Likes short letters');
  await told.getByRole('button', { name: 'Take that one' }).click();
  await mounted(other);
  await expect(other.getByRole('dialog').getByLabel('Notes')).toHaveValue('Likes short letters');
  await expect(other.getByRole('dialog').getByLabel('Phone')).toHaveValue('+1 212 555 0142');
});

test('S27 a sheet that was saved in two tabs is half typed no more, and writes nothing over what comes later', async ({ page }) => {
  await noteDana(page);
  const other = await sameInAnotherTab(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await other.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Notes').fill('Likes short letters');
  await other.getByRole('dialog').getByLabel('Phone').fill('+1 212 555 0142');
  await expect.poll(async () => JSON.stringify(await stored(other, 'afterword/search'))).toContain('555 0142');
  await expect.poll(async () => JSON.stringify(await stored(page, 'afterword/search'))).toContain('Likes short letters');
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'Save', exact: true }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole('link', { name: '+1 212 555 0142' })).toBeVisible();
    await expect(tab.getByText('Likes short letters')).toBeVisible();
  }
  await expect.poll(async () => JSON.stringify(await stored(page, 'afterword/search'))).not.toContain('half_typed');
  // What comes later is not taken back by a sheet that knows of what both had typed.
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByText('This is as you left it.', { exact: false })).toHaveCount(0);
  await other.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Notes').fill('Prefers to be called');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByRole('dialog').getByLabel('Phone').fill('+1 212 555 0199');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole('link', { name: '+1 212 555 0199' })).toBeVisible();
    await expect(tab.getByText('Prefers to be called')).toBeVisible();
  }
});

test('S27 somebody who is typed anew in two tabs, one of them asleep, is there once', async ({ page }) => {
  await canSleep(page);
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: /Northwind/ }).first().click();
  await onScreen(page, 'Northwind');
  const other = await sameInAnotherTab(page);
  await page.evaluate(() => Object.assign(window, { isAsleep: true }));
  for (const tab of [other, page]) {
    await tab.getByRole('button', { name: 'Add somebody' }).click();
    await tab.locator('.opportunity__person').getByLabel('Name').fill('Lea Brandt');
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(toast(tab)).toContainText('Lea Brandt');
  }
  expect(await stored(page, 'afterword/person/')).toHaveLength(2);
});

test('S27 a letter that is open in two tabs and marked as sent in both went out once', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  await onScreen(page, /^Thank-you to/);
  const other = await sameInAnotherTab(page);
  await onScreen(other, /^Thank-you to/);
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
  await other.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(other, 'Today');
  const [[, text]] = await stored(page, 'afterword/opportunity/');
  expect(JSON.parse(text).data.events).toHaveLength(1);
});

test('T8 the zone changes while the page is open: the day and the times are those of the new one', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await expect(page.getByText('Tuesday 9 June')).toBeVisible();
  await page.evaluate(() => {
    // As a browser tells of Tokyo.
    Date.prototype.getTimezoneOffset = () => -9 * 60;
    window.dispatchEvent(new Event('focus'));
  });
  await expect(page.getByText('Wednesday 10 June')).toBeVisible();
});

test('P6 the browser is asked to keep what is stored once something is, and its answer is shown', async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    StorageManager.prototype.persisted = async () => { asked.push('persisted'); return false; };
    StorageManager.prototype.persist = async () => { asked.push('persist'); return false; };
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked.filter((one) => one === 'persist').length);
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  expect(await asked()).toBe(0);
  await noteInterview(page, ONE);
  await expect.poll(asked).toBe(1);
  await page.goto('./#/data');
  await expect(page.getByText(/The browser may throw it away when it runs short of room/)).toBeVisible();
});

test('S28 what no backup has held for a week is told, once a visit', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  const told = page.getByText(/There is no backup yet of what you noted in the last/);
  await expect(told).toHaveCount(0);
  await setClock(page, '2026-06-18T09:00');
  await page.reload();
  await mounted(page);
  await expect(told).toBeVisible();
  await page.getByRole('status').filter({ hasText: 'There is no backup yet' }).getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toHaveCount(0);
});

test('S4 there is no room from the first write on: it is said, and one can go on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  });
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('alert')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Thank Dana Reyes' })).toBeVisible();
});

test('S6, S8 one record is cut off: the others are there, and its text can be saved', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.goto('./#/interview');
  await noteInterview(page, [{ name: 'Ines Moreau' }], 'Contoso');
  const [[key, text]] = (await stored(page, 'afterword/opportunity/')).filter(([, text]) => text.includes('Contoso'));
  const cut = text.slice(0, text.length / 2);
  await page.evaluate(([key, cut]) => localStorage.setItem(key, cut), [key, cut] as const);
  await loseJournal(page);
  await page.reload();
  await mounted(page);
  await expect(page.getByText('One record cannot be read. Nothing of it is lost')).toBeVisible();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await page.getByRole('link', { name: 'See it' }).click();
  await onScreen(page, 'Data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save its text/ }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe(cut);
});

test('S6 a record that is cut off in storage is whole in the journal, and nothing is missing', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  const [[key, text]] = await stored(page, 'afterword/opportunity/');
  await page.evaluate(([key, cut]) => localStorage.setItem(key, cut), [key, text.slice(0, text.length / 2)] as const);
  await page.reload();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await expect(page.getByText(/cannot be read/)).toHaveCount(0);
});

test('S7, S12 records of another shape, empty ones and null are told apart from good ones', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.evaluate(() => {
    const others = ['{"schema":1,"revision":1,"data":{"lamp":true}}', '', 'null'];
    for (const [n, text] of others.entries()) localStorage.setItem(`afterword/person/00000000-0000-7000-8000-00000000000${n}`, text);
  });
  await page.reload();
  await mounted(page);
  await expect(page.getByText('Three records cannot be read')).toBeVisible();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
});

test('S9 a newer version wrote here: this one reads, and writes nothing', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await page.evaluate(() => localStorage.setItem('afterword/settings/all', '{"schema":999,"revision":1,"data":{}}'));
  const before = await stored(page, '');
  await page.reload();
  await mounted(page);
  await expect(page.getByRole('alert').filter({ hasText: 'A newer version of Afterword has written here' })).toBeVisible();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await page.goto('./#/interview');
  await noteInterview(page, [{ name: 'Ines Moreau' }], 'Contoso');
  expect((await stored(page, '')).sort()).toEqual(before.sort());
});

test('S13 keys of other apps on the same address stay as they are, even when all is erased', async ({ page }) => {
  await openEmpty(page);
  await page.evaluate(() => { localStorage.setItem('theme', 'x'); localStorage.setItem('afterword-other', '{'); });
  await page.reload();
  await mounted(page);
  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase it all' }).click();
  await expect(toast(page)).toContainText('Everything is erased');
  expect((await stored(page, '')).sort()).toEqual([['afterword-other', '{'], ['theme', 'x']]);
});

test('S15 two tabs: what one does is seen in the other at once', async ({ page, context }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page);
  const other = await context.newPage();
  await setClock(other, TUESDAY);
  await openEmpty(other, 'interview');
  await noteInterview(other, ONE);
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await card(page, 'Thank Dana Reyes').getByRole('button', { name: /^Sent already/ }).click();
  await expect(card(other, 'Thank Dana Reyes')).toHaveCount(0);
});

test('S15 two tabs that show Today let each other be', async ({ page, context }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  const other = await context.newPage();
  // A little behind, so that neither looks quite like the other.
  await setClock(other, '2026-06-09T14:32:50');
  await openEmpty(other);
  await expect(card(other, 'Note when Northwind will answer')).toBeVisible();
  const listen = (tab: typeof page) =>
    tab.evaluate(() => {
      const heard: string[] = [];
      window.addEventListener('storage', ({ key }) => heard.push(key ?? ''));
      Object.assign(window, { heard });
    });
  await listen(page);
  await listen(other);
  await card(page, 'Thank Dana Reyes').getByRole('button', { name: /^Sent already/ }).click();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  const heard = (tab: typeof page) => tab.evaluate(() => (window as unknown as { heard: string[] }).heard.join(' '));
  await expect.poll(() => heard(other)).not.toBe('');
  // They fall silent: between two looks, a second apart, neither hears anything more.
  let before = '';
  const news = async () => {
    const both = (await Promise.all([page, other].map(heard))).join(' | ');
    const since = both === before ? 'nothing' : both;
    before = both;
    return since;
  };
  await expect.poll(news, { intervals: [1000] }).toBe('nothing');
});

test('S15 two tabs at one letter: neither wording is lost', async ({ page, context }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  const letter = page.getByLabel('Letter', { exact: true });
  await letter.fill('Hi Dana,\n\nfrom the first tab.');
  await expect.poll(async () => JSON.stringify(await stored(page, 'afterword/'))).toContain('from the first tab');
  const other = await context.newPage();
  await setClock(other, TUESDAY);
  await other.goto(page.url());
  await mounted(other);
  const there = other.getByLabel('Letter', { exact: true });
  await expect(there).toHaveValue(/from the first tab/);
  await there.fill('Hi Dana,\n\nfrom the second tab.');
  await expect(letter, 'what is typed there comes here').toHaveValue(/from the second tab/);

  // Both are typed at before either is kept.
  await letter.fill('Hi Dana,\n\nfrom the first tab again.');
  await there.fill('Hi Dana,\n\nfrom the second tab again.');
  const both = async () => JSON.stringify(await stored(page, 'afterword/'));
  await expect.poll(both).toContain('from the first tab again');
  await expect.poll(both).toContain('from the second tab again');
});

test('S17 another tab empties the storage: what is on the screen is offered to be stored again', async ({ page, context }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  const other = await context.newPage();
  await openEmpty(other);
  await other.evaluate(() => localStorage.clear());
  const notice = page.getByRole('alert').filter({ hasText: 'What was stored here is gone' });
  await expect(notice).toBeVisible();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await notice.getByRole('button', { name: 'Store it again' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await mounted(page);
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
});

const HOSTILE = '<img src=x onerror="document.title=1">';
const ODD = 'Zo\u00eb \u202e\u05d0\u05d1 \u{1F469}\u200d\u{1F4BB} \u200b';

test('I10, S14 markup and odd characters in any field are text, and stay what they were', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await page.getByLabel('What you call it').fill(HOSTILE);
  await noteInterview(page, [{ name: `${HOSTILE} ${ODD}`.trim(), mention: HOSTILE }], HOSTILE);
  await page.getByText(`Find out how to reach \u2068${HOSTILE}`).click();
  await page.getByRole('link', { name: /^Ask for it/ }).first().click();
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(/<img/);
  for (const place of ['pipeline', 'people', 'data', 'today']) {
    await page.goto(`./#/${place}`);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.locator('main img')).toHaveCount(0);
  }
  await expect(page).toHaveTitle('Today · Afterword');
});

test('I11 an address that is a script is no link', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await toCompany(page, 'Thank Dana Reyes');
  await onScreen(page, 'Northwind');
  for (const address of ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>']) {
    await choose(page.getByRole('main'), 'Edit', 'Edit the opportunity');
    const form = page.getByRole('dialog', { name: 'Edit the opportunity' });
    await form.getByLabel('Link to the job ad').fill(address);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toHaveCount(0);
    const hrefs = await page.getByRole('main').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.filter((href) => /^(javascript|data):/i.test(href ?? ''))).toEqual([]);
  }
});

test('T1 the clock jumps forward while the page is open, and back again', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  const thanks = card(page, 'Thank Dana Reyes');
  await expect(thanks).toContainText('by 14:30 tomorrow');
  await setClock(page, '2027-06-09T14:33');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('Wednesday 9 June', { exact: false }).first()).toBeVisible();
  await expect(thanks).toHaveCount(0);
  await setClock(page, TUESDAY);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(thanks).toContainText('by 14:30 tomorrow');
});

test('T1 what is due changes by itself when its time comes', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await setClock(page, '2026-06-10T14:29:58');
  await page.reload();
  await mounted(page);
  await expect(card(page, 'Thank Dana Reyes')).toContainText('Still worth sending today');
});

test('T2 the zone is another one on the next visit: the instant stays, its local time moves', async ({ page, browser, baseURL }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  const kept = await stored(page, 'afterword/');
  const away = await browser.newContext({ baseURL, timezoneId: 'Europe/Berlin' });
  const there = await away.newPage();
  await there.addInitScript((kept) => kept.forEach(([key, text]) => localStorage.setItem(key, text)), kept);
  await setClock(there, TUESDAY);
  await openEmpty(there);
  await expect(card(there, 'Thank Dana Reyes')).toContainText('by 20:30 tomorrow');
  await away.close();
});

for (const [day, ends, due] of [
  ['2026-03-07', '15:00', 'by 16:00 tomorrow'],
  ['2026-10-31', '15:00', 'by 14:00 tomorrow'],
] as const) {
  test(`T3 24 hours are 24 hours, from ${day} over the change of the clocks`, async ({ page }) => {
    await setClock(page, `${day}T15:10`);
    await openEmpty(page, 'interview');
    await page.getByLabel('Ended').fill(ends);
    await noteInterview(page, ONE);
    await expect(card(page, 'Thank Dana Reyes')).toContainText(due);
  });
}

test('T6 a round that ends before it starts is asked about, not stored', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await page.getByLabel('Started').fill('14:00');
  await page.getByLabel('Ended').fill('13:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Ended')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Ended')).toHaveAccessibleDescription(/.+/);
  expect(await stored(page, 'afterword/opportunity/')).toEqual([]);
});

for (const [about, day] of [['past', '2026-06-01'], ['day of the interview', '2026-06-09']] as const) {
  test(`T7 a promised date in the ${about} is taken, and its follow-up has its window`, async ({ page }) => {
    await setClock(page, TUESDAY);
    await openEmpty(page, 'interview');
    await page.getByLabel('Or by this day').fill(day);
    await noteInterview(page, ONE);
    await toCompany(page, 'Thank Dana Reyes');
    await onScreen(page, 'Northwind');
    await expect(page.getByRole('main').getByText(/Ask Northwind where things stand/).first()).toBeVisible();
  });
}

test('P8 the share sheet is closed and the clipboard refused: nothing is noted as sent, and the text is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, { share: () => Promise.reject(new DOMException('closed', 'AbortError')) });
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  await onScreen(page, /^Thank-you to/);
  const before = await stored(page, 'afterword/opportunity/');
  await choose(page.getByRole('main'), 'Other ways', 'Share');
  await choose(page.getByRole('main'), 'Other ways', 'Copy the text');
  const selected = () => page.evaluate(() => {
    const area = document.activeElement as HTMLTextAreaElement;
    return area.tagName === 'TEXTAREA' && area.selectionEnd - area.selectionStart === area.value.length && area.value.length > 0;
  });
  await expect.poll(selected).toBe(true);
  const events = (all: [string, string][]) => all.map(([, text]) => JSON.parse(text).data.events ?? []);
  expect(events(await stored(page, 'afterword/opportunity/'))).toEqual(events(before));
});

test('P11 the browser translates the page: it goes on', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await noteInterview(page, ONE);
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await page.evaluate(() => {
    // As Chromium does: each text goes into an element of its own, and the old node is gone.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (texts.nextNode()) all.push(texts.currentNode as Text);
    for (const text of all.filter((text) => text.data.trim() && text.parentElement?.tagName !== 'SCRIPT')) {
      const font = document.createElement('font');
      font.textContent = `${text.data}`;
      text.replaceWith(font);
    }
  });
  await card(page, 'Thank Dana Reyes').getByRole('button', { name: /^Sent already/ }).click();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await onScreen(page, 'People');
  await expect(page.getByRole('link', { name: /Dana Reyes/ })).toBeVisible();
});

test('P12 Enter that chooses a word of an input method goes nowhere and saves nothing', async ({ page }) => {
  await setClock(page, TUESDAY);
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  const enter = (isComposing: boolean, ctrlKey: boolean) => page.getByLabel('Company').evaluate((field, how) => {
    (field as HTMLElement).focus();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how }));
  }, { isComposing, ctrlKey });
  await enter(true, false);
  await expect(page.getByLabel('Company')).toBeFocused();
  await enter(true, true);
  expect(await stored(page, 'afterword/opportunity/')).toEqual([]);
  await enter(false, false);
  await expect(page.getByLabel('Role')).toBeFocused();
});
