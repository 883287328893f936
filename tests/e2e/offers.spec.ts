// The offer desk: a spoken offer with 48 hours to answer, beside two other processes, from the call to the signature.
import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { choose, noteInterview, onScreen, opened, theyWrote, toast } from './story';

const dana = [{ name: 'Dana Reyes', part: 'Hiring manager', email: 'dana@northwind.example' }];
const rita = [{ name: 'Rita Moss', part: 'Recruiter', email: 'rita@globex.example' }];
const otto = [{ name: 'Otto Lind', part: 'Hiring manager', email: 'otto@halden.example' }];

/** The desk, from anywhere. */
const desk = async (page: Page) => {
  await page.goto('./#/offers');
  await onScreen(page, 'Offers');
};

const step = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

const home = async (page: Page, company: string) => {
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: new RegExp(`^${company}`) }).click();
  await onScreen(page, company);
};

/** Three interviews, then a call: Northwind offers, and wants an answer in two days. */
test.beforeEach(async ({ page }) => {
  await setClock(page, '2026-06-09T15:00');
  await openEmpty(page, 'interview');
  await noteInterview(page, dana);
  await page.goto('./#/interview');
  await page.getByLabel('The end of this week').check();
  await noteInterview(page, rita, 'Globex');
  await page.goto('./#/interview');
  await noteInterview(page, otto, 'Halden');
  await home(page, 'Northwind');
  const form = await theyWrote(page, 'An offer');
  await form.getByRole('radio', { name: 'They said it' }).check();
  await form.getByLabel('They want an answer by').fill('2026-06-11');
  await form.getByRole('textbox', { name: /^at / }).fill('15:00');
  await form.getByRole('button', { name: 'Save' }).click();
  await desk(page);
});

/** Takes the step that is next: its letter is written and sent. */
const send = async (page: Page, title: string) => {
  await step(page, title).getByRole('link').click();
  await expect(page.getByLabel('Letter', { exact: true })).not.toHaveValue('');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
  await desk(page);
};

test('from the call to the signature, every letter sent', async ({ page }) => {
  await expect(page.getByText(/They want your answer by 15:00 on Thursday: 4[78] hours from now/)).toBeVisible();
  // All dates on one axis: the deadline, whom it crosses, and who named no day.
  const dates = page.locator('.lines li');
  await expect(dates).toHaveText([
    /^Northwind.*by 15:00 on Thursday.*Wants your answer/,
    /^Globex.*by Friday.*Promised an answer/,
    /^Halden.*no day named.*Is deciding/,
  ]);
  await expect(page.locator('.bar__mark[data-kind=due]')).toHaveCount(1);
  await expect(page.locator('.bar__mark[data-kind=promise]')).toHaveCount(1);
  await expect(step(page, 'Thank Northwind for the offer')).toHaveAttribute('data-stage', 'next');
  await expect(step(page, 'Thank Northwind for the offer'), 'to the hour').toContainText(/\d\d:\d\d/);
  await fitsWidth(page);
  await axe(page);

  await send(page, 'Thank Northwind for the offer');
  await expect(step(page, 'They were thanked')).toHaveAttribute('data-stage', 'done');
  // Globex decides on Friday, a day too late: that presses most, as Today says, too.
  await expect(step(page, 'Ask Northwind for more time')).toHaveAttribute('data-stage', 'next');
  await page.goto('./#/today');
  await expect(page.getByRole('article').getByRole('heading')).toHaveText('Ask Northwind for more time');
  await desk(page);
  await send(page, 'Ask Northwind for more time');
  await expect(step(page, 'You asked for more time')).toContainText('Asked today; no answer noted yet');
  // The thanks asked for that; nobody gets two such letters in a day.
  await expect(step(page, 'You asked for it in writing')).toContainText('Asked today; no answer noted yet');
  await send(page, 'Tell two companies that you have an offer');
  await send(page, 'that you have an offer');
  await expect(step(page, 'You told two companies of it')).toHaveAttribute('data-stage', 'done');
  await page.goto('./#/today');
  await expect(await opened(page, 'Decide on Northwind’s offer'))
    .toContainText('You asked for it in writing today and for more time today; no answer is noted yet.');
  await home(page, 'Northwind');
  await choose(page.getByRole('main'), 'Anything else', 'They gave me more time');
  const more = page.getByRole('dialog', { name: 'They wrote' });
  await more.getByLabel('They want an answer by').fill('2026-06-15');
  await more.getByRole('button', { name: 'Save' }).click();
  await desk(page);
  await expect(dates).toHaveText([/^Globex/, /^Northwind.*by Monday/, /^Halden/]);
  await page.getByText('What you have to negotiate with').click();
  await expect(page.getByText(/^Globex promised you an answer by Friday/)).toBeVisible();
  await expect(page.getByText('Halden is still deciding.')).toBeVisible();

  await home(page, 'Northwind');
  await page.getByRole('button', { name: 'It came in writing' }).click();
  await desk(page);
  await expect(page.getByText('It came in writing today')).toBeVisible();

  await step(page, 'Ask for more').getByRole('link').click();
  await onScreen(page, /^Asking for more/);
  await page.getByLabel('Letter', { exact: true }).fill('Dear Dana, could the base pay be 58,000? I bring ten years of it. Thank you.');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');

  await desk(page);
  await expect(step(page, 'You asked for more').last()).toContainText('Asked today; no answer noted yet');
  await page.getByRole('link', { name: 'Write your answer' }).click();
  await expect(page.getByRole('link', { name: /^Ask for more/ }), 'each is asked for once').toHaveCount(0);
  await page.getByRole('link', { name: /^Say yes/ }).click();
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, it is signed' }).click();
  await onScreen(page, 'Today');
  await desk(page);
  await expect(page.getByText('No offer waits for your answer.')).toBeVisible();
  await expect(page.getByText('Signed today')).toBeVisible();

  // The others hear it from the user.
  for (const company of ['Globex', 'Halden']) {
    await page.goto('./#/today');
    await (await opened(page, `Withdraw from ${company}`)).getByRole('link', { name: /^Write it/ }).click();
    await expect(page.getByLabel('Letter', { exact: true })).not.toHaveValue('');
    await page.getByRole('button', { name: 'Sent', exact: true }).click();
    await onScreen(page, 'Today');
  }
  await expect(page.getByText('Signed with Northwind. The search is done.')).toBeVisible();
});

test('a yes is noted once it is sent, and signed on the desk', async ({ page }) => {
  await page.getByRole('link', { name: 'Write your answer' }).click();
  await page.getByRole('link', { name: /^Say yes/ }).click();
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Have you signed it, too?' })).toBeVisible();
  // The phone's way back instead of an answer.
  await page.goBack();
  await page.goto('./#/today');
  await onScreen(page, 'Today');
  const sign = await opened(page, 'Sign Northwind’s offer');
  await sign.getByRole('link', { name: /^See the offer/ }).click();
  await onScreen(page, 'Offers');
  await expect(page.getByText('You said yes today. Left: the signature.')).toBeVisible();
  await expect(page.getByText('They want your answer')).toHaveCount(0);
  await expect(page.getByText('Everything that you agreed is in the text that you sign'), 'what to look at first').toBeVisible();
  await expect(page.getByRole('link', { name: 'Step back from it' })).toBeVisible();
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('button', { name: /^I signed it/ }).click();
  await expect(page.getByText('Signed today')).toBeVisible();
  await expect(page.getByText('No offer waits for your answer.')).toBeVisible();
});

test('what it pays is noted version by version, with the year beside what was typed', async ({ page }) => {
  await page.getByRole('button', { name: /^Note what it pays/ }).click();
  const form = page.getByRole('dialog', { name: 'What it pays' });
  await form.getByLabel('Base pay').fill('a lot');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('A number, like 52000 or 24.50.')).toBeVisible();
  await form.getByLabel('Base pay').fill('4500');
  await form.getByLabel('Currency').fill('EUR');
  await form.getByLabel('For', { exact: true }).selectOption('a month');
  await form.getByLabel('Sign-on bonus').fill('2000');
  await fitsWidth(page);
  await axe(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(page.locator('.offers__one').getByText('54,000 EUR a year; 56,000 EUR in the first')).toBeVisible();
  await page.getByRole('button', { name: /^The terms have changed/ }).click();
  await form.getByLabel('Base pay').fill('4800');
  await form.getByRole('radio', { name: 'In writing' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('4,800 EUR a month, 2,000 EUR for signing, in writing today')).toBeVisible();
  await page.getByText('What they offered before').click();
  await expect(page.getByText('4,500 EUR a month, 2,000 EUR for signing, said today')).toBeVisible();
  await page.reload();
  await expect(page.locator('.offers__one').getByText('57,600 EUR a year; 59,600 EUR in the first')).toBeVisible();
});

test('one offer alone is compared with nothing, and what it is worth is there for who wants to say it', async ({ page }) => {
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await page.getByText('What it is worth to you', { exact: true }).click();
  const rate = page.getByRole('combobox', { name: 'Room to grow, Northwind, from 1 to 5' });
  await rate.selectOption('2');
  await expect(rate, 'it stays open').toBeVisible();
  await page.getByText('What you have to negotiate with').click();
  await expect(page.getByText('Room to grow: you gave it 2 of 5')).toBeVisible();
});

test('two offers are compared by what the user says, and what would turn the order is told', async ({ page }) => {
  await home(page, 'Globex');
  const form = await theyWrote(page, 'An offer');
  await form.getByRole('radio', { name: 'In writing' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await desk(page);
  await expect(page.getByText('Rate the same things for each, and they can be compared.')).toBeVisible();
  const rate = (what: string, company: string, rating: string) =>
    page.getByRole('combobox', { name: `${what}, ${company}, from 1 to 5` }).selectOption(rating);
  await rate('Room to grow', 'Northwind', '5');
  await rate('Work-life balance', 'Northwind', '2');
  await rate('Room to grow', 'Globex', '3');
  await rate('Work-life balance', 'Globex', '5');
  await expect(page.getByText('By your own weights, Globex comes first.')).toBeVisible();
  await expect(page.getByText('If room to grow counted more, Northwind would come first.')).toBeVisible();
  const weight = page.getByRole('combobox', { name: 'How much it counts: Room to grow' });
  await weight.focus();
  await weight.selectOption('most');
  await expect(weight, 'the focus stays where it was chosen').toBeFocused();
  await expect(page.getByText('By your own weights, Northwind comes first.')).toBeVisible();
  await expect(toast(page)).toHaveCount(0);
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('button', { name: 'Compare with your present job' }).click();
  await page.getByRole('dialog').getByLabel('Base pay').fill('41000');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('41,000 a year')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page.getByText('41,000 a year')).toHaveCount(0);
});
