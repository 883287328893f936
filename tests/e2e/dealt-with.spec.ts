// A tap deals with one card, and the next takes its place.
import { type Page } from '@playwright/test';
import { expect, openEmpty, setClock, test } from './support';
import { card, noteInterview, opened, THREE, toast } from './story';

const SENT = /^Sent already/;

test.beforeEach(async ({ page }) => {
  await setClock(page, '2026-06-09T14:33');
  await openEmpty(page, 'interview');
  await noteInterview(page);
});

const sent = (page: Page, name: string) => card(page, `Thank ${name}`).getByRole('button', { name: SENT });

test('a tap is answered in the next frame: stored and said, with the way back; then the card is gone', async ({ page }) => {
  await sent(page, 'Dana Reyes').focus();
  const first = await page.evaluate(() => new Promise<object>((done) => {
    const button = document.activeElement as HTMLButtonElement;
    button.click();
    requestAnimationFrame(() => done({
      said: document.querySelector('.toast:not([data-empty])')?.textContent,
      kept: Object.entries(localStorage).some(([key, text]) => key.includes('/opportunity/') && /thank_?you_?sent/i.test(text)),
    }));
  }));
  expect(first).toMatchObject({ said: expect.stringContaining('Undo'), kept: true });
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  await expect(card(page, 'Thank Sam Ito')).toBeVisible();
});

test('a double tap deals with one card alone, though the next slides under the finger', async ({ page }) => {
  await sent(page, 'Dana Reyes').dblclick();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  for (const { name } of THREE.slice(1)) await expect(card(page, `Thank ${name}`)).toBeVisible();
});

test('a key held down deals with one card alone', async ({ page }) => {
  await sent(page, 'Dana Reyes').focus();
  await page.keyboard.down('Enter');
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
  for (let times = 0; times < 5; times += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(toast(page)).toBeVisible();
  for (const { name } of THREE.slice(1)) await expect(card(page, `Thank ${name}`)).toBeVisible();
});

test('it can be taken back at once, and done again', async ({ page }) => {
  await sent(page, 'Dana Reyes').focus();
  await page.evaluate(() => new Promise<void>((done) => {
    (document.activeElement as HTMLElement).click();
    requestAnimationFrame(() => {
      [...document.querySelectorAll<HTMLElement>('.toast button')].find((button) => button.textContent === 'Undo')!.click();
      done();
    });
  }));
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await sent(page, 'Dana Reyes').click();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
});

test('right after it no card is under the finger, and a moment later the next one is', async ({ page }) => {
  const button = sent(page, 'Dana Reyes');
  await button.scrollIntoViewIfNeeded();
  const at = await button.evaluate((button: HTMLElement) => new Promise<{ x: number; y: number; meets: boolean }>((done) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    button.click();
    requestAnimationFrame(() => done({ ...middle, meets: Boolean(document.elementFromPoint(middle.x, middle.y)!.closest('.card, .lines')) }));
  }));
  expect(at.meets).toBe(false);
  await expect.poll(() => page.evaluate(({ x, y }) => Boolean(document.elementFromPoint(x, y)!.closest('.card, .lines')), at)).toBe(true);
});

test('the focus is not lost when its card goes: the next line has it', async ({ page }) => {
  await opened(page, 'Thank Sam Ito');
  await sent(page, 'Sam Ito').focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Thank Sam Ito')).toHaveCount(0);
  await expect(page.locator('main summary:focus')).toContainText(/^Thank Lea Brandt/);
});
