// What was noted of an interview is corrected, without fear for the rest of it.
import { expect, openEmpty, setClock, test } from './support';
import { card, noteInterview, onScreen, person, toast, unfold } from './story';

test.use({ viewport: { width: 390, height: 844 } });
test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('an interview that is edited says so, and its promise moves with its day', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  const home = (await page.getByRole('main').locator('a[href^="#/opportunity/"]').first().getAttribute('href'))!;
  await page.goto(`./${home}`);
  await unfold(page, 'What happened');
  await page.getByRole('link', { name: /^Edit/ }).first().click();
  await onScreen(page, 'Edit the interview');
  await expect(page.getByRole('button', { name: 'Start over' })).toHaveCount(0);
  await page.getByLabel('The end of this week').check();
  await page.getByLabel('Day', { exact: true }).fill('2026-06-04');
  const promised = page.getByLabel('Or by this day');
  await expect(promised).toHaveValue('2026-06-05');
  await expect(page.getByText('This moved to Friday 5 June')).toBeVisible();
  await promised.fill('2026-06-03');
  await expect(page.getByText('That is before the interview. Did they mean a later day?')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel changes' }).click();
  await onScreen(page, 'Northwind');
  await expect(toast(page)).toContainText('Nothing was changed');
  await unfold(page, 'What happened');
  await page.getByRole('link', { name: /^Edit/ }).first().click();
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2026-06-09');
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Dana Reyes');
});

test('a day ahead that is marked as over is asked about, and all that was typed stays', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await page.getByLabel('Day', { exact: true }).fill('2026-06-10');
  await page.getByLabel('Started').fill('10:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Just had an interview');
  await expect(page.getByLabel('Day', { exact: true })).toBeFocused();
  await expect(page.getByText('That is still to come. Is the day right?')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, it is still ahead' }).click();
  await onScreen(page, 'An interview to come');
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2026-06-10');
  await expect(page.getByLabel('Starts')).toHaveValue('10:00');
  await expect(page.getByLabel('Starts')).toBeFocused();
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Dana Reyes');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
  await expect(page.getByRole('heading', { name: 'Ask what comes next at Northwind' })).toBeVisible();
});

test('an interview to come asks for its day and time, and for nobody’s name', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await page.getByRole('radio', { name: 'It is still to come' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'An interview to come');
  await expect(page.getByText('When will it be? A day and a time still ahead; a guess is fine.')).toBeVisible();
  await expect(page.getByText('Who was there?')).toHaveCount(0);
  await page.getByLabel('Day', { exact: true }).fill('2026-06-11');
  await page.getByLabel('Starts').fill('10:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
});

test('a double click saves an interview once, and sends a letter once', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await person(page, 0).getByLabel('Email').fill('dana@northwind.example');
  await page.getByRole('button', { name: 'Save' }).dblclick();
  await onScreen(page, 'Today');
  await expect(page.getByText('1 under way')).toBeVisible();
  await card(page, 'Thank Dana Reyes').getByRole('link', { name: /^Write it/ }).click();
  await page.getByRole('button', { name: 'Sent', exact: true }).dblclick();
  await onScreen(page, 'Today');
  await expect(toast(page)).toContainText('Thank-you to Dana Reyes');
  const events = await page.evaluate(() => {
    const jobs = Object.entries(localStorage).filter(([key]) => key.startsWith('afterword/opportunity/'));
    return jobs.map(([, text]) => JSON.parse(text).data.events.length);
  });
  expect(events, 'events of each opportunity').toEqual([1]);
});
