// Under a path of its own, as a project page is, the app works as at the root of a host.
import { expect, mounted, setClock, test } from './support';
import { card, noteInterview, onScreen } from './story';

test('the app works under a sub-path, and asks for nothing beside it', async ({ page, conduct }) => {
  const below = process.env.AFTERWORD_BELOW!;
  await setClock(page, '2026-06-09T14:33');
  await page.goto(`${below}#/interview`);
  await mounted(page);
  await noteInterview(page);
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  await onScreen(page, 'Thank-you to Dana Reyes');
  await page.reload();
  await mounted(page);
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(/Dana/);
  expect(new URL(page.url()).pathname).toBe(new URL(below).pathname);
  const beside = conduct.requests.filter((address) => !address.startsWith(below) && !/^(data|blob):/.test(address));
  expect(beside, 'requests beside the sub-path').toEqual([]);
});
