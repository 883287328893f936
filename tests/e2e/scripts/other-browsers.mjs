// What is stored, in the engines of Firefox and Safari: kept, shared between tabs, brought back, moved, erased.
//   AFTERWORD_ROOT=http://127.0.0.1:4173/ node scripts/other-browsers.mjs firefox|webkit
// For Firefox it takes `firefox-esr` and `cargo install geckodriver`; for WebKit `webkit2gtk-driver`, and a display
// (`xvfb-run`).
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser, start } from './webdriver.mjs';

const [engine = 'firefox'] = process.argv.slice(2);
const root = process.env.AFTERWORD_ROOT;
const port = Number(process.env.DRIVER_PORT ?? 4444);
const folder = mkdtempSync(join(tmpdir(), 'afterword-other-'));

const ENGINES = {
  firefox: {
    driver: ['geckodriver', ['--port', `${port}`]],
    capabilities: {
      'moz:firefoxOptions': {
        args: ['-headless', '-profile', join(folder, 'profile')],
        binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        prefs: { 'browser.download.folderList': 2, 'browser.download.dir': folder, 'browser.download.useDownloadDir': true, 'intl.accept_languages': 'en-GB' },
      },
    },
  },
  webkit: {
    driver: ['WebKitWebDriver', [`--port=${port}`]],
    capabilities: { 'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', args: ['--automation'] } },
  },
}[engine];

const field = (label, within = '') => `${within}//*[@id=//label[starts-with(normalize-space(.), '${label}')]/@for]`;
const button = (label) => `//button[not(ancestor::dialog[not(@open)]) and starts-with(normalize-space(.), '${label}')]`;
const heading = (text) => `//h1[normalize-space(.)='${text}']`;

const browse = async (browser, route) => {
  await browser.go(`${root}#/${route}`);
  await browser.until('the app', () => !document.getElementById('frame') && document.querySelector('main h1') !== null);
};
const says = (browser, text) => browser.until(`“${text}”`, (text) => document.body.innerText.includes(text), text);
const saysNot = (browser, text) => browser.until(`no “${text}”`, (text) => !document.body.innerText.includes(text), text);
const value = (browser, label, text) => browser.until(`“${text}” in ${label}`, (label, text) => {
  const at = [...document.querySelectorAll('label')].find((one) => one.innerText.trim().startsWith(label));
  return at && document.getElementById(at.htmlFor)?.value === text;
}, label, text);
const stored = (browser) => browser.run(() => Object.keys(localStorage).filter((key) => key.startsWith('afterword/')));

const noteInterview = async (browser, company, name) => {
  await browse(browser, 'interview');
  await browser.type(field('Company'), company);
  await browser.type(field('Role'), 'Data engineer');
  await browser.type(field('Name', "//*[@data-person='0']"), name);
  await browser.type(field('Email', "//*[@data-person='0']"), 'somebody@northwind.example');
  await browser.click(button('Save'));
  await browser.find(heading('Today'));
};

/** How many records the journal holds that are not removed. It is not opened where it is not there: that would make one. */
const journal = (browser) => browser.run(async () => {
  const answered = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
  if (!(await indexedDB.databases()).some(({ name }) => name === 'afterword')) return 0;
  const database = await answered(indexedDB.open('afterword'));
  const texts = await answered(database.transaction('records').objectStore('records').getAll());
  database.close();
  return texts.filter((text) => !String(text).endsWith('"data":null}')).length;
});
/** Waits until the journal holds something. */
const journaled = async (browser) => {
  for (const end = Date.now() + 10_000; (await journal(browser)) < 2; await pause(50)) if (Date.now() > end) throw new Error('no journal');
};

let browser = null;
const results = [];
const step = async (name, work) => {
  const began = performance.now();
  try {
    await work();
    results.push([name, 'ok']);
  } catch (failure) {
    results.push([name, `FAILED: ${failure.message}`]);
  }
  console.log(`${results.at(-1)[1] === 'ok' ? 'ok    ' : 'FAILED'} ${name} (${Math.round(performance.now() - began)} ms)${results.at(-1)[1] === 'ok' ? '' : `\n       ${results.at(-1)[1]}`}`);
};

const driver = await start(...ENGINES.driver, port);
try {
  mkdirSync(join(folder, 'profile'));
  browser = await Browser.open(driver.address, ENGINES.capabilities);
  console.log(`# ${await browser.run(() => navigator.userAgent)}`);

  await step('a first visit starts, and an interview is noted', async () => {
    await browse(browser, '');
    await noteInterview(browser, 'Northwind', 'Dana Reyes');
    await says(browser, 'Thank Dana Reyes');
  });
  await step('it is there after a reload', async () => {
    await browser.reload();
    await says(browser, 'Thank Dana Reyes');
  });
  await step('S18 storage alone is emptied: the journal brings it back', async () => {
    await journaled(browser);
    await browser.run(() => localStorage.clear());
    await browser.reload();
    await says(browser, 'Thank Dana Reyes');
    if ((await stored(browser)).length < 2) throw new Error('not stored again');
  });
  await step('S15 two tabs: what one does is seen in the other', async () => {
    const one = await browser.tab();
    const two = await browser.newTab();
    await browse(browser, 'today');
    await says(browser, 'Thank Dana Reyes');
    await browser.to(one);
    await browser.click(button('Sent already'));
    await browser.to(two);
    await saysNot(browser, 'Thank Dana Reyes');
    await browser.to(one);
    await browser.click(`//*[contains(@class, 'toast')]${button('Undo')}`);
    await browser.to(two);
    await says(browser, 'Thank Dana Reyes');
  });
  await step('S27 the interview form in two tabs: nothing that is typed is lost', async () => {
    const [one, two] = await browser.tabs();
    await browser.to(one);
    await browse(browser, 'interview');
    await browser.to(two);
    await browse(browser, 'interview');
    await browser.type(field('Company'), 'Contoso');
    await browser.to(one);
    await value(browser, 'Company', 'Contoso');
    await browser.type(field('Role'), 'Analyst');
    await browser.to(two);
    await value(browser, 'Role', 'Analyst');
    await browser.reload();
    await value(browser, 'Company', 'Contoso');
    await browser.click(button('Start over'));
    await value(browser, 'Company', '');
    await browser.to(one);
    await value(browser, 'Company', '');
    await browser.to(two);
    await browser.ask('DELETE', '/window');
    await browser.to(one);
  });
  let file = null;
  if (engine === 'firefox') {
    await step('a backup is saved', async () => {
      await browse(browser, 'data');
      await browser.click(button('Save a backup'));
      for (const end = Date.now() + 10_000; !file && Date.now() < end; await pause(100)) {
        const name = readdirSync(folder).find((name) => /^afterword-.*\.json$/.test(name));
        if (name && readFileSync(join(folder, name), 'utf8').endsWith('}')) file = join(folder, name);
      }
      if (JSON.parse(readFileSync(file, 'utf8')).opportunities.length !== 1) throw new Error('not in the file');
    });
  } else {
    file = join(folder, 'backup.json');
    const people = [{ id: '00000000-0000-7000-8000-000000000009', name: 'Dana Reyes' }];
    writeFileSync(file, JSON.stringify({ app: 'afterword', schema: 2, saved: 1_780_000_000, people }));
  }
  await step('everything is erased, in every storage, and stays so', async () => {
    await browse(browser, 'data');
    await browser.click(button('Erase everything'));
    await browser.click(button('Erase it all'));
    await says(browser, 'Nothing yet.');
    const left = [await stored(browser), await journal(browser)];
    if (left[0].length || left[1]) throw new Error(`left: ${JSON.stringify(left)}`);
    await browser.reload();
    await says(browser, 'Nothing yet.');
  });
  await step('the backup is restored', async () => {
    await browse(browser, 'data');
    await browser.type("//input[@type='file']", file);
    await browser.click(button('Restore it'));
    // A way back that nobody had the time to read goes along, and would lie over the next form's button.
    await pause(1_500);
    await browse(browser, 'people');
    await says(browser, 'Dana Reyes');
  });
  if (engine === 'firefox') {
    await step('S18 the browser is killed a second after a save: it is there', async () => {
      await noteInterview(browser, 'Fabrikam', 'Sam Ito');
      await pause(1000);
      const { 'moz:processID': pid } = browser.capabilities ?? {};
      process.kill(pid, 'SIGKILL');
      await pause(1000);
      await browser.close().catch(() => {});
      browser = await Browser.open(driver.address, ENGINES.capabilities);
      await browse(browser, 'people');
      await says(browser, 'Sam Ito');
    });
  }
} finally {
  await browser?.close().catch(() => {});
  driver.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
const failed = results.filter(([, outcome]) => outcome !== 'ok').length;
console.log(`# ${engine}: ${results.length - failed} of ${results.length}`);
process.exit(failed ? 1 : 0);
