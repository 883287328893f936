// The form of an interview on a small screen: what folds, what is needed, what Enter does, and whose clock a time is of.
import { axe, expect, fitsWidth, openEmpty, setClock, mounted, test } from './support';
import { onScreen, person, THREE, typePeople } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('people fold to a line once the next is begun, and unfold at a tap or when something is wrong', async ({ page }) => {
  await openEmpty(page, 'interview');
  await typePeople(page, [THREE[0], { name: 'Sam Ito', email: 'sam@' }, THREE[2]]);
  const [dana, sam, lea] = [0, 1, 2].map((place) => person(page, place));
  await expect(dana.getByLabel('Email')).toBeHidden();
  await expect(dana.locator('summary').first()).toContainText('Hiring manager · mail known');
  await expect(lea.getByLabel('Email')).toBeVisible();
  await fitsWidth(page);
  await axe(page);

  await dana.locator('summary').first().click();
  await expect(dana.getByLabel('Email')).toHaveValue('dana@northwind.example');
  await expect(lea.getByLabel('Email')).toBeHidden();
  await sam.locator('summary').first().click();
  await expect(sam.getByLabel('One thing worth mentioning'), 'what is still empty gets the focus').toBeFocused();

  await dana.locator('summary').first().click();
  await page.getByLabel('Company').fill('Northwind');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(sam.getByLabel('Email')).toBeFocused();
  await expect(sam.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await sam.getByLabel('Email').fill('sam@northwind.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
});

test('what few change is behind More about them', async ({ page }) => {
  await openEmpty(page, 'interview');
  await person(page, 0).getByLabel('Name').fill('Maria Silva');
  const allowed = person(page, 0).getByRole('radio', { name: 'Yes', exact: true });
  await expect(allowed).toBeHidden();
  await person(page, 0).locator('summary', { hasText: 'More about Maria' }).click();
  await allowed.check();
  await axe(page);
});

test('what is needed says so, and the keyboard of a phone says what its Enter does', async ({ page }) => {
  await openEmpty(page, 'interview');
  await expect(page.getByLabel('Company')).toHaveAttribute('aria-required', 'true');
  await expect(person(page, 0).getByLabel('Name')).toHaveAttribute('aria-required', 'true');
  await expect(page.getByLabel('Role')).not.toHaveAttribute('aria-required');
  await page.getByLabel('Role').focus();
  await expect(page.getByLabel('Role')).toHaveAttribute('enterkeyhint', 'next');
  await page.getByRole('radio', { name: 'It is still to come' }).check();
  await expect(person(page, 0).getByLabel('Name')).not.toHaveAttribute('aria-required');
  await page.goto('./#/pipeline');
  await page.getByRole('button', { name: 'Add an application' }).click();
  await expect(page.getByLabel('Company')).toHaveAttribute('enterkeyhint', 'done');
  await page.goto('./#/more');
  await expect(page.getByLabel('Your name')).toHaveAttribute('autocomplete', 'name');
});

test('a time by another clock is kept as the moment that it is', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await page.getByRole('radio', { name: 'It is still to come' }).check();
  await page.getByLabel('Day', { exact: true }).fill('2026-06-10');
  await page.getByLabel('Starts').fill('09:00');
  await page.getByLabel('The time is that of').selectOption('London');
  await expect(page.getByText('09:00 in London is tomorrow, 04:00, here.')).toBeVisible();
  await axe(page);
  // Nothing is lost on the way.
  await page.reload();
  await mounted(page);
  await onScreen(page, 'An interview to come');
  await expect(page.getByText('09:00 in London is tomorrow, 04:00, here.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
  await expect(page.locator('.agenda')).toContainText('Tomorrow, 04:00');
});

test('a form that was begun is told of on Today, and one tap leads back to it', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Half Co');
  await page.getByLabel('Company').blur();
  await page.goto('./#/today');
  await expect(page.getByText('You began to note an interview: Half Co.')).toBeVisible();
  await axe(page);
  await page.reload();
  await mounted(page);
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect(page.getByLabel('Company')).toHaveValue('Half Co');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.goto('./#/today');
  await expect(page.getByRole('link', { name: 'I just had an interview' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go on with it' })).toHaveCount(0);
});
