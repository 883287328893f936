// What happens between the tap that deals with a card and the next card in its place.
import { type Page } from '@playwright/test';
import { expect, openEmpty, setClock, test } from './support';
import { card, noteInterview, THREE, toast } from './story';

const SENT = /^Sent already/;

test.beforeEach(async ({ page }) => {
  await setClock(page, '2026-06-09T14:33');
  await openEmpty(page, 'interview');
  await noteInterview(page);
});

const sent = (page: Page, name: string) => card(page, `Thank ${name}`).getByRole('button', { name: SENT });

test('a tap is answered in the next frame: kept and said, with the way back; the card goes after that', async ({ page }) => {
  await sent(page, 'Dana Reyes').focus();
  const first = await page.evaluate(() => new Promise<object>((done) => {
    const button = document.activeElement as HTMLButtonElement;
    button.click();
    requestAnimationFrame(() => done({
      said: document.querySelector('[role=status] .toast')?.textContent,
      kept: Object.entries(localStorage).some(([key, text]) => key.includes('/opportunity/') && /thank_?you_?sent/i.test(text)),
      stands: button.closest('article')?.querySelector('h2, h3')?.textContent,
      focus: document.activeElement === button,
    }));
  }));
  expect(first).toMatchObject({ said: expect.stringContaining('Undo'), kept: true, stands: 'Thank Dana Reyes', focus: true });
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

test('it is taken back at once, before the card has gone, and can be done again', async ({ page }) => {
  await sent(page, 'Dana Reyes').focus();
  await page.evaluate(() => new Promise<void>((done) => {
    (document.activeElement as HTMLElement).click();
    requestAnimationFrame(() => {
      [...document.querySelectorAll<HTMLElement>('.toast button')].find((button) => button.textContent === 'Undo')!.click();
      done();
    });
  }));
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await expect(page.locator('[data-going]')).toHaveCount(0);
  await sent(page, 'Dana Reyes').click();
  await expect(card(page, 'Thank Dana Reyes')).toHaveCount(0);
});

test('the focus is not lost when its card goes: the next card has it, at its title', async ({ page }) => {
  await sent(page, 'Sam Ito').focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Thank Sam Ito')).toHaveCount(0);
  await expect(page.locator('main :focus')).toHaveText(/^(Thank \w+ \w+|Today)$/);
});
