// After a first visit the app starts without a connection, whole and in one version, and a new one waits to be asked for.
import type { Page } from '@playwright/test';
import { built, Host, next, withText, type Fault } from './host';
import { expect, mounted, setClock, test as base } from './support';
import { card, noteInterview, onScreen } from './story';

const FIRST = built();
const SECOND = next(FIRST, 'second');

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await Host.open(FIRST);
    await use(host);
    host.close();
  },
  baseURL: async ({ host }, use) => use(host.address),
});

test.use({ serviceWorkers: 'allow' });

/** Opens the app, and waits until it is kept. */
async function visit(page: Page, address = './'): Promise<void> {
  await setClock(page, '2026-06-09T14:33');
  await page.goto(address);
  await mounted(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

/** With an interview noted. */
async function visitAndNote(page: Page): Promise<void> {
  await visit(page, './#/interview');
  await noteInterview(page);
}

const offer = (page: Page) => page.getByRole('status').filter({ hasText: 'A newer version of Afterword is here.' });

/** Has the browser look for a newer version, as it does at a start. */
const look = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.getRegistration().then((kept) => kept!.update()).catch(() => {}));

/** Looks for a newer version, and waits until it is thrown away. */
const lookInVain = (page: Page) =>
  page.evaluate(async () => {
    const kept = (await navigator.serviceWorker.getRegistration())!;
    const found = new Promise<ServiceWorker>((done) => { kept.onupdatefound = () => done(kept.installing!); });
    await kept.update().catch(() => {});
    const coming = await found;
    if (coming.state === 'redundant') return;
    await new Promise<void>((done) => { coming.onstatechange = () => coming.state === 'redundant' && done(); });
  });

const version = (page: Page) => page.locator('html').getAttribute('data-version');

/** What the caches hold of the app, by their names; one more only says that something was stored. */
const caches = (page: Page) =>
  page.evaluate(async () => {
    const names = (await window.caches.keys()).filter((name) => name !== 'afterword kept');
    const count = async (name: string) => (await (await window.caches.open(name)).keys()).length;
    return Promise.all(names.map(async (name) => [name, await count(name)] as const));
  });

const WAYS = [
  ['the browser takes the files from the cache by itself', FIRST],
  ['the worker gives them', withText(FIRST, 'worker.js', (worker) => worker.replace('addRoutes', 'knowsNone'))],
] as const;

for (const [way, site] of WAYS) {
  test.describe(`P1 without a connection, from the second start on, where ${way}`, () => {
    test.beforeEach(({ host }) => host.put(site));

    test('the app starts, and what was noted is there', async ({ page, host, conduct }) => {
      await visitAndNote(page);
      host.cut();
      await page.reload();
      await mounted(page);
      await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
      conduct.forgive(/ERR_|fetching the script/);
    });

    test('a deep link opens its screen, and each part of the app is there', async ({ page, context, host, conduct }) => {
      await visitAndNote(page);
      const letter = await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).getAttribute('href');
      host.cut();
      await page.close();
      for (const [place, heading] of [[letter, 'Thank-you to Dana Reyes'], ['#/people', 'People'], ['#/data', 'Data']] as const) {
        const other = await context.newPage();
        await setClock(other, '2026-06-09T14:33');
        await other.goto(`./${place}`);
        await mounted(other);
        await onScreen(other, heading);
        await other.close();
      }
      conduct.forgive(/ERR_|fetching the script/);
    });

    test('and where the host leads from the folder to the page', async ({ page, host, conduct }) => {
      host.spoil(/^$/, 'elsewhere');
      await visit(page);
      host.cut();
      await page.goto('./');
      await mounted(page);
      await onScreen(page, 'Today');
      conduct.forgive(/ERR_|fetching the script/);
    });

    test('whatever stands behind a question mark', async ({ page, host, conduct }) => {
      await visit(page);
      host.cut();
      for (const address of ['./?from=home', './index.html']) {
        await page.goto(address);
        await mounted(page);
        await onScreen(page, 'Today');
      }
      conduct.forgive(/ERR_|fetching the script/);
    });
  });
}

for (const file of ['afterword.wasm', 'core.wasm', 'afterword.js']) {
  test(`P10 what is kept of ${file} is spoilt: it is forgotten, and the app starts`, async ({ page, conduct }) => {
    await visitAndNote(page);
    await page.evaluate(async (file) => {
      for (const name of await window.caches.keys()) {
        const cache = await window.caches.open(name);
        for (const { url } of (await cache.keys()).filter(({ url }) => url.endsWith(`/${file}`))) {
          const type = file.endsWith('js') ? 'text/javascript' : 'application/wasm';
          await cache.put(url, new Response('spoilt )(', { headers: { 'content-type': type } }));
        }
      }
    }, file);
    await page.reload();
    await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
    const spoilt = await page.evaluate(async (file) => {
      const kept = await Promise.all((await window.caches.keys()).map(async (name) => {
        const cache = await window.caches.open(name);
        const urls = (await cache.keys()).map(({ url }) => url).filter((url) => url.endsWith(`/${file}`));
        return Promise.all(urls.map(async (url) => (await cache.match(url))!.text()));
      }));
      return kept.flat().filter((text) => text.startsWith('spoilt'));
    }, file);
    expect(spoilt).toEqual([]);
    conduct.forgive(/did not start|CompileError|SyntaxError|Unexpected|wasm/i);
  });
}

test('all that a first visit needs is there before anything is kept, and no part is fetched twice', async ({ page, host }) => {
  await visit(page);
  const before = host.asked.slice(0, host.asked.indexOf('worker.js'));
  const parts = (paths: string[]) => paths.filter((path) => path.startsWith('app-')).sort();
  expect(parts(before)).toEqual([...FIRST.keys()].filter((path) => path.startsWith('app-')).sort());
  expect(parts(host.asked)).toEqual(parts(before));
});

test.describe('P2 a new version comes while the app is open', () => {
  test('it is told, and used at a tap; what was half typed is there', async ({ page, host }) => {
    await visitAndNote(page);
    await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
    await onScreen(page, 'Thank-you to Dana Reyes');
    host.put(SECOND);
    await look(page);
    await expect(offer(page)).toBeVisible();
    expect(await version(page)).toBeNull();
    const letter = page.getByLabel('Letter', { exact: true });
    await letter.fill('Hi Dana,\n\nhalf a sentence');
    await offer(page).getByRole('button', { name: 'Reload' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-version', 'second');
    await mounted(page);
    await expect(letter).toHaveValue('Hi Dana,\n\nhalf a sentence');
    await expect(offer(page)).toHaveCount(0);
    expect((await caches(page)).map(([name]) => name)).toEqual([`afterword ${host.address} second`]);
  });

  test('it waits until it is asked for: loaded again, the page is the one that it was', async ({ page, host }) => {
    await visitAndNote(page);
    host.put(SECOND);
    await page.reload();
    await mounted(page);
    await expect(offer(page)).toBeVisible();
    await page.reload();
    await mounted(page);
    expect(await version(page)).toBeNull();
    await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
    await expect(offer(page)).toBeVisible();
  });

  test('once every page is closed, the next start is the new one', async ({ page, context, host }) => {
    await visitAndNote(page);
    host.put(SECOND);
    await look(page);
    await expect(offer(page)).toBeVisible();
    await page.close();
    const other = await context.newPage();
    await expect(async () => {
      await other.goto('./');
      await mounted(other);
      expect(await version(other)).toBe('second');
    }).toPass();
  });

  test('a page that stays open for days looks when somebody leaves it or comes back, once an hour', async ({ page, host }) => {
    await visitAndNote(page);
    host.put(SECOND);
    const asked = () => host.asked.filter((path) => path === 'worker.js').length;
    const before = asked();
    const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await comeBack();
    await page.evaluate(() => {
      const real = performance.now.bind(performance);
      performance.now = () => real() + 3_600_000;
    });
    expect(asked()).toBe(before);
    await comeBack();
    await comeBack();
    await expect(offer(page)).toBeVisible();
    expect(asked()).toBe(before + 1);
  });

  for (const [way, site] of WAYS) {
    test(`an older page in another tab goes on with its own parts, where ${way}`, async ({ page, context, host, conduct }) => {
      host.put(site);
      // One of its parts did not arrive yet.
      host.spoil(/\/others\.wasm/, 'not found', 1);
      await visitAndNote(page);
      const other = await context.newPage();
      await visit(other, './#/people');
      host.put(next(site, 'second'));
      await look(other);
      await offer(other).getByRole('button', { name: 'Reload' }).click();
      await expect(other.locator('html')).toHaveAttribute('data-version', 'second');
      await mounted(other);
      expect(await version(page)).toBeNull();
      // The host no longer has that part, nor has the browser but where the worker keeps it.
      await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
      await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
      await onScreen(page, 'Thank-you to Dana Reyes');
      expect((await caches(page)).length).toBe(2);
      // Asked for there as well, it is the newer one too.
      await offer(page).getByRole('button', { name: 'Reload' }).click();
      await expect(page.locator('html')).toHaveAttribute('data-version', 'second');
      await onScreen(page, 'Thank-you to Dana Reyes');
      conduct.forgive(/404|did not arrive/);
    });
  }
});

for (const fault of ['cut off', 'not found', 'a page', 'another file'] satisfies Fault[]) {
  const name = { 'cut off': 'P3', 'not found': 'P3', 'a page': 'P4', 'another file': 'P4' }[fault];

  test(`${name} of a new version one file comes as “${fault}”: the old one goes on, and nothing half is kept`, async ({ page, host, conduct }) => {
    await visitAndNote(page);
    const before = await caches(page);
    host.put(SECOND);
    host.spoil(/\/others\.wasm/, fault);
    await lookInVain(page);
    expect(await caches(page)).toEqual(before);
    await page.reload();
    await mounted(page);
    expect(await version(page)).toBeNull();
    await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
    await expect(offer(page)).toHaveCount(0);
    host.mend();
    await look(page);
    await expect(offer(page)).toBeVisible();
    conduct.forgive(/ERR_|404|integrity|digest/);
  });

  test(`${name} on the first visit one file comes as “${fault}”: the app runs, nothing is kept, and the next visit makes up for it`, async ({ page, host, conduct }) => {
    host.spoil(/manifest|icon/, fault);
    await page.goto('./');
    await mounted(page);
    await expect.poll(() => host.asked.filter((path) => path.startsWith('icon.svg')).length).toBeGreaterThan(1);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined)).toBe(true);
    expect(await caches(page)).toEqual([]);
    await onScreen(page, 'Today');
    host.mend();
    await visit(page);
    expect((await caches(page)).length).toBe(1);
    conduct.forgive(/ERR_|404|integrity|digest|Manifest/);
  });
}

test('other apps of the host are left alone, and so is another copy of this one', async ({ page, host, conduct }) => {
  const below = `${host.address}below/`;
  host.put(FIRST, 'below/');
  host.put(new Map([['index.html', Buffer.from('<!doctype html><title>Theirs</title>')]]), 'theirs/');
  await visit(page, below);
  await page.evaluate(async () => {
    for (const name of ['theirs', 'afterword', 'afterword-other 1']) await window.caches.open(name);
  });
  await visitAndNote(page);
  const own = (await caches(page)).find(([name]) => name.startsWith(`afterword ${host.address} `))!;
  const others = (await caches(page)).filter((cache) => cache[0] !== own[0]);
  expect(others.length).toBe(4);
  host.put(SECOND);
  await look(page);
  await offer(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'second');
  await mounted(page);
  expect(await caches(page)).toEqual([...others, [`afterword ${host.address} second`, own[1]]]);
  await page.goto(`${host.address}theirs/`);
  await expect(page).toHaveTitle('Theirs');
  host.cut();
  await page.goto(below);
  await mounted(page);
  expect(await version(page)).toBeNull();
  conduct.forgive(/ERR_|404|fetching the script/);
});

for (const [way, site] of WAYS) {
  test(`what the browser has lost comes from the host, where ${way}`, async ({ page, host }) => {
    host.put(site);
    await visit(page);
    await page.evaluate(async () => {
      for (const name of await window.caches.keys()) await window.caches.delete(name);
    });
    const before = host.asked.length;
    await page.reload();
    await mounted(page);
    await onScreen(page, 'Today');
    expect(host.asked.slice(before)).toContain('');
  });
}

test('where the browser refuses a worker, nothing is said and nothing breaks', async ({ page, host }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  });
  await page.goto('./#/interview');
  await mounted(page);
  await noteInterview(page);
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  expect(host.asked).not.toContain('worker.js');
});
