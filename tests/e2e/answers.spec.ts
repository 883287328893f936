// Answers to an offer, by letter: a no declines it, a yes asks whether it is signed, and one undo takes both back.
import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { card, choose, noteInterview, onScreen, opened, theyWrote, toast, toCompany } from './story';

test.beforeEach(async ({ page }) => {
  await setClock(page, '2026-06-09T14:33');
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Dana Reyes');
  await onScreen(page, 'Northwind');
  const form = await theyWrote(page, 'An offer');
  await form.getByRole('radio', { name: 'In writing' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'The offer', exact: true })).toBeVisible();
});

/** Chooses what to say before anything is written, from the opportunity's page. */
const answer = async (page: Page, what: string, title: string) => {
  await page.getByRole('link', { name: 'Write your answer' }).click();
  await onScreen(page, 'Your answer to Dana Reyes');
  await page.getByRole('link', { name: new RegExp(`^${what}`) }).click();
  await onScreen(page, title);
};

/** Back to the opportunity, from anywhere. */
const home = async (page: Page) => {
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: /^Northwind/ }).click();
  await onScreen(page, 'Northwind');
};

test('a no, sent, declines the offer, and one undo takes both back', async ({ page }) => {
  await answer(page, 'Say no', 'Your no to Dana Reyes');
  await expect(page.getByText('Once it is sent, the offer counts as declined here, too.')).toBeVisible();
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
  await expect(toast(page)).toContainText('Offer from Northwind declined');
  await page.getByRole('button', { name: 'Undo' }).click();
  await home(page);
  await expect(page.getByRole('link', { name: 'Write your answer' })).toBeVisible();
});

for (const { say, after } of [
  { say: 'Not yet', after: 'You said yes today' },
  { say: 'Yes, it is signed', after: 'Signed today' },
]) {
  test(`a yes, sent, asks whether it is signed: ${say}`, async ({ page }) => {
    await answer(page, 'Say yes', 'Your yes to Dana Reyes');
    await page.getByRole('button', { name: 'Sent', exact: true }).click();
    const asked = page.getByRole('dialog', { name: 'Have you signed it, too?' });
    await expect(asked).toBeVisible();
    await fitsWidth(page);
    await axe(page);
    await asked.getByRole('button', { name: say }).click();
    await onScreen(page, 'Today');
    await home(page);
    await expect(page.getByRole('heading', { name: after })).toBeVisible();
  });
}

test('once one offer is signed, a letter elsewhere courts nobody, and one letter does for two', async ({ page }) => {
  await page.goto('./#/interview');
  await noteInterview(page, [{ name: 'Rita Moss', part: 'Recruiter', email: 'rita@globex.example' }], 'Globex');
  const thank = async () => (await opened(page, 'Thank Rita Moss')).getByRole('link', { name: /^Write it/ }).click();
  const letter = page.getByLabel('Letter', { exact: true });
  await thank();
  await onScreen(page, 'Thank-you to Rita Moss');
  await letter.press('End');
  await letter.pressSequentially(' I am very interested in the role.');
  await expect(page.getByText(/this still tells Globex that you want the job/)).toHaveCount(0);

  await home(page);
  await answer(page, 'Say yes', 'Your yes to Dana Reyes');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, it is signed' }).click();
  await onScreen(page, 'Today');
  await expect(card(page, 'Withdraw from Globex')).toBeVisible();
  await expect(card(page, 'Thank Rita Moss'), 'the withdrawal does for both').toHaveCount(0);
  await toCompany(page, 'Withdraw from Globex', 'Globex');
  await onScreen(page, 'Globex');
  await (await opened(page, 'Rita Moss')).getByRole('link', { name: /^Write it/ }).click();
  await expect(page.getByText('You have signed elsewhere, and this still tells Globex that you want the job.', { exact: true })).toBeVisible();
  const instead = page.getByText('You have signed elsewhere, and Rita is also the one to be told.');
  await expect(instead).toBeVisible();
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('link', { name: 'Write the withdrawal' }).click();
  await onScreen(page, 'Withdrawal, to Rita Moss');
  await expect(letter).toHaveValue(/another (position|company|offer)/);
});

test('a second signature, by letter, asks whether it is instead of the first', async ({ page }) => {
  await answer(page, 'Say yes', 'Your yes to Dana Reyes');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, it is signed' }).click();
  await onScreen(page, 'Today');
  // Another company comes with a better offer.
  await page.goto('./#/interview');
  await noteInterview(page, [{ name: 'Rita Moss', part: 'Recruiter', email: 'rita@globex.example' }], 'Globex');
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: /^Globex/ }).click();
  await onScreen(page, 'Globex');
  const form = await theyWrote(page, 'An offer');
  await form.getByRole('radio', { name: 'In writing' }).check();
  await form.getByLabel('Who made it').selectOption('Rita Moss');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Write your answer' }).click();
  await page.getByRole('link', { name: /^Say yes/ }).click();
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, it is signed' }).click();
  const asked = page.getByRole('dialog', { name: 'You signed at Northwind, too' });
  await expect(asked).toBeVisible();
  await fitsWidth(page);
  await axe(page);
  await asked.getByRole('button', { name: 'Instead of Northwind' }).click();
  await onScreen(page, 'Today');
  await expect(card(page, 'Withdraw from Northwind')).toBeVisible();
});

test('somebody added to an opportunity is taken back in one', async ({ page }) => {
  await page.getByRole('button', { name: 'Add somebody' }).click();
  const form = page.locator('.opportunity__person');
  await form.getByLabel('Name').fill('Noor Haddad');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(card(page, 'Noor Haddad')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Noor Haddad')).toHaveCount(0);
  await page.goto('./#/people');
  await onScreen(page, 'People');
  await expect(page.getByText('Noor Haddad')).toHaveCount(0);
});

test('more time for an offer is told in a tap and moves its deadline; one undo takes both back', async ({ page }) => {
  await choose(page.getByRole('main'), 'Anything else', 'They gave me more time');
  const form = page.getByRole('dialog', { name: 'They wrote' });
  await expect(form.getByRole('radio', { name: 'More time for their offer' })).toBeChecked();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Until when do you have now?')).toBeVisible();
  await form.getByLabel('They want an answer by').fill('2026-06-19');
  await fitsWidth(page);
  await axe(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'They want your answer by Friday 19 June' })).toBeVisible();
  await page.getByText('What happened').click();
  await expect(page.getByText('More time to answer their offer.')).toBeVisible();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('They want your answer by')).toHaveCount(0);
  await expect(page.getByText('More time to answer their offer.')).toHaveCount(0);
});

test('an invitation is noted in a tap, and the round to come is asked for', async ({ page }) => {
  const form = await theyWrote(page, 'An invitation to a next round');
  await expect(form.getByRole('checkbox', { name: 'They want an answer from me' })).toBeChecked();
  await expect(form.getByLabel('Or by this day')).toHaveCount(0);
  await fitsWidth(page);
  await axe(page);
  await form.getByRole('button', { name: 'Save, and add the round' }).click();
  await onScreen(page, 'An interview to come');
  await expect(page.getByRole('radio', { name: 'It is still to come' })).toBeChecked();
  await page.getByLabel('Day').fill('2026-06-16');
  await page.getByLabel('Starts').fill('10:00');
  await page.getByLabel('Name').first().fill('Ines Roth');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Northwind');
  await page.getByText('What happened').click();
  await expect(page.getByText('An invitation to a next round.')).toBeVisible();
  await expect(page.getByText('With Ines Roth.')).toBeVisible();
});

test('they need more time: the new day moves the question behind it', async ({ page }) => {
  const form = await theyWrote(page, 'They need more time');
  await form.getByLabel('Or by this day').fill('2026-06-17');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('What happened').click();
  await expect(page.getByText('They wrote, and named Wednesday 17 June', { exact: true })).toBeVisible();
  await expect(page.getByText('They need more time.', { exact: true })).toBeVisible();
});

test('how an offer came is asked, not assumed, and one that was said is asked for in writing', async ({ page }) => {
  const form = await theyWrote(page, 'An offer');
  for (const way of ['They said it', 'In writing']) await expect(form.getByRole('radio', { name: way })).not.toBeChecked();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('group', { name: 'How did it come?' })).toContainText('Did they say it, or is it in writing?');
  await expect(form.getByRole('radio', { name: 'They said it' })).toBeFocused();
  await fitsWidth(page);
  await axe(page);
  await form.getByRole('radio', { name: 'They said it' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Spoken today' })).toBeVisible();
});

test('what was begun as a no does not come back under a yes, and asking for more settles nothing', async ({ page }) => {
  const letter = page.getByLabel('Letter', { exact: true });
  await answer(page, 'Say no', 'Your no to Dana Reyes');
  await letter.fill('Thank you, but no.');
  await page.getByRole('link', { name: 'Another answer' }).click();
  await onScreen(page, 'Your answer to Dana Reyes');
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('link', { name: /^Ask for more first/ }).click();
  await onScreen(page, /^Asking for more/);
  await expect(letter).not.toHaveValue(/but no/);
  // What is asked for is the user's to fill in: that is said before anything goes out, once.
  await expect(page.getByText('[what you ask for] is still to be filled in.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await expect(toast(page)).toContainText('[what you ask for] is still to be filled in. Tap again');
  await expect(letter).toBeFocused();
  expect(await letter.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd)))
    .toBe('[what you ask for]');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
  await home(page);
  await expect(page.getByRole('link', { name: 'Write your answer' }), 'the offer waits').toBeVisible();
});
