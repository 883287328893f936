// Measures the built app in a browser and prints a line for each figure: its key, as `cargo xtask bench` knows it, and
// the median. Bytes are those of the bodies as sent, times are milliseconds. Fails nothing, since machines differ.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './launch.mjs';

const RUNS = 5;
const NOW = '2026-06-10T14:00:00Z';
// 150 ms, 1.6 Mbit/s down and 750 kbit/s up.
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const [address, ...searches] = process.argv.slice(2); // name=file …; bytes alone where there are none

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const figure = (key, value) => Number.isFinite(value) && console.log(key, Math.round(value * 100) / 100);

/** The texts of a backup's records by their keys, as the app stores them. */
function stored(backup) {
  const texts = {};
  const put = (kind, id, data) => (texts[`afterword/${kind}/${id}`] = JSON.stringify({ schema: backup.schema, revision: 1, data }));
  for (const one of backup.opportunities) put('opportunity', one.id, one);
  for (const one of backup.people) put('person', one.id, one);
  return texts;
}

const browser = await launch();

/** A page with these texts stored. `kept`: the worker keeps the app, as on any start but the first. */
async function open(texts, { kept = false } = {}) {
  const serviceWorkers = kept ? 'allow' : 'block';
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: 'America/New_York', serviceWorkers });
  const page = await context.newPage();
  await page.addInitScript(`{ const shift = ${Date.parse(NOW)} - Date.now(); const Then = Date;
    Date = class extends Then { constructor(...a) { a.length ? super(...a) : super(Then.now() + shift); } static now() { return Then.now() + shift; } }; }`);
  await page.goto(`${address}icon.svg`);
  await page.evaluate((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), texts);
  const session = await context.newCDPSession(page);
  const slow = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
  return { context, page, session, slow };
}

/** Waits for the mark that the app sets once it is laid out, and gives its time. */
const usable = (page) => page.evaluate(() => new Promise((done) => {
  const mark = () => performance.getEntriesByName('afterword:usable')[0];
  const look = () => (mark() ? done(mark().startTime) : setTimeout(look, 5));
  look();
}));

/** How long the app took for each plan so far. */
const plans = (page) => page.evaluate(() => performance.getEntriesByName('afterword:plan').map(({ duration }) => duration));

/** What the form needs before it can be used, and all that comes behind it. */
async function bytes() {
  const { context, page } = await open({});
  await page.goto(`${address}#/interview`);
  const ready = await usable(page);
  await page.waitForLoadState('networkidle');
  const sizes = await page.evaluate((until) => {
    const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return asked.map((one) => [one.startTime < until, one.encodedBodySize]);
  }, ready);
  await context.close();
  const sum = (all) => all.reduce((total, [, size]) => total + size, 0);
  figure('bytes.form', sum(sizes.filter(([first]) => first)));
  figure('bytes.app', sum(sizes));
}

/** From an empty cache, on slow 4G, at 4×: the page is opened, and the button tapped as soon as it is painted. */
async function firstVisit() {
  const times = { paint: [], words: [], form: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page, session, slow } = await open({});
    await page.addInitScript(() => {
      const seen = (window.seen = {});
      const isShown = (one) => one && one.getClientRects().length > 0 && !one.disabled;
      const button = () => document.querySelector('a[href="#/interview"]');
      const field = () => [...document.querySelectorAll('main input')].find(({ labels }) => labels?.[0]?.textContent.startsWith('Company'));
      const painted = (then) => requestAnimationFrame(() => setTimeout(then));
      const until = (find, then) => {
        if (isShown(find())) painted(() => then(find()));
        else requestAnimationFrame(() => until(find, then));
      };
      until(button, (button) => {
        seen.words = performance.now();
        button.click();
        until(field, () => { seen.form = performance.now(); });
      });
    });
    await slow(4);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.goto(address);
    await page.waitForFunction(() => window.seen.form);
    const { words, form } = await page.evaluate(() => window.seen);
    times.words.push(words);
    times.form.push(form);
    times.paint.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    await context.close();
  }
  Object.entries(times).forEach(([what, all]) => figure(`first.${what}`, median(all)));
}

/**
 * When Today stands: as any start but the first, from what the worker keeps. `seen` is the earlier of that and of a
 * picture of Today that an older version shows until then.
 */
async function start(name, texts, rate) {
  const [seen, times, planned] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page, slow } = await open(texts, { kept: true });
    await page.goto(address); // warms the caches
    await usable(page);
    // Then the worker has all that is fetched behind it, too.
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await page.evaluate(() => new Promise((done) => { requestIdleCallback(() => setTimeout(() => requestIdleCallback(done), 1000)); }));
    await slow(rate);
    await page.reload();
    times.push(await usable(page));
    seen.push(await page.evaluate(() => Math.min(...performance.getEntriesByType('mark').filter(({ name }) => /glance|usable/.test(name)).map(({ startTime }) => startTime))));
    planned.push((await plans(page))[0]);
    await context.close();
  }
  figure(`start.${name}.${rate}x.seen`, median(seen));
  figure(`start.${name}.${rate}x`, median(times));
  if (rate === 1) figure(`plan.browser.${name}.first`, median(planned));
}

/**
 * From a tap to the next paint, which says that it is done, on the first action that can be marked as sent: as the
 * browser itself counts it (Event Timing, in steps of 8 ms). And until the next action is in its place.
 */
async function sent(name, texts) {
  const [said, drawn] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page, slow } = await open(texts);
    await page.goto(address);
    await usable(page);
    await page.waitForLoadState('networkidle'); // nobody taps while the other chunks are still arriving
    const button = page.locator('main button').filter({ hasText: /^Sent/ }).first();
    await button.scrollIntoViewIfNeeded();
    await slow(4);
    await button.evaluate((button) => {
      const card = button.closest('article');
      // Two may bear the same title; each has another letter.
      const title = () => card.isConnected && card.querySelector('h2, h3').textContent + card.querySelector('a[href^="#/write"]')?.href;
      const before = title();
      const seen = (window.tapped = {});
      new PerformanceObserver((list) => {
        const click = list.getEntries().find((one) => one.name === 'click');
        if (click) seen.said = click.duration;
      }).observe({ type: 'event', durationThreshold: 16 });
      button.addEventListener('click', ({ timeStamp }) => {
        const look = () => {
          if (title() === before) setTimeout(look, 2);
          else requestAnimationFrame(() => setTimeout(() => { seen.drawn = performance.now() - timeStamp; }));
        };
        setTimeout(look);
      }, { capture: true, once: true });
    });
    await button.click();
    const { said: one, drawn: other } = await page.waitForFunction(() => window.tapped.said && window.tapped.drawn && window.tapped).then((seen) => seen.jsonValue());
    said.push(one);
    drawn.push(other);
    await context.close();
  }
  figure(`sent.${name}.4x`, median(said));
  figure(`sent.${name}.4x.next`, median(drawn));
}

/**
 * From each key to the frame after it, while a note is typed in Write: the middle and the slowest of them. Most keys
 * come as a person types; now and then there is a pause, so that checking and keeping fall between keys and under them.
 */
async function typing(name, texts) {
  const { context, page, slow } = await open(texts);
  await page.goto(address);
  await usable(page);
  await page.locator('main a[href^="#/write"]').first().click();
  const letter = page.locator('#letter');
  await letter.waitFor();
  await slow(4);
  await page.evaluate(() => {
    window.took = [];
    document.querySelector('#letter').addEventListener('keydown', (event) => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => window.took.push(performance.now() - pressed)));
    }, { capture: true });
  });
  await letter.press('End');
  const text = ' It was good to hear how you plan the next releases, and I would like to be part of it. '.repeat(2);
  for (const [at, key] of [...text].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    // 240 to 330 and 590 to 700 ms: about when the checks speak, and when the letter is kept.
    await page.waitForTimeout(at % 12 === 11 ? 590 + (at * 7) % 110 : at % 5 === 4 ? 240 + (at * 11) % 90 : 30);
  }
  const took = (await page.evaluate(() => window.took)).slice(1);
  await context.close();
  figure(`key.${name}.4x`, Math.max(...took));
  figure(`key.${name}.4x.middle`, median(took));
}

/** How long a plan takes that is made anew: after a tap, and as often as that is taken back and done again. */
async function planning(name, texts) {
  const { context, page } = await open(texts);
  await page.goto(address);
  await usable(page);
  await page.waitForLoadState('networkidle');
  const before = (await plans(page)).length;
  for (let tap = 0; before && tap < 2 * RUNS; tap += 1) {
    const made = (await plans(page)).length;
    if (tap === 0) await page.locator('main button').filter({ hasText: /^Sent/ }).first().click();
    else await page.keyboard.press(tap % 2 ? 'Control+z' : 'Control+Shift+z');
    await page.waitForFunction((made) => performance.getEntriesByName('afterword:plan').length > made, made, { timeout: 5000 });
  }
  const after = (await plans(page)).slice(before);
  await context.close();
  if (after.length) figure(`plan.browser.${name}`, median(after));
}

/** The backup with its opportunities over and over again, each time under other ids, until it is of five million characters. */
function fiveMillion(backup) {
  const times = Math.ceil(5e6 / JSON.stringify(backup).length);
  const again = (one, time) => ({ ...one, id: one.id.slice(0, -4) + time.toString(16).padStart(4, '0') });
  const opportunities = Array.from({ length: times }, (_, time) => backup.opportunities.map((one) => (time ? again(one, time) : one)));
  return JSON.stringify({ ...backup, opportunities: opportunities.flat() });
}

/** From the choice of a backup to the frame that says what is in it; and the longest that nothing else could happen. */
async function preview(backup) {
  // From a file, as a person chooses one: what the driver hands over as bytes is a task of the page's own.
  const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
  const path = join(folder, 'backup.json');
  writeFileSync(path, fiveMillion(backup));
  const [times, longest] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page } = await open({});
    await page.goto(`${address}#/data`);
    const file = page.locator('input[type=file]');
    await file.waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      window.tasks = [0];
      new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
      document.querySelector('input[type=file]').addEventListener('change', () => {
        const begun = performance.now();
        const look = () => (document.querySelector('.data__opened') ? requestAnimationFrame(() => setTimeout(() => { window.shown = performance.now() - begun; })) : setTimeout(look, 2));
        look();
      }, { capture: true });
    });
    await file.setInputFiles(path);
    await page.waitForFunction(() => window.shown);
    // What would change is counted behind that.
    await page.getByText(/^(Records: |Nothing would change)/).waitFor();
    times.push(await page.evaluate(() => window.shown));
    longest.push(await page.evaluate(() => Math.max(...window.tasks)));
    await context.close();
  }
  rmSync(folder, { recursive: true });
  figure('preview.5mb', median(times));
  figure('preview.5mb.longest', median(longest));
}

try {
  await bytes();
  if (searches.length) await firstVisit();
  for (const search of searches) {
    const [name, file] = search.split('=');
    const backup = JSON.parse(readFileSync(file, 'utf8'));
    const texts = stored(backup);
    // A browser keeps some five million characters for a page.
    const size = Object.entries(texts).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    console.log(`# ${name}: ${Object.keys(texts).length} records, ${(size / 1e6).toFixed(1)} million characters`);
    await start(name, texts, 1);
    await planning(name, texts);
    if (name === '10000') continue;
    await start(name, texts, 4);
    await sent(name, texts);
    await typing(name, texts);
    if (name === '1000') await preview(backup);
  }
} finally {
  await browser.close();
}
