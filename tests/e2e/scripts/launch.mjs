// The browser that every script here drives: the one named by CHROME, which `cargo xtask` finds or fetches.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Nothing that calls home, nothing that needs a sandbox or a graphics card. */
export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const usual = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Where the browser lies; undefined leaves the choice to Playwright. */
export const executablePath = process.env.CHROME || usual.find((path) => existsSync(path));

export const launch = () => chromium.launch({ args, executablePath });
