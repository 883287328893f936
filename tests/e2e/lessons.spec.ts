// Lessons: read before the next round, found by a word.
import { axe, expect, fitsWidth, openEmpty, test } from './support';
import { onScreen } from './story';

test('the lessons of the example are reached from More, and found by a word', async ({ page }) => {
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await page.goto('./#/more');
  await page.getByRole('link', { name: /^Lessons/ }).click();
  await onScreen(page, 'What you have learned');
  const lessons = page.getByRole('main').getByRole('listitem');
  await expect(lessons.first()).toBeVisible();
  await fitsWidth(page);
  await axe(page);
});

test('where nothing is learned yet, the page says what will stand there', async ({ page }) => {
  await openEmpty(page, 'lessons');
  await onScreen(page, 'What you have learned');
  await expect(page.getByText(/^Nothing yet\./)).toBeVisible();
});
