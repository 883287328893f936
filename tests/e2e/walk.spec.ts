// Five weeks of one search, from the first interview to a signature and after it: at each stop the first thing on
// Today is what a good coach would name, until the moment that they would name. The rules are those of docs/advice.md.
import type { Page } from '@playwright/test';
import { expect, openEmpty, setClock, test } from './support';
import { choose, type Met, noteInterview, onScreen, opened, theyWrote, typePeople } from './story';

test.use({ viewport: { width: 390, height: 844 } });

/** Goes on to a moment, on Today. */
async function at(page: Page, moment: string): Promise<void> {
  await setClock(page, moment);
  await page.goto('./#/today');
  await page.reload();
  await onScreen(page, 'Today');
}

/** What stands first on Today: what is to be done, and until when. */
async function first(page: Page, title: string, when: string | RegExp): Promise<void> {
  const next = page.getByRole('article');
  await expect(next.getByRole('heading')).toHaveText(title);
  await expect(next.locator('.card__when')).toHaveText(when);
}

/** Nothing is asked for, and it is said until when. */
async function quiet(page: Page, until: string): Promise<void> {
  await expect(page.locator('.today__hello')).toHaveText(until);
  await expect(page.getByRole('article')).toHaveCount(0);
}

/** Writes the letter of what stands first, and sends it. */
async function send(page: Page): Promise<void> {
  await page.getByRole('article').getByRole('link', { name: /^(Write|Ask for it)/ }).click();
  await expect(page.getByLabel('Letter', { exact: true })).not.toHaveValue('');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
}

/** Deals with what stands first where there is no letter to it. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

const home = async (page: Page, company: string) => {
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: new RegExp(`^${company}`) }).click();
  await onScreen(page, company);
};

const today = async (page: Page) => {
  await page.goto('./#/today');
  await onScreen(page, 'Today');
};

const NORTHWIND = [
  { name: 'Dana Reyes', part: 'Hiring manager', email: 'dana@northwind.example', mention: 'the move of the billing system' },
  { name: 'Sam Ito', email: 'sam@northwind.example', mention: 'how the team reviews code' },
];

/** Notes a round to come, from the form that "Save, and add the round" or a page leads to. */
async function toCome(page: Page, day: string, starts: string, minutes: string, people: Met[]): Promise<void> {
  await onScreen(page, 'An interview to come');
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Starts').fill(starts);
  await page.getByLabel('Minutes').fill(minutes);
  await typePeople(page, people);
  await page.getByRole('button', { name: 'Save' }).click();
}

/** They invite to a next round at a company. */
async function invite(page: Page, company: string, day: string, starts: string, minutes: string, people: Met[]): Promise<void> {
  await home(page, company);
  const form = await theyWrote(page, 'An invitation to a next round');
  await form.getByRole('button', { name: 'Save, and add the round' }).click();
  await toCome(page, day, starts, minutes, people);
  await onScreen(page, company);
  await today(page);
}

/** Completes the note of a round that is over: who was there is known, and when they will answer. */
async function complete(page: Page, title: string, answer: string): Promise<void> {
  await (await opened(page, title)).getByRole('link', { name: /^Note it/ }).click();
  await page.getByLabel(answer).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await today(page);
}

async function lookBack(page: Page, lesson: string): Promise<void> {
  await page.locator('article [data-kind=primary]').click();
  await page.getByLabel('What to remember').fill(lesson);
  await page.getByRole('button', { name: 'Done looking back' }).click();
  await today(page);
}

/** An offer of a company. */
async function offer(page: Page, company: string, by: string, way: string, day: string, hour = ''): Promise<void> {
  await home(page, company);
  const form = await theyWrote(page, 'An offer');
  await form.getByLabel('Who made it').selectOption(by);
  await form.getByRole('radio', { name: way }).check();
  await form.getByLabel('They want an answer by').fill(day);
  if (hour) await form.getByRole('textbox', { name: /^at / }).fill(hour);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await today(page);
}

const RITA = { name: 'Rita Moss', part: 'Recruiter', email: 'rita@globex.example' };
const INES = { name: 'Ines Roth', email: 'ines@northwind.example' };
const OTTO = { name: 'Otto Lind', part: 'Hiring manager', email: 'otto@halden.example', mention: 'the new office' };

test('five weeks of one search', async ({ page }) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(15_000);

  // Tuesday 2 June. The first interview ended just now; they promised an answer by the end of next week.
  await setClock(page, '2026-06-02T14:30');
  await openEmpty(page, 'interview');
  await page.getByLabel('The end of next week').check();
  await noteInterview(page, NORTHWIND);
  // R4: thanks within 24 hours, to who decides first. After an afternoon they are best read in the morning.
  await first(page, 'Thank Dana Reyes', 'Best tomorrow, 09:00; by 14:30 tomorrow');
  await send(page);
  // R4, R13: each person their own note.
  await first(page, 'Thank Sam Ito', 'Best tomorrow, 09:00; by 14:30 tomorrow');
  await send(page);
  // R3: one look back on the same evening, while it is fresh; LinkedIn has two days.
  await at(page, '2026-06-02T19:00');
  await first(page, 'Look back at Northwind, once', 'By the end of today, fine until Tuesday 9 June');
  await lookBack(page, 'Ask about the team first.');

  // R6: the thank-yous announced it, so now it may come.
  await at(page, '2026-06-03T09:00');
  await first(page, 'Add Dana Reyes on LinkedIn', 'By tomorrow, fine until Tuesday 16 June');
  await send(page);
  await first(page, 'Add Sam Ito on LinkedIn', 'By tomorrow, fine until Tuesday 16 June');
  await send(page);
  // R8: they named a day; until then it is theirs. R17 leaves the search two days of rest.
  await quiet(page, 'Nothing until Friday.');

  // R17: only one is under way, and they talk with others too.
  await at(page, '2026-06-05T09:00');
  await first(page, 'Keep the search going', 'By Monday');
  await page.goto('./#/pipeline');
  await page.getByRole('button', { name: 'Add an application' }).click();
  for (const company of ['Globex', 'Halden']) {
    await page.getByRole('textbox', { name: 'Company' }).fill(company);
    await page.getByRole('textbox', { name: 'Role' }).fill('Analyst');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('link', { name: new RegExp(`^${company}`) })).toBeVisible();
  }
  await today(page);
  await quiet(page, 'Nothing until Friday 12 June.');

  // R27: an invitation waits for a yes before it waits for anything else.
  await at(page, '2026-06-08T11:00');
  await invite(page, 'Globex', '2026-06-09', '10:00', '60', [RITA]);
  await first(page, 'Answer Globex', 'By tomorrow');
  await send(page);
  // R25: what the last interview taught is read before the next one, anywhere.
  await first(page, 'Read your lessons before Globex', 'By 10:00 tomorrow');
  await press(page, 'Done');
  // R1: in the last minutes of it, what is easiest asked face to face.
  await at(page, '2026-06-09T10:45');
  await first(page, 'Ask what comes next at Globex', 'By 11:00 today');
  await press(page, 'Done');
  // R2: names and dates are clearest in the first hours.
  await at(page, '2026-06-09T11:05');
  await first(page, 'Note who was there at Globex', 'By 13:00 today, fine until Tuesday 16 June');
  await complete(page, 'Note who was there at Globex', 'The end of this week');
  // R4: after a morning the note is best written the same afternoon.
  await first(page, 'Thank Rita Moss', 'Best today, 16:00; by 11:00 tomorrow');
  await send(page);
  await first(page, 'Look back at Globex, once', 'By the end of today, fine until Tuesday 16 June');
  await lookBack(page, 'Breathe before answering.');
  // R6: a recruiter knows of other openings, too.
  await first(page, 'Add Rita Moss on LinkedIn', 'By Thursday, fine until Tuesday 23 June');
  await send(page);

  // R8: Friday is the day that both promised. It is theirs to its end.
  await at(page, '2026-06-11T09:00');
  await expect(page.getByText('They promised an answer by tomorrow').first()).toBeVisible();
  await quiet(page, 'Nothing until Monday.');

  // R9: the day is over, and a working day has begun: one short question.
  await at(page, '2026-06-15T09:00');
  await first(page, 'Ask Northwind where things stand', 'By Wednesday, fine until Wednesday 1 July');
  await send(page);
  await first(page, 'Ask Globex where things stand', 'By Wednesday, fine until Wednesday 1 July');

  // R14: a no. The day itself is there to feel it: a kind word, and nothing about it is asked for today.
  await home(page, 'Globex');
  const no = await theyWrote(page, 'A no');
  await no.getByLabel('Who said no').selectOption('Rita Moss');
  await no.getByRole('button', { name: 'Save' }).click();
  await today(page);
  await expect(page.locator('.kind-word')).toBeVisible();
  // R17: two are under way, which are few; there are days for it.
  await first(page, 'Keep the search going', 'By Thursday');
  await at(page, '2026-06-16T09:00');
  await first(page, 'Thank Globex for their answer', 'By tomorrow, fine until Monday 29 June');
  await send(page);

  // R27 again: Northwind asks to a panel.
  await at(page, '2026-06-17T09:00');
  await invite(page, 'Northwind', '2026-06-19', '14:00', '90', [{ name: 'Dana Reyes' }, INES]);
  await first(page, 'Answer Northwind', 'By tomorrow');
  await send(page);
  // R25 on the eve of the panel: what is on is on top, with the way to prepare.
  await at(page, '2026-06-18T15:00');
  await first(page, 'Read your lessons before Northwind', 'By 14:00 tomorrow');
  await expect(page.getByRole('region', { name: 'What is on' })).toContainText(/Tomorrow, 14:00.*Northwind/);
  await press(page, 'Done');
  await at(page, '2026-06-19T15:20');
  await first(page, 'Ask what comes next at Northwind', 'By 15:30 today');
  await press(page, 'Done');
  await at(page, '2026-06-19T15:40');
  await complete(page, 'Note who was there at Northwind', 'The end of next week');
  // R4: before a weekend the note goes the same day, two hours after the end.
  await first(page, 'Thank Dana Reyes', 'Best today, 17:30; by 15:30 tomorrow');
  await send(page);
  await first(page, 'Thank Ines Roth', 'Best today, 17:30; by 15:30 tomorrow');
  await send(page);
  await first(page, 'Look back at Northwind, once', 'By the end of today, fine until Friday 26 June');
  await lookBack(page, 'Say what you want.');
  await first(page, 'Add Ines Roth on LinkedIn', 'By Tuesday, fine until Friday 3 July');
  await send(page);

  // Halden calls on Monday, and decides in two weeks.
  await at(page, '2026-06-22T09:00');
  await page.goto('./#/interview');
  await page.getByLabel('Company').fill('Halden');
  await page.getByLabel('Started').fill('08:00');
  await page.getByLabel('Ended').fill('08:45');
  await typePeople(page, [OTTO]);
  await page.getByLabel('In two weeks').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await today(page);
  await first(page, 'Thank Otto Lind', 'Best today, 16:00; by 08:45 tomorrow');
  await send(page);
  await first(page, 'Look back at Halden, once', 'By the end of today, fine until Monday 29 June');
  await lookBack(page, 'Bring the portfolio.');
  await first(page, 'Add Otto Lind on LinkedIn', 'By Wednesday, fine until Monday 6 July');
  await send(page);

  // Wednesday: Northwind calls with an offer, to be answered by Monday 15:00.
  await at(page, '2026-06-24T15:00');
  await offer(page, 'Northwind', 'Dana Reyes', 'They said it', '2026-06-29', '15:00');
  // R18: thanks, and no yes yet, before anything is asked of them.
  await first(page, 'Thank Northwind for the offer', 'By 15:00 tomorrow');
  await send(page);
  // R20: Halden should know today, while they can still move.
  await first(page, 'Tell Halden that you have an offer', 'By the end of today, fine until Friday');
  await send(page);
  // R21: Halden decides a week after that deadline, so time is what is needed next.
  await first(page, 'Ask Northwind for more time', 'By tomorrow');
  await send(page);
  // R19: an offer is one once it is in writing. The thanks asked for that; a day later it is asked for by itself.
  await expect(page.locator('.track__title', { hasText: 'Ask Northwind for the offer in writing' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Put off' })).toBeVisible();
  // R23: what is left is the decision, and it has its hour.
  await first(page, 'Decide on Northwind’s offer', 'By 15:00 on Monday 29 June');

  // They give time, and write. Nothing presses, and the decision has its day.
  await at(page, '2026-06-25T10:00');
  await home(page, 'Northwind');
  await choose(page.getByRole('main'), 'Anything else', 'They gave me more time');
  const more = page.getByRole('dialog', { name: 'They wrote' });
  await more.getByLabel('They want an answer by').fill('2026-07-08');
  await more.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'It came in writing' }).click();
  await today(page);
  await first(page, 'Decide on Northwind’s offer', 'By Wednesday 8 July');

  // Halden was told in time: on Wednesday it makes an offer of its own.
  await at(page, '2026-07-01T10:00');
  await offer(page, 'Halden', 'Otto Lind', 'In writing', '2026-07-07');
  await first(page, 'Thank Halden for the offer', 'By 10:00 tomorrow');
  await send(page);
  // R22: two offers are compared before one is decided on, and a working day before the first deadline.
  await first(page, 'Compare your offers', 'By Monday 6 July');
  await at(page, '2026-07-06T10:00');
  await first(page, 'Compare your offers', 'By the end of today');
  await press(page, 'Done');
  await first(page, 'Decide on Halden’s offer', 'By tomorrow');

  // With two offers there is something to negotiate with: once, with one reason. It settles nothing.
  await home(page, 'Northwind');
  await page.getByRole('link', { name: 'Write your answer' }).click();
  await page.getByRole('link', { name: /^Ask for more first/ }).click();
  await expect(page.getByLabel('Letter', { exact: true })).not.toHaveValue('');
  await page.getByLabel('Letter', { exact: true }).fill('Dear Dana, thank you for the offer. Could the base pay be 58,000? I bring ten years of it.');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
  await first(page, 'Decide on Halden’s offer', 'By tomorrow');

  // Northwind agrees, and it is signed. R24: who is still waiting should not hear it last.
  await home(page, 'Northwind');
  await page.getByRole('link', { name: 'Write your answer' }).click();
  await page.getByRole('link', { name: /^Say yes/ }).click();
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, it is signed' }).click();
  await onScreen(page, 'Today');
  await expect(page.getByText('Signed with Northwind. The search is done.')).toBeVisible();
  await first(page, 'Withdraw from Halden', 'By Wednesday');
  await send(page);
  // Nothing is left but good company: R16, ninety days after the last word with her.
  await expect(page.getByRole('article')).toHaveCount(0);
  await at(page, '2026-09-14T10:00');
  await first(page, 'Say hello to Rita Moss', 'By Monday 28 September');
});
