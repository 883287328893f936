// What every spec stands on: import `test` and `expect` from here, not from Playwright.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/** What the app must never do, noted while a test runs. */
type Conduct = {
  /** Every address asked for. */
  requests: string[];
  /** What went wrong: a request to another host, a breach of the policy, an error on the console. */
  offences: string[];
  /** Takes an expected offence off the list: a test that provokes one says so. */
  forgive: (offence: RegExp) => void;
};

export const test = base.extend<{ conduct: Conduct }>({
  conduct: [
    async ({ context, baseURL }, use) => {
      const conduct = await watch(context, new URL(baseURL!).hostname);
      await use(conduct);
      expect(conduct.offences, 'what the app must never do').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Notes every request and every offence of the pages of a context. */
export async function watch(context: BrowserContext, host: string): Promise<Conduct> {
  const requests: string[] = [];
  const offences: string[] = [];
  const forgive = (offence: RegExp) => {
    offences.splice(0, offences.length, ...offences.filter((noted) => !offence.test(noted)));
  };
  context.on('request', (request) => {
    requests.push(request.url());
    const { hostname, protocol } = new URL(request.url());
    const isOurs = hostname === host || protocol === 'data:' || protocol === 'blob:';
    if (!isOurs) offences.push(`asked another host: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') offences.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => offences.push(`error: ${error.error().message}`));
  await context.exposeFunction('reportBreach', (breach: string) => offences.push(`policy: ${breach}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // @ts-expect-error: put there by exposeFunction
      void window.reportBreach(`${event.effectiveDirective} forbids ${event.blockedURI || event.sourceFile}`);
    });
  });
  return { requests, offences, forgive };
}

/** Opens the app with nothing stored, at a route such as `today` or `opportunity/…`, and waits until it is usable. */
export async function openEmpty(page: Page, route = ''): Promise<void> {
  await page.goto(route ? `./#/${route}` : './');
  await mounted(page);
}

/** Waits until the app has taken the place of the frame. */
export async function mounted(page: Page): Promise<void> {
  await expect(page.locator('#frame')).toHaveCount(0);
}

/**
 * Sets the clock, which runs on from there, over reloads too. A moment without a zone is in the zone of the tests,
 * New York. Only the date is moved: Playwright's own clock also replaces the timers, and gives them numbers that do
 * not fit the 32 bits by which the app clears them.
 */
export async function setClock(page: Page, moment: string): Promise<void> {
  const ahead = new Date(moment).getTime() - Date.now();
  const move = (ahead: number) => {
    const held = window as unknown as { RealDate?: DateConstructor };
    const Real = (held.RealDate ??= Date);
    const now = () => Real.now() + ahead;
    window.Date = new Proxy(Real, {
      construct: (_, given) => (given.length === 0 ? new Real(now()) : Reflect.construct(Real, given)),
      get: (_, name) => (name === 'now' ? now : Reflect.get(Real, name)),
    });
  };
  await page.addInitScript(move, ahead);
  if (page.url() !== 'about:blank') await page.evaluate(move, ahead);
}

/** Has the browser lose the journal: what stands in storage is all that there is then. */
export async function loseJournal(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('afterword').onsuccess = done; }));
}

// All of axe's rules but one: contrast of 7:1 is there for who asks for more, see accessibility.spec.ts.
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'];
const BUT = ['color-contrast-enhanced'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Has axe look at the page in both themes, and expects it to find nothing. The dark one differs in colours alone. */
export async function axe(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // There is no other document inside the page, so the quick way sees all of it.
    const look = new AxeBuilder({ page }).setLegacyMode();
    await nothingFound(colorScheme === 'light' ? look.withTags(RULES).disableRules(BUT) : look.withRules(COLOURS), colorScheme);
  }
}

/** Has axe look at the colours of the page as it is, whatever the device asks for. */
export async function axeAsIs(page: Page): Promise<void> {
  await nothingFound(new AxeBuilder({ page }).setLegacyMode().withRules(COLOURS), 'colours');
}

async function nothingFound(look: AxeBuilder, of: string): Promise<void> {
  const { violations } = await look.analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`);
  expect(found, `axe, ${of}`).toEqual([]);
}

/** Expects that nothing scrolls sideways. */
export async function fitsWidth(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
}
