// Three notes for three people, from the facts to sent, by mail; letter.spec.ts has them copied, and the trap of pasting one
// note into the next.
import { expect, openEmpty, setClock, test } from './support';
import { card, onScreen, person, THREE } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('three people get three notes in under 25 taps beyond what only they would get', async ({ page }) => {
  let taps = 0;
  const tap = async (press: () => Promise<void>) => {
    taps += 1;
    await press();
  };
  await openEmpty(page, 'interview');
  // The facts are no count: they are typed once, and more than the letters live on them.
  await page.getByLabel('Company').fill('Northwind');
  await page.getByLabel('Role').fill('Data engineer');
  for (const [place, { name, email }] of THREE.entries()) {
    if (place > 0) await page.getByRole('button', { name: 'Add another person' }).click();
    await person(page, place).getByLabel('Name').fill(name);
    await person(page, place).getByLabel('Email').fill(email!);
  }
  await tap(() => page.getByRole('button', { name: 'Save' }).click());
  await onScreen(page, 'Today');

  const sent: string[] = [];
  for (const { name, mention } of THREE) {
    await tap(() => card(page, `Thank ${name}`).getByRole('link', { name: /^Write it/ }).click());
    await onScreen(page, `Thank-you to ${name}`);
    const noted = page.getByLabel('What you talked about');
    await tap(() => noted.click());
    await noted.fill(mention!);
    const letter = page.getByLabel('Letter', { exact: true });
    await expect(letter).toHaveValue(new RegExp(mention!));
    await expect(letter).toHaveValue(new RegExp(name.split(' ')[0]!));
    sent.push(await letter.inputValue());
    // What the mail program is handed is the letter as it stands. It is not opened here: that would leave the page.
    const way = page.getByRole('link', { name: 'Open in mail' });
    await expect(way).toHaveAttribute('href', /^mailto:/);
    taps += 1;
    await tap(() => page.getByRole('button', { name: 'Sent', exact: true }).click());
    await onScreen(page, 'Today');
    await expect(card(page, `Thank ${name}`)).toHaveCount(0);
  }
  expect(new Set(sent).size, 'different notes').toBe(3);
  expect(taps).toBeLessThan(25);
});
