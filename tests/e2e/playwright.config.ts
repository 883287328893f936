import { defineConfig } from '@playwright/test';
import { args, executablePath } from './scripts/launch.mjs';

// A moment that a spec names without a zone is in the zone of the browser, whatever machine it runs on.
const ZONE = 'America/New_York';
process.env.TZ = ZONE;

// `cargo xtask test` serves dist/ itself and says where. By hand (`npx playwright test`, after `cargo xtask build`)
// it is served from here.
const ports = { root: 4173, below: 4174 };
process.env.AFTERWORD_ROOT ??= `http://127.0.0.1:${ports.root}/`;
process.env.AFTERWORD_BELOW ??= `http://127.0.0.1:${ports.below}/afterword/`;
const serve = (port: number, under: string) => ({
  command: `cargo xtask serve --no-build --port ${port} --under ${under}`,
  url: `http://127.0.0.1:${port}${under}`,
  reuseExistingServer: true,
  cwd: '../..',
});
const isServed = new URL(process.env.AFTERWORD_ROOT).port !== String(ports.root);

export default defineConfig({
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  webServer: isServed ? undefined : [serve(ports.root, '/'), serve(ports.below, '/afterword/')],
  use: {
    baseURL: process.env.AFTERWORD_ROOT,
    // Counts to 24, as the specs do; clock.any.spec.ts looks at both.
    locale: 'en-GB',
    timezoneId: ZONE,
    launchOptions: { args, executablePath },
    trace: 'retain-on-failure',
    // What a spec holds up or puts in another's place must reach the page. offline.any.spec.ts lets the worker in.
    serviceWorkers: 'block',
  },
  // A spec runs on both, unless its name says that it is about what has no size.
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } }, testIgnore: '*.any.spec.ts' },
  ],
});
