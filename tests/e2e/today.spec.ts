// Today on one axis: what is on, the one next thing, and lines that open in place.
import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { card, noteInterview, onScreen, opened, toCompany } from './story';

// A Tuesday morning: an answer is owed to the interview of yesterday afternoon.
test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T10:33'));

async function example(page: Page): Promise<void> {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await expect(page.getByText('This is an example search')).toBeVisible();
}

test('the whole example is within two screens of a phone, and what is on tomorrow is on top', async ({ page, isMobile }) => {
  await example(page);
  const tomorrow = page.getByRole('region', { name: 'What is on' });
  await expect(tomorrow.getByRole('link', { name: /^Tomorrow, 10:00 Interview on site at Oak & Ember/ })).toBeVisible();
  await expect(tomorrow).toContainText('Nadia Petrova');
  await expect(tomorrow.getByRole('link', { name: /^Prepare/ })).toBeVisible();
  // To its last line: what is below that is room for a toast.
  const { tall, screen } = await page.evaluate(() => {
    const end = document.querySelector('main .screen')!.getBoundingClientRect().bottom;
    return { tall: end + scrollY, screen: innerHeight };
  });
  expect(tall / screen).toBeLessThanOrEqual(2);
  await expect(page.getByRole('article'), 'one card').toHaveCount(1);
  const main = page.getByRole('article').getByRole('link', { name: /^Write it/ });
  await expect(main).toBeInViewport({ ratio: 1 });
  if (isMobile) {
    const [button, whole] = [await main.boundingBox(), await page.getByRole('article').boundingBox()];
    expect(button!.width, 'as wide as the card, for the thumb').toBeGreaterThan(whole!.width * 0.8);
  }
});

test('what ends today stands before what is late, and same things are one line that opens to each', async ({ page }) => {
  await example(page);
  const headings = await page.locator('.lines h2:visible').allTextContents();
  expect(headings.slice(0, 3)).toEqual(['By the end of today', 'Late, and still right', 'In the next days']);
  const told = page.locator('summary', { hasText: /^Tell \w+ companies that you have an offer/ });
  await told.click();
  await page.locator('summary', { hasText: 'Tell Oak & Ember that you have an offer' }).click();
  await expect(page.getByRole('link', { name: /^Write it ?: Tell Oak & Ember/ })).toBeVisible();
  await fitsWidth(page);
  await axe(page);
});

test('all lines share one axis: now is at the same place in each, and today is named once', async ({ page }) => {
  await example(page);
  const places = await page.locator('.bar__now').evaluateAll((lines) => lines.map((line) => Math.round(line.getBoundingClientRect().x)));
  expect(places.length).toBeGreaterThan(8);
  expect(new Set(places).size).toBe(1);
  await expect(page.locator('.axis text', { hasText: 'today' })).toHaveCount(1);
});

test('wherever there is an axis, its days keep clear of each other', async ({ page }) => {
  await example(page);
  const clear = async () => {
    const days = await page.locator('.axis text').evaluateAll((texts) => texts.map((text) => {
      const { x, y, right } = text.getBoundingClientRect();
      return { row: Math.round(y), x, right };
    }));
    expect(days.length).toBeGreaterThan(9);
    for (const row of new Set(days.map((day) => day.row))) {
      const inRow = days.filter((day) => day.row === row).sort((one, other) => one.x - other.x);
      inRow.slice(1).forEach((day, before) => expect(day.x).toBeGreaterThan(inRow[before].right));
    }
  };
  await clear();
  await page.goto('./#/offers');
  await onScreen(page, 'Offers');
  await clear();
  await page.goto('./#/people');
  await page.getByRole('link', { name: /^Grace Okafor/ }).click();
  await onScreen(page, 'Grace Okafor');
  await clear();
  await fitsWidth(page);
});

test('going back finds the place: how far it was scrolled, what was opened and asked for, and the focus', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await example(page);
  await page.getByRole('button', { name: /^Show more/ }).first().click();
  const more = page.locator('.lines li');
  const lines = await more.count();
  const thanks = await opened(page, 'Thank Grace Okafor');
  const link = thanks.getByRole('link', { name: 'Halden & Moor', exact: true });
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 120));
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(100);
  await link.focus();
  await page.keyboard.press('Enter');
  await onScreen(page, 'Halden & Moor');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await onScreen(page, 'Today');
  await expect(link).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(await page.evaluate((was) => Math.min(was, document.documentElement.scrollHeight - innerHeight), scrolled));
  await expect(more).toHaveCount(lines);
});

test('an opportunity has one main button, its people and rounds on one axis, and its past folded', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Dana Reyes');
  await expect(page.locator('main [data-kind=primary]')).toHaveCount(1);
  await expect(card(page, 'The process')).toBeVisible();
  for (const name of ['Dana Reyes', 'Sam Ito', 'Lea Brandt']) await expect(card(page, name)).toContainText('10:30 tomorrow');
  await expect(page.getByText('What happened')).toBeVisible();
  await expect(page.getByText('With Dana Reyes, Sam Ito and Lea Brandt.')).toBeHidden();
  await page.getByText('What happened').click();
  await expect(page.getByText('With Dana Reyes, Sam Ito and Lea Brandt.')).toBeVisible();
  await fitsWidth(page);
  await axe(page);
});

test('a menu closes when the focus leaves it, and moves by arrows', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  const menu = page.locator('article.card summary').filter({ hasText: 'Not now' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'This evening' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Skip it' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip it' })).toBeHidden();
});

test('the phone’s tabs mark where one is on every screen, and break no name, however large letters are', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'tabs are a phone’s');
  for (const [width, letters] of [[390, '32px'], [320, '16px'], [320, '32px']] as const) {
    await page.setViewportSize({ width, height: 640 });
    for (const place of ['today', 'pipeline', 'interview', 'people', 'more', 'playbook', 'data', 'templates', 'lessons', 'offers', 'wrote']) {
      await page.goto(`./#/${place}`);
      await expect(page.locator('main h1')).toBeVisible();
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, letters);
      await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]:visible'), place).toHaveCount(1);
    }
    const broken = await page.locator('.shell__nav li:visible span').evaluateAll((names) =>
      names.filter((name) => name.getClientRects().length > 1 || name.scrollWidth > name.parentElement!.clientWidth + 1).map((name) => name.textContent));
    expect(broken, `${width}, ${letters}`).toEqual([]);
  }
});

test('the rail comes before the page, and its main job is the filled one', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a rail is a desktop’s');
  await openEmpty(page);
  const job = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Just had an interview' });
  const before = await job.evaluate((job) => Boolean(job.compareDocumentPosition(document.querySelector('main')!) & Node.DOCUMENT_POSITION_FOLLOWING));
  expect(before).toBe(true);
  const ground = (of: string) => page.locator(of).first().evaluate((it) => getComputedStyle(it).backgroundColor);
  expect(await ground('.shell__nav [data-job] a')).toBe(await ground('main [data-kind=primary]'));
});

test('the rail marks one place on every screen', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a rail is a desktop’s');
  await openEmpty(page);
  for (const place of ['today', 'pipeline', 'interview', 'people', 'more', 'playbook', 'data', 'templates', 'lessons', 'offers', 'wrote']) {
    await page.goto(`./#/${place}`);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]:visible'), place).toHaveCount(1);
  }
});

test('all screens have one left edge on a desktop', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has its own');
  for (const width of [1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const edges = new Set<number>();
    await openEmpty(page);
    for (const place of ['today', 'interview', 'pipeline', 'people', 'playbook', 'data', 'more', 'templates', 'lessons', 'wrote']) {
      await page.goto(`./#/${place}`);
      await expect(page.locator('main h1')).toBeVisible();
      edges.add(Math.round((await page.locator('main h1').boundingBox())!.x));
    }
    expect([...edges], `${width}`).toHaveLength(1);
  }
});

test('what is chosen can be told with forced colours', async ({ page }) => {
  await example(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const ground = (of: string) => page.locator(of).first().evaluate((it) => getComputedStyle(it).backgroundColor);
  const plain = await ground('.shell__nav li:not([data-job]):visible a:not([aria-current])');
  expect(await ground('.shell__nav a[aria-current]:visible')).not.toBe(plain);
  expect(await ground('article [data-kind=primary]')).not.toBe(await ground('article [data-kind=plain]'));
  const fill = await page.locator('.bar__piece[data-kind=open]').first().evaluate((it) => getComputedStyle(it).fill);
  expect(fill).not.toBe(await ground('body'));
});

test('focus is never under what covers the foot of the page', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'nothing covers it on a desktop');
  await page.setViewportSize({ width: 320, height: 568 });
  await openEmpty(page, 'interview');
  await expect(page.locator('main h1')).toBeVisible();
  await page.locator('main h1').focus();
  for (let stops = 0; stops < 30; stops += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const at = document.activeElement!;
      if (!at.closest('main') || at.closest('[data-dock]')) return null;
      const { top, height, left, width } = at.getBoundingClientRect();
      const over = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 20));
      const covered = over?.closest('.shell__nav, [data-dock]');
      return covered ? at.outerHTML.slice(0, 90) : null;
    });
    expect(hidden).toBeNull();
  }
});

test('on paper there is nothing to tap', async ({ page }) => {
  await example(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Thank Priya Raman' })).toBeVisible();
  await expect(page.locator('main .actions:visible')).toHaveCount(0);
});
