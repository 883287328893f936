// Kills the browser at random moments while somebody notes interviews, and starts it again: of what was shown as saved
// more than a second before, nothing may be missing. By hand, for the figure:
//   AFTERWORD_ROOT=http://127.0.0.1:4173/ node scripts/kills.mjs [how many] [seed] [restore]
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { args, executablePath } from './launch.mjs';

const KILLS = Number(process.argv[2] ?? 30);
let seed = Number(process.argv[3] ?? 7);
const root = process.env.AFTERWORD_ROOT;
const random = (below) => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return Math.floor((seed / 2 ** 31) * below);
};

const profile = mkdtempSync(join(tmpdir(), 'afterword-kills-'));
const open = () =>
  chromium.launchPersistentContext(profile, { args, executablePath, baseURL: root, viewport: { width: 390, height: 844 } });

const kill = async (context) => {
  const isGone = new Promise((done) => { context.on('close', done); });
  process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').pop()), 'SIGKILL');
  await isGone;
};

/** What was shown as saved, by company, and when. */
const shown = new Map();

const note = async (page) => {
  const company = `Company ${shown.size + 1}`;
  await page.goto('./#/interview');
  await page.getByLabel('Company').fill(company);
  await page.getByLabel('Role').fill('Data engineer');
  await page.locator("[data-person='0']").getByLabel('Name').fill(`Dana ${shown.size + 1}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.toast').filter({ hasText: company }).waitFor();
  shown.set(company, Date.now());
};

const missing = async (page) => {
  await page.goto('./#/pipeline');
  await page.reload();
  await page.locator('main h1').waitFor();
  await page.waitForTimeout(500);
  const stored = await page.evaluate(() => Object.values(localStorage).join('\n'));
  return [...shown].filter(([company]) => !stored.includes(`"${company}"`));
};

/** Puts a backup of a megabyte in place, and counts what is there after a kill a second later. */
const restoreAndKill = async (round) => {
  const context = await open();
  const page = context.pages()[0] ?? (await context.newPage());
  const opportunities = Array.from({ length: 300 }, (_, n) => ({
    id: `0000000${round % 10}-0000-7000-8000-${String(n).padStart(12, '0')}`, company: `Restored ${round} ${n}`, role: 'Analyst', notes: 'n'.repeat(3300),
  }));
  const text = JSON.stringify({ app: 'afterword', schema: 1, saved: 1_780_000_000, people: [], opportunities });
  await page.goto('./#/data');
  await page.getByLabel('Open a backup').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('radio', { name: 'Replace what is here' }).check();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await page.locator('.toast').filter({ hasText: '300 opportunities are back' }).waitFor();
  await page.waitForTimeout(1000);
  await kill(context);
  const next = await open();
  const seen = next.pages()[0] ?? (await next.newPage());
  await seen.goto('./#/pipeline');
  await seen.locator('main h1').waitFor();
  await seen.waitForTimeout(1500);
  const there = await seen.evaluate((round) => Object.values(localStorage).filter((text) => text.includes(`"Restored ${round} `)).length, round);
  const others = await seen.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('afterword/opportunity/')).length);
  await next.close();
  console.log(`restore ${round}: ${there} of 300 there, ${others - there} that were replaced`);
  return there === 300 && others === 300;
};

if (process.argv[4] === 'restore') {
  let whole = 0;
  for (let round = 1; round <= KILLS; round += 1) whole += (await restoreAndKill(round)) ? 1 : 0;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  console.log(`${KILLS} kills a second after a restore of 1 MB: ${whole} whole`);
  process.exit(whole === KILLS ? 0 : 1);
}

let [lost, late] = [0, 0];
for (let kills = 0; kills < KILLS; kills += 1) {
  const context = await open();
  const page = context.pages()[0] ?? (await context.newPage());
  for (let saves = 0; saves <= random(3); saves += 1) await note(page);
  const wait = 1000 + random(2000);
  await page.waitForTimeout(wait);
  const killed = Date.now();
  await kill(context);
  const next = await open();
  const seen = next.pages()[0] ?? (await next.newPage());
  const gone = await missing(seen);
  for (const [company, at] of gone) {
    if (killed - at >= 1000) lost += 1;
    else late += 1;
    console.log(`kill ${kills + 1}: ${company} is missing, shown as saved ${killed - at} ms before`);
    shown.delete(company);
  }
  await next.close();
}
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
console.log(`${KILLS} kills, ${shown.size + lost + late} saves: ${lost} lost of what was shown as saved a second or more before`);
process.exit(lost === 0 ? 0 : 1);
