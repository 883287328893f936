// Opens the page on which wasm-bindgen's runner serves the wasm tests, and prints what it shows until it is done.
import { setTimeout } from 'node:timers/promises';
import { launch } from './launch.mjs';

const LIMIT = 300_000;
const [address] = process.argv.slice(2);

/** The runner serves only once it has bound the module to JavaScript. */
async function open(page) {
  for (const end = Date.now() + LIMIT; ; await setTimeout(100)) {
    try {
      return await page.goto(address);
    } catch (failure) {
      if (Date.now() > end) throw failure;
    }
  }
}

const browser = await launch();
try {
  const page = await browser.newPage();
  await open(page);
  const output = page.locator('#output');
  await output.filter({ hasText: /test result:|Error:|error:/ }).waitFor({ state: 'attached', timeout: LIMIT });
  const text = await output.innerText();
  console.log(text);
  process.exitCode = /test result: ok/.test(text) ? 0 : 1;
} finally {
  await browser.close();
}
