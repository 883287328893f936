// Measures the built app in a browser: bytes of the first load, time to a usable Today by how much is stored, and
// from tapping "Sent" and from each key typed in Write to the next painted frame. Prints medians beside the aims; fails nothing, since machines differ.
import { readFileSync } from 'node:fs';
import { launch } from './launch.mjs';

const RUNS = 5;
const NOW = '2026-06-10T14:00:00Z';
const [address, ...searches] = process.argv.slice(2); // name=file …

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const line = (what, got, aim) => console.log(`${what.padEnd(52)} ${String(got).padStart(9)}   aim ${aim}`);

/** The texts of a backup's records by their keys, as the app stores them. */
function stored(backup) {
  const texts = {};
  const put = (kind, id, data) => (texts[`afterword/${kind}/${id}`] = JSON.stringify({ schema: backup.schema, revision: 1, data }));
  for (const one of backup.opportunities) put('opportunity', one.id, one);
  for (const one of backup.people) put('person', one.id, one);
  return texts;
}

const browser = await launch();

/** A page with these texts stored, at that slowdown; `kept`: for a start without a connection, too. */
async function open(texts, { slowdown = 1, network = false, kept = false } = {}) {
  const serviceWorkers = kept ? 'allow' : 'block';
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: 'America/New_York', serviceWorkers });
  const page = await context.newPage();
  await page.addInitScript(`{ const shift = ${Date.parse(NOW)} - Date.now(); const Then = Date;
    Date = class extends Then { constructor(...a) { a.length ? super(...a) : super(Then.now() + shift); } static now() { return Then.now() + shift; } }; }`);
  await page.goto(`${address}icon.svg`);
  await page.evaluate((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), texts);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (network) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
  }
  return { context, page, session };
}

const usable = (page) => page.evaluate(() => new Promise((done) => {
  const mark = () => performance.getEntriesByName('afterword:usable')[0];
  const look = () => (mark() ? done(mark().startTime) : setTimeout(look, 5));
  look();
}));

/** The bytes, as sent, of what was asked for before the app could be used, and of all that came behind it. */
async function load(place, texts = {}) {
  const { context, page } = await open(texts);
  await page.goto(`${address}${place}`);
  const ready = await usable(page);
  await page.waitForLoadState('networkidle');
  const sizes = await page.evaluate((until) => {
    const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return asked.map((one) => [one.startTime < until, one.transferSize]);
  }, ready);
  await context.close();
  const sum = (all) => `${Math.round(all.reduce((total, [, size]) => total + size, 0) / 1024)} KB`;
  return { first: sum(sizes.filter(([first]) => first)), all: sum(sizes) };
}

/** From an empty cache, over a slow line, on a slow processor. */
async function slowly(place, texts = {}) {
  const [painted, ready] = [[], []];
  for (let run = 0; run < 3; run += 1) {
    const { context, page } = await open(texts, { slowdown: 4, network: true });
    await page.goto(`${address}${place}`);
    ready.push(await usable(page));
    painted.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    await context.close();
  }
  return { painted: `${Math.round(median(painted))} ms`, usable: `${Math.round(median(ready))} ms` };
}

/** A first visit sees Today, and waits for nothing that it does not show; who comes by another way waits for more. */
async function firstLoads() {
  const first = await load('');
  line('first load of an empty app, bytes as sent', first.first, '130 KB');
  line('first load of the form for an interview', (await load('#/interview')).first, '-');
  line('every part of the app, bytes as sent', first.all, '-');
  const slow = await slowly('');
  line('slow 4G, CPU 4×: the frame is painted', slow.painted, '450 ms');
  line('slow 4G, CPU 4×: an empty app is usable', slow.usable, '1200 ms');
  const form = await slowly('#/interview');
  line('slow 4G, CPU 4×: the form for an interview is usable', form.usable, '-');
}

/** When Today can be read and tapped. As on any start but the first, the browser has the app from what the worker keeps. */
async function today(name, texts, aim) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page } = await open(texts, { kept: true });
    await page.goto(address); // warms the caches
    await usable(page);
    await page.waitForLoadState('networkidle'); // of the parts that are fetched behind it, too
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await page.reload();
    times.push(await usable(page));
    await context.close();
  }
  line(`a usable Today, ${name} stored`, `${Math.round(median(times))} ms`, aim);
}

/**
 * From the tap to the frame after it, which says that it is done, on the first action that can be marked as sent; and
 * until the next one is in its place.
 */
async function sent(name, texts) {
  const [said, drawn] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page, session } = await open(texts);
    await page.goto(address);
    await usable(page);
    await page.waitForLoadState('networkidle'); // nobody taps while the other parts are still arriving
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const took = await page.evaluate(() => new Promise((done) => {
      const button = [...document.querySelectorAll('main button')].find((one) => one.textContent.startsWith('Sent'));
      if (!button) return done(null);
      const card = button.closest('article');
      // Two may bear the same title; each has a letter of its own.
      const title = () => card.isConnected && card.querySelector('h2, h3').textContent + card.querySelector('a[href^="#/write"]')?.href;
      const before = title();
      const since = () => performance.now() - begun;
      const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(since())));
      const begun = performance.now();
      button.click();
      painted((said) => {
        const look = () => (title() === before ? setTimeout(look, 2) : painted((drawn) => done([said, drawn])));
        look();
      });
    }));
    if (took !== null) [said, drawn].forEach((times, at) => times.push(took[at]));
    await context.close();
  }
  const told = (times) => (times.length ? `${Math.round(median(times))} ms` : 'no Sent');
  line(`Sent to paint, ${name} stored, CPU 4×`, told(said), '50 ms');
  line(`Sent to the next card, ${name} stored, CPU 4×`, told(drawn), '-');
}

/**
 * From each key to the frame after it, while a note is typed in Write: the middle and the slowest of them. Most keys
 * come as a person types; now and then there is a pause, so that checking and keeping fall between keys and under them.
 */
async function typing(name, texts) {
  const { context, page, session } = await open(texts);
  await page.goto(address);
  await usable(page);
  await page.locator('main a[href^="#/write"]').first().click();
  const letter = page.locator('#letter');
  await letter.waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
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
  const slowest = Math.max(...took);
  line(`typing in Write, ${name} stored, CPU 4×: middle`, `${median(took).toFixed(1)} ms`, '-');
  line(`typing in Write, ${name} stored, CPU 4×: slowest`, `${slowest.toFixed(1)} ms`, '50 ms');
}

try {
  await firstLoads();
  await today('nothing', {}, '-');
  const aims = { 100: '-', 1000: '120 ms', 5000: '300 ms' };
  for (const search of searches) {
    const [name, file] = search.split('=');
    const texts = stored(JSON.parse(readFileSync(file, 'utf8')));
    // A browser keeps some five million characters for a page; people of old interviews go first.
    const size = Object.entries(texts).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    console.log(`${name}: ${Object.keys(texts).length} records, ${(size / 1e6).toFixed(1)} million characters`);
    await today(name, texts, aims[name] ?? '-');
    if (name === '1000') {
      await sent(name, texts);
      await typing(name, texts);
    }
  }
} finally {
  await browser.close();
}
