// The main job counted: an interview with three people noted, and each of them thanked. A tap is a tap, or the key of a
// phone's keyboard that goes on; a stroke is any key that is no text. What is typed as text is counted apart.
import type { Locator, Page } from '@playwright/test';
import { expect, openEmpty, setClock, test } from './support';
import { onScreen, person, THREE } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

/** A hand that counts. */
class Hand {
  count = 0;
  letters = 0;

  constructor(private readonly page: Page) {}

  async tap(what: Locator): Promise<void> {
    this.count += 1;
    await what.click();
  }

  async press(key: string, times = 1): Promise<void> {
    this.count += times;
    for (let n = 0; n < times; n += 1) await this.page.keyboard.press(key);
  }

  /** Tab, until it has the focus. */
  async tabTo(what: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    await expect(what).toBeFocused();
  }

  /** Types where the focus is. */
  async type(into: Locator, text: string): Promise<void> {
    await expect(into).toBeFocused();
    this.letters += text.length;
    await this.page.keyboard.insertText(text);
  }
}

/** Each of them is thanked: written, looked over, sent. */
async function thankAll(page: Page, thank: (sent: Locator, write: Locator) => Promise<void>): Promise<void> {
  for (const { name } of THREE) {
    await onScreen(page, 'Today');
    const write = page.locator('article.card').getByRole('link', { name: /^Write it/ });
    await expect(page.locator('article.card')).toContainText(`Thank ${name}`);
    await thank(page.getByRole('button', { name: 'Sent', exact: true }), write);
  }
  await onScreen(page, 'Today');
}

test.describe('by thumb', () => {
  test.skip(({ isMobile }) => !isMobile, 'a desktop has no thumb');

  test('an interview with three people takes 20 taps, their thanks sent', async ({ page }) => {
    await openEmpty(page);
    const thumb = new Hand(page);
    await thumb.tap(page.getByRole('main').getByRole('link', { name: 'I just had an interview' }));
    await thumb.tap(page.getByLabel('Company'));
    await thumb.type(page.getByLabel('Company'), 'Northwind');
    await thumb.press('Enter');
    await thumb.type(page.getByLabel('Role'), 'Data engineer');
    for (const [place, { name, email, mention }] of THREE.entries()) {
      const row = person(page, place);
      if (place === 0) await thumb.tap(row.getByLabel('Name'));
      await thumb.type(row.getByLabel('Name'), name);
      await thumb.tap(row.getByLabel('Email'));
      await thumb.type(row.getByLabel('Email'), email!);
      await thumb.press('Enter');
      await thumb.type(row.getByLabel('One thing worth mentioning'), mention!);
      if (place < 2) await thumb.press('Enter');
    }
    await expect(person(page, 0).locator('summary').first()).toContainText('Dana Reyes');
    await thumb.tap(page.getByLabel('The end of this week'));
    await thumb.tap(page.getByRole('button', { name: 'Save' }));
    const noted = thumb.count;
    await thankAll(page, async (sent, write) => {
      await thumb.tap(write);
      await thumb.tap(sent);
    });
    console.log(`The main job by thumb: ${thumb.count} taps, ${noted} of them for the form; ${thumb.letters} letters typed`);
    expect(thumb.count).toBeLessThanOrEqual(20);
  });

  test('three people pasted from an invitation take 15', async ({ page }) => {
    await openEmpty(page);
    const thumb = new Hand(page);
    await thumb.tap(page.getByRole('main').getByRole('link', { name: 'I just had an interview' }));
    await thumb.tap(page.getByLabel('Company'));
    await thumb.type(page.getByLabel('Company'), 'Northwind');
    await thumb.tap(person(page, 0).getByLabel('Name'));
    const all = THREE.map(({ name, email }) => `${name} <${email}>`).join(', ');
    await thumb.type(person(page, 0).getByLabel('Name'), all);
    await thumb.press('Enter');
    await thumb.tap(person(page, 0).locator('summary').first());
    for (const [place, { mention }] of THREE.entries()) {
      await thumb.type(person(page, place).getByLabel('One thing worth mentioning'), mention!);
      if (place < 2) await thumb.press('Enter');
    }
    await thumb.tap(page.getByLabel('The end of this week'));
    await thumb.tap(page.getByRole('button', { name: 'Save' }));
    await thankAll(page, async (sent, write) => {
      await thumb.tap(write);
      await thumb.tap(sent);
    });
    console.log(`The same from an invitation: ${thumb.count} taps; ${thumb.letters} letters pasted or typed`);
    expect(thumb.count).toBeLessThanOrEqual(15);
  });
});

test('by keyboard the form takes 20 strokes, and all of it 68', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keys');
  await openEmpty(page);
  const keys = new Hand(page);
  await keys.press('n');
  await onScreen(page, 'Just had an interview');
  await keys.tabTo(page.getByLabel('Company'));
  await keys.type(page.getByLabel('Company'), 'Northwind');
  await keys.press('Enter');
  await keys.type(page.getByLabel('Role'), 'Data engineer');
  for (const [place, { name, email, mention }] of THREE.entries()) {
    const row = person(page, place);
    // Past the day and the times, which are right as they came.
    if (place === 0) await keys.press('Enter', 5);
    await keys.type(row.getByLabel('Name'), name);
    await keys.tabTo(row.getByLabel('Email'));
    await keys.type(row.getByLabel('Email'), email!);
    await keys.press('Enter');
    await keys.type(row.getByLabel('One thing worth mentioning'), mention!);
    if (place < 2) await keys.press('Enter');
  }
  await keys.press('Control+Enter');
  const noted = keys.count;
  await thankAll(page, async (sent, write) => {
    await keys.press('j');
    await keys.press('Enter');
    await expect(write).toHaveCount(0);
    await keys.tabTo(sent);
    await keys.press('Enter');
  });
  console.log(`The main job by keyboard: ${keys.count} strokes, ${noted} of them for the form; ${keys.letters} letters typed`);
  expect(noted).toBeLessThanOrEqual(20);
  expect(keys.count).toBeLessThanOrEqual(68);
});
