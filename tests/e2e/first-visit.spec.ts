// What somebody reads and taps who opens the page for the first time, before the app has arrived.
import type { Locator, Page } from '@playwright/test';
import { axe, expect, fitsWidth, mounted, openEmpty, setClock, test } from './support';
import { card, noteInterview, onScreen } from './story';

const words = (page: Page) => page.getByText('You walked out of an interview.');
const form = (page: Page) => page.getByRole('link', { name: 'I just had an interview' });
const example = (page: Page) => page.getByRole('button', { name: 'Show me an example' });

/** Keeps the app from coming until it is let in. */
async function heldUp(page: Page): Promise<() => Promise<void>> {
  let letIn = () => {};
  const open = new Promise<void>((done) => { letIn = done; });
  await page.route('**/*.wasm', async (route) => {
    await open;
    await route.continue();
  });
  return async () => {
    letIn();
    await mounted(page);
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('its words and its two ways are there before the app, and stay where they are when it comes', async ({ page }) => {
  const letIn = await heldUp(page);
  await page.goto('./');
  const places = async () => {
    const boxes = [words(page), form(page), example(page)].map((part: Locator) => part.boundingBox());
    return (await Promise.all(boxes)).map((box) => box && [box.x, box.y, box.width, box.height].map(Math.round));
  };
  await expect(example(page)).toBeVisible();
  const before = await places();
  await fitsWidth(page);
  await axe(page);
  await letIn();
  await expect(words(page)).toHaveCount(1);
  expect(await places()).toEqual(before);
});

test('the form is opened as soon as the app is here, if its link was tapped before', async ({ page }) => {
  const letIn = await heldUp(page);
  await page.goto('./');
  await form(page).click();
  await expect(words(page)).toBeHidden();
  await letIn();
  await onScreen(page, 'Just had an interview');
  await page.goBack();
  await onScreen(page, 'Today');
  await expect(words(page)).toBeVisible();
});

test('the example is loaded as soon as the app is here, if its button was tapped before', async ({ page }) => {
  const letIn = await heldUp(page);
  await page.goto('./');
  await example(page).click();
  await expect(example(page)).toBeDisabled();
  await letIn();
  await expect(page.getByText('This is an example search')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the example' }).click();
  await expect(words(page)).toBeVisible();
  await expect(example(page)).toBeEnabled();
});

test('the focus stays where it is when the app comes', async ({ page }) => {
  const letIn = await heldUp(page);
  await page.goto('./');
  await example(page).focus();
  await letIn();
  await expect(example(page)).toBeFocused();
});

test('on a slow line the words stay, with a word that the app is on its way', async ({ page }) => {
  await page.clock.install();
  await page.route('**/*.wasm', () => {}); // never answered
  await page.goto('./');
  await page.clock.runFor(10_100);
  await expect(page.getByText(/Still on its way/)).toBeVisible();
  await expect(words(page)).toBeVisible();
});

test('where something is stored they are not shown, nor on another screen', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  const letIn = await heldUp(page);
  await page.reload();
  await expect(page.locator('#frame')).toBeVisible();
  await expect(words(page)).toBeHidden();
  await letIn();
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
  await expect(words(page)).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
  await page.goto('./#/people');
  const letInAgain = await heldUp(page);
  await page.reload();
  await expect(page.locator('#frame')).toBeVisible();
  await expect(words(page)).toBeHidden();
  await letInAgain();
  await onScreen(page, 'People');
});

test('the chosen theme is there from the start', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await openEmpty(page, 'more').then(paper);
  await page.getByLabel('Dark').check();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  const letIn = await heldUp(page);
  await page.reload();
  await expect(page.locator('#frame')).toBeVisible();
  expect(await paper()).toBe(dark);
  await letIn();
  expect(await paper()).toBe(dark);
  await page.getByLabel('Light').check();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).toBe(light);
});
