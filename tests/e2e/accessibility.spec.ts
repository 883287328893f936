// Every screen and every dialog, with what is said of mistakes: by all of axe's rules, in both themes; with forced
// colours and with more contrast; with large letters, in a narrow window and zoomed in.
import type { Page } from '@playwright/test';
import { axe, axeAsIs, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { choose, onScreen, person, theyWrote, THREE, typePeople } from './story';

test.beforeEach(async ({ page }) => {
  await setClock(page, '2026-06-09T14:33');
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByText('This is an example search')).toBeVisible();
});

/** Goes to a screen by its address. */
const goTo = (place: string, heading: string | RegExp) => async (page: Page): Promise<void> => {
  await page.goto(`./#/${place}`);
  await onScreen(page, heading);
};

/** Goes to the page of one of the example's companies. */
const company = async (page: Page, name: string): Promise<void> => {
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).first().click();
  await onScreen(page, name);
};

const dialog = (page: Page) => page.getByRole('dialog');
const save = async (page: Page): Promise<void> => dialog(page).getByRole('button', { name: 'Save', exact: true }).click();

/** All screens, each as it is reached, with lines opened and mistakes made where it has any. */
const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  'Today, opened': async (page) => {
    await goTo('today', 'Today')(page);
    await page.locator('.card .why > summary').click();
    await page.locator('.lines summary.track').first().click();
  },
  'the form, with mistakes': async (page) => {
    await goTo('interview', 'Just had an interview')(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/^Not saved yet/)).toBeVisible();
  },
  'the form, its people folded': async (page) => {
    await goTo('interview', 'Just had an interview')(page);
    await typePeople(page, THREE);
    await person(page, 2).locator('summary', { hasText: /^More about/ }).click();
  },
  'a round to come': async (page) => {
    await goTo('interview', 'Just had an interview')(page);
    await page.getByRole('radio', { name: 'It is still to come' }).check();
  },
  'what to prepare': async (page) => {
    await goTo('today', 'Today')(page);
    await page.getByRole('link', { name: /^Prepare/ }).click();
    await onScreen(page, /^Prepare/);
  },
  'an opportunity': async (page) => {
    await company(page, 'Halden & Moor');
    await page.getByText('What happened').click();
  },
  'a letter': async (page) => {
    await goTo('today', 'Today')(page);
    await page.getByRole('article').getByRole('link', { name: /^Write it/ }).click();
    await page.getByLabel('Letter', { exact: true }).fill('Hello, thank you for your time to Acme.');
    await expect(page.getByRole('button', { name: 'Sent', exact: true })).toBeVisible();
  },
  'the pipeline, with a mistake': async (page) => {
    await goTo('pipeline', 'Pipeline')(page);
    await page.getByRole('button', { name: 'Add an application' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Which company is it?')).toBeVisible();
  },
  offers: async (page) => {
    await goTo('offers', 'Offers')(page);
    for (const more of await page.locator('.offers__more > summary').all()) await more.click();
  },
  people: goTo('people', 'People'),
  'a person': async (page) => {
    await goTo('people', 'People')(page);
    await page.locator('main .list a').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toHaveCount(0);
  },
  lessons: goTo('lessons', 'What you have learned'),
  templates: goTo('templates', /templates/i),
  playbook: goTo('playbook', /./),
  data: goTo('data', /./),
  more: goTo('more', /./),
  'an address that leads nowhere': goTo('nowhere', 'There is nothing here'),
};

/** All dialogs, each with the mistakes that it can speak of. */
const DIALOGS: Record<string, (page: Page) => Promise<void>> = {
  'they wrote, with a mistake': async (page) => {
    await company(page, 'Halden & Moor');
    await theyWrote(page, 'An offer');
    await save(page);
    await expect(dialog(page).getByText('Did they say it, or is it in writing?')).toBeVisible();
  },
  'what an offer pays, with a mistake': async (page) => {
    await goTo('offers', 'Offers')(page);
    await page.getByRole('button', { name: /^(Note what it pays|The terms have changed)/ }).first().click();
    await dialog(page).getByLabel('Base pay').fill('a lot');
    await save(page);
    await expect(dialog(page).getByText('A number, like 52000 or 24.50.')).toBeVisible();
  },
  'the keys': async (page) => {
    await goTo('today', 'Today')(page);
    await page.keyboard.press('?');
  },
  'a list brought in': async (page) => {
    await goTo('pipeline', 'Pipeline')(page);
    await page.getByRole('button', { name: 'Bring in a list' }).click();
    await dialog(page).getByLabel('Or paste it').fill('Company,Role,Status\nNorthwind,Engineer,Rejected\nEast Co,,Wishlist');
    await expect(dialog(page).getByRole('button', { name: 'Bring them in' })).toBeVisible();
  },
  'an opportunity, edited': async (page) => {
    await company(page, 'Halden & Moor');
    await choose(page.getByRole('main'), 'Edit', 'Edit the opportunity');
  },
  'a template, with a mistake': async (page) => {
    await goTo('templates', /templates/i)(page);
    await page.getByRole('main').getByRole('button').first().click();
  },
  'erasing everything': async (page) => {
    await goTo('data', /./)(page);
    await page.getByRole('button', { name: 'Erase everything' }).click();
  },
};

for (const [name, reach] of Object.entries({ ...SCREENS, ...DIALOGS })) {
  test(`all of axe's rules, both themes: ${name}`, async ({ page }) => {
    await reach(page);
    if (name in DIALOGS) await expect(dialog(page)).toBeVisible();
    await fitsWidth(page);
    await axe(page);
  });

  test(`with forced colours, and with more contrast: ${name}`, async ({ page, isMobile }) => {
    test.skip(!isMobile, 'colours do not go by the width');
    await reach(page);
    for (const asked of [{ forcedColors: 'active' }, { forcedColors: 'none', contrast: 'more' }] as const) {
      await page.emulateMedia(asked);
      await axeAsIs(page);
    }
  });

  test(`large letters, a narrow window, zoomed in: ${name}`, async ({ page, isMobile }) => {
    test.skip(!isMobile, 'the widths are set here');
    await reach(page);
    // 400 % of a window of 1,280 by 1,024; and letters twice as large as usual.
    for (const [width, height, letters] of [[320, 256, '16px'], [390, 844, '32px'], [320, 568, '32px']] as const) {
      await page.setViewportSize({ width, height });
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, letters);
      await fitsWidth(page);
      const cut = await page.evaluate(cutOff);
      expect(cut, `cut off at ${width}, ${letters}`).toEqual([]);
    }
  });
}

/** Words that are cut off where nothing says that there is more. */
function cutOff(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, p, label, button, a, legend), dialog[open] *')];
  const isCut = (it: HTMLElement) => {
    // A field scrolls along with what is typed.
    if (it.matches('input, textarea, select')) return false;
    const style = getComputedStyle(it);
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
    return hides && style.textOverflow !== 'ellipsis' && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 2;
  };
  return all.filter(isCut).map((it) => it.outerHTML.slice(0, 120));
}

test('the focus is drawn with forced colours, too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const main = page.getByRole('article').getByRole('link', { name: /^Write it/ });
  await page.getByRole('article').getByRole('heading').getByRole('link').focus();
  await page.keyboard.press('Tab');
  while (!(await main.evaluate((it) => it === document.activeElement))) await page.keyboard.press('Tab');
  const { style, width } = await main.evaluate((it) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    return { style: outlineStyle, width: parseFloat(outlineWidth) };
  });
  expect(style).toBe('solid');
  expect(width).toBeGreaterThanOrEqual(2);
});

test('more contrast is more: quiet words and edges stand out further', async ({ page }) => {
  const ratio = async () => page.evaluate(() => {
    const parts = (colour: string) => colour.match(/[\d.]+/g)!.slice(0, 3).map(Number).map((part) => {
      const of = part / 255;
      return of <= 0.03928 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4;
    });
    const light = (colour: string) => parts(colour).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const [word, ground] = [getComputedStyle(document.querySelector('.card__about')!).color, getComputedStyle(document.querySelector('.card')!).backgroundColor];
    const [one, other] = [light(word), light(ground)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  });
  const usual = await ratio();
  await page.emulateMedia({ contrast: 'more' });
  expect(await ratio()).toBeGreaterThan(Math.max(usual, 7));
});
