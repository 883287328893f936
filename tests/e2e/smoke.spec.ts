// The app opens, every place of the navigation is reached, and the browser's own buttons work.
import { axe, expect, fitsWidth, openEmpty, test } from './support';

const nav = 'navigation';

test('an empty browser finds the way to the form, and to an example', async ({ page }) => {
  await openEmpty(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show me an example' })).toBeVisible();
  await page.getByRole('link', { name: 'I just had an interview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Just had an interview' })).toBeFocused();
});

test('every place of the navigation is reached, fits, and satisfies axe', async ({ page }) => {
  test.slow(); // axe looks at eight screens in two themes
  await openEmpty(page);
  const links = page.getByRole(nav, { name: 'Main' }).getByRole('link');
  for (const name of await links.allTextContents()) {
    const link = page.getByRole(nav, { name: 'Main' }).getByRole('link', { name, exact: true });
    if (!(await link.isVisible())) continue;
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('main h1')).toBeVisible();
    await fitsWidth(page);
    await axe(page);
  }
});

test('back and forward lead where they should, and a deep link opens its screen', async ({ page }) => {
  await openEmpty(page, 'interview');
  await expect(page.getByRole('heading', { level: 1, name: 'Just had an interview' })).toBeVisible();
  await page.getByRole(nav, { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Just had an interview' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible();
  await expect(page).toHaveTitle('Pipeline · Afterword');
});

test('an address that leads nowhere says so and leads back', async ({ page }) => {
  await openEmpty(page, 'nowhere');
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});

test('a skip link leads past the navigation', async ({ page }) => {
  await openEmpty(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});
