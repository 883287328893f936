// Ways to say what happened, each in reach where it happens: rounds that move or are off, and all that they can write.
import type { Page } from '@playwright/test';
import { axe, expect, fitsWidth, openEmpty, setClock, test } from './support';
import { card, choose, noteInterview, onScreen, opened, person, theyWrote, toast } from './story';

test.use({ viewport: { width: 390, height: 844 } });
test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

/** The page of the one opportunity. */
const home = async (page: Page) => {
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: /^Northwind/ }).click();
  await onScreen(page, 'Northwind');
};

/** Notes a round still to come at Northwind, with Dana Reyes, and opens the opportunity. */
const roundToCome = async (page: Page, day: string, starts: string, minutes = '') => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await page.getByRole('radio', { name: 'It is still to come' }).check();
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Starts').fill(starts);
  await page.getByLabel('Minutes').fill(minutes);
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await person(page, 0).getByLabel('Email').fill('dana@northwind.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
  await home(page);
};

/** Unfolds what happened. */
const unfold = async (page: Page) => {
  const folded = page.locator('details:not([open]) > summary').filter({ hasText: 'What happened' });
  if (await folded.count()) await folded.click();
};

const edit = async (page: Page) => {
  await page.getByRole('link', { name: /^Edit/ }).first().click();
  await onScreen(page, 'Edit the interview');
};

/** When the one round starts, and how many minutes it takes. */
const times = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('afterword/opportunity/'))!;
    const { starts, ends } = JSON.parse(localStorage.getItem(key)!).data.rounds[0];
    const local = new Date(starts * 1000).toLocaleString('sv', { timeZone: 'America/New_York' });
    return `${local.slice(0, 16)} for ${(ends - starts) / 60}`;
  });

for (const { change, name, after } of [
  { name: 'later than it was to end', change: { Starts: '18:00' }, after: '2026-06-11 18:00 for 45' },
  { name: 'earlier', change: { Starts: '09:30' }, after: '2026-06-11 09:30 for 45' },
  { name: 'on another day', change: { Day: '2026-06-15' }, after: '2026-06-15 16:00 for 45' },
  { name: 'longer', change: { Minutes: '90' }, after: '2026-06-11 16:00 for 90' },
  { name: 'over midnight', change: { Starts: '23:30' }, after: '2026-06-11 23:30 for 45' },
] as { name: string; change: Record<string, string>; after: string }[]) {
  test(`a round is moved, ${name}, and its end moves with it`, async ({ page }) => {
    await roundToCome(page, '2026-06-11', '16:00', '45');
    await edit(page);
    await expect(page.getByLabel('Minutes')).toHaveValue('45');
    for (const [field, value] of Object.entries(change)) await page.getByRole('main').getByLabel(new RegExp(`^${field}`)).fill(value);
    await page.getByRole('button', { name: 'Save' }).click();
    await onScreen(page, 'Northwind');
    expect(await times(page)).toBe(after);
  });
}

test('a round that is called off leaves the plan, stays in what happened, and is on again with another day', async ({ page }) => {
  await roundToCome(page, '2026-06-11', '16:00');
  await edit(page);
  await fitsWidth(page);
  await axe(page);
  await choose(page.getByRole('main'), 'It is off', 'It was called off');
  await onScreen(page, 'Northwind');
  await expect(toast(page)).toContainText('The interview at Northwind is off; noted');
  const gone = page.getByText('The interview did not take place', { exact: true });
  await unfold(page);
  await expect(gone).toBeVisible();
  await expect(page.getByText('It was planned for Thursday, 16:00.')).toBeVisible();
  await edit(page);
  await page.getByLabel('Day', { exact: true }).fill('2026-06-16');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Northwind');
  await expect(gone).toHaveCount(0);
  expect(await times(page)).toBe('2026-06-16 16:00 for 60');
});

test('a round that did not take place is given a new day, or removed', async ({ page }) => {
  await roundToCome(page, '2026-06-09', '15:00', '30');
  await setClock(page, '2026-06-09T16:00');
  await page.reload();
  await page.goto('./#/today');
  await (await opened(page, 'Note who was there at Northwind')).getByRole('link', { name: /^Note it/ }).click();
  await onScreen(page, 'How was it?');
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Dana Reyes');
  await choose(page.getByRole('main'), 'It did not take place', 'There is a new day');
  await expect(page.getByLabel('Day', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Starts')).toHaveValue('15:00');
  await page.getByLabel('Day', { exact: true }).fill('2026-06-10');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Northwind');
  expect(await times(page)).toBe('2026-06-10 15:00 for 30');
  await edit(page);
  await choose(page.getByRole('main'), 'It is off', 'Remove this round');
  await onScreen(page, 'Northwind');
  await expect(toast(page)).toContainText('The round at Northwind removed');
  await expect(page.getByRole('link', { name: /^Edit/ })).toHaveCount(0);
});

test('whoever was expected is to be thanked though nobody noted how it was', async ({ page }) => {
  await roundToCome(page, '2026-06-09', '15:00', '30');
  await setClock(page, '2026-06-09T16:00');
  await page.reload();
  await page.goto('./#/today');
  await expect(card(page, 'Thank Dana Reyes')).toBeVisible();
});

test('a call over midnight, noted after it, is understood', async ({ page }) => {
  await setClock(page, '2026-06-10T00:40');
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await page.getByLabel('Started').fill('23:15');
  await page.getByLabel('Ended').fill('00:15');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
  expect(await times(page)).toBe('2026-06-09 23:15 for 60');
});

test('what keeps a form from being saved is said beside its button', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved yet: two things above need a look.')).toBeVisible();
  await page.getByLabel('Company').fill('Northwind');
  await expect(page.getByText('Not saved yet: one thing above needs a look.')).toBeVisible();
  await fitsWidth(page);
  await axe(page);
});

test('they wrote offers all that they can write, and asks what each needs', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await home(page);
  const form = await theyWrote(page, 'A no');
  for (const says of ['An invitation to a next round', 'An offer', 'They need more time', 'A question, or a form to fill in', 'Something else']) {
    await expect(form.getByRole('radio', { name: says })).toBeVisible();
  }
  await expect(form.getByRole('radio', { name: 'They take the offer back' })).toHaveCount(0);
  await expect(form.getByLabel('Who said no')).toBeVisible();
  await form.getByRole('radio', { name: 'An offer' }).check();
  await expect(form.getByLabel('Who made it')).toBeVisible();
  await expect(form.getByLabel('What it offers')).toBeVisible();
  await fitsWidth(page);
  await axe(page);
});

test('a plain reply leaves the promised day as it is, unless it is told otherwise', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('The end of this week').check();
  await noteInterview(page);
  await home(page);
  const form = await theyWrote(page, 'Something else');
  await expect(form.getByRole('group', { name: 'They promised an answer by Friday' })).toBeVisible();
  await expect(form.getByRole('radio', { name: 'That day still holds' })).toBeChecked();
  await fitsWidth(page);
  await axe(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await unfold(page);
  await expect(page.getByText('They wrote, and named Friday', { exact: true })).toBeVisible();
  const again = await theyWrote(page, 'Something else');
  await again.getByRole('radio', { name: 'They named a new day' }).check();
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(again.getByText('Which day did they name?')).toBeVisible();
  await again.getByRole('radio', { name: 'That day no longer holds' }).check();
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(again).toHaveCount(0);
  await unfold(page);
  await expect(page.locator('.line__main').getByText('They wrote', { exact: true })).toBeVisible();
});

test('a question wants an answer, by a day if they said', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await home(page);
  const form = await theyWrote(page, 'A question, or a form to fill in');
  await expect(form.getByRole('checkbox', { name: 'They want an answer from me' })).toBeChecked();
  await form.getByLabel('By which day').fill('2026-06-12');
  await form.getByLabel('Who wrote').selectOption('Dana Reyes');
  await form.getByLabel('Note').fill('What are your salary expectations?');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await unfold(page);
  await expect(page.getByText('Dana Reyes wrote, and wanted an answer by Friday 12 June', { exact: true })).toBeVisible();
});

test('an offer is taken back, and another one signed instead', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await home(page);
  const form = await theyWrote(page, 'An offer');
  await form.getByLabel('Who made it').selectOption('Dana Reyes');
  await form.getByRole('radio', { name: 'In writing' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await unfold(page);
  await expect(page.getByText('Dana Reyes made you an offer', { exact: true })).toBeVisible();
  await choose(page.getByRole('main'), 'Anything else', 'I signed it');
  await expect(page.getByRole('heading', { name: 'Signed today' })).toBeVisible();

  await page.goto('./#/interview');
  await noteInterview(page, [{ name: 'Rita Moss' }], 'Globex');
  await page.goto('./#/pipeline');
  await page.getByRole('link', { name: /^Globex/ }).click();
  await onScreen(page, 'Globex');
  const better = await theyWrote(page, 'An offer');
  await better.getByRole('radio', { name: 'In writing' }).check();
  await better.getByRole('button', { name: 'Save' }).click();
  await choose(page.getByRole('main'), 'Anything else', 'I signed it');
  const asked = page.getByRole('dialog', { name: 'You signed at Northwind, too' });
  await expect(asked).toBeVisible();
  await fitsWidth(page);
  await axe(page);
  await asked.getByRole('button', { name: 'Instead of Northwind' }).click();
  await expect(page.getByRole('heading', { name: 'Signed today' })).toBeVisible();

  await choose(page.getByRole('main'), 'Anything else', 'They took it back');
  await expect(toast(page)).toContainText('Globex took the offer back; noted');
  await expect(page.getByRole('heading', { name: 'Taken back today' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'I signed it' })).toHaveCount(0);
});

test('a recruiter’s agency is asked about once, and never assumed', async ({ page }) => {
  await openEmpty(page, 'interview');
  const rita = person(page, 0);
  await rita.getByLabel('Name').fill('Rita Moss');
  const question = rita.getByRole('group', { name: 'Does the job come through them?' });
  await expect(question).toHaveCount(0);
  await rita.getByLabel('Who they are').selectOption('Recruiter');
  for (const answer of ['Yes, they are an agency’s', 'No, they work there']) {
    await expect(question.getByRole('radio', { name: answer.replace('’', "'") })).not.toBeChecked();
  }
  await question.getByRole('radio', { name: /^Yes/ }).check();
  await fitsWidth(page);
  await axe(page);
  await page.getByLabel('Company').fill('Northwind');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
  await home(page);
  await choose(page.getByRole('main'), 'Edit', 'Edit the opportunity');
  await expect(page.getByRole('dialog').getByLabel('It comes through').locator(':checked')).toHaveText('Rita Moss');
});

test('how one looks back can be not sure, and not for me', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await page.goto('./#/today');
  await (await opened(page, 'Look back at Northwind, once')).getByRole('link', { name: /^Look back/ }).click();
  await page.getByRole('radio', { name: 'Not for me' }).check();
  await axe(page);
  await page.getByRole('button', { name: 'Done looking back' }).click();
  const kept = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('afterword/opportunity/'))!;
    return JSON.parse(localStorage.getItem(key)!).data.rounds[0].debrief.interest;
  });
  expect(kept).toBe('not_for_me');
});

test('the public holidays of the browser’s region count, and are said once', async ({ page }) => {
  await openEmpty(page, 'interview');
  const said = page.getByText('Bank holidays of England and Wales will count as days off.');
  await expect(said).toBeVisible();
  await noteInterview(page);
  await page.goto('./#/playbook');
  await expect(page.getByRole('checkbox', { name: 'England and Wales, bank holidays' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^24 December to 1 January/ })).toBeChecked();
  await page.goto('./#/interview');
  await onScreen(page, 'Just had an interview');
  await expect(said).toHaveCount(0);
});

test('Enter goes to the next field, and Ctrl with Enter saves', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Role')).toBeFocused();
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await person(page, 0).getByLabel('Email').fill('dana@northwind.example');
  await page.keyboard.press('Enter');
  await expect(person(page, 0).getByLabel('One thing worth mentioning')).toBeFocused();
  await onScreen(page, 'Just had an interview');
  await page.keyboard.press('Control+Enter');
  await onScreen(page, 'Today');
});

test('an address is taken as mail programs copy it', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  const row = person(page, 0);
  await row.getByLabel('Email').fill('Dana Reyes <dana@northwind.example>');
  await row.getByLabel('One thing worth mentioning').focus();
  await expect(row.getByLabel('Name')).toHaveValue('Dana Reyes');
  await expect(row.getByLabel('Email')).toHaveValue('dana@northwind.example');
});

test('a round of what is known already takes along all that was typed', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await page.goto('./#/interview');
  await person(page, 0).getByLabel('Name').fill('Ines Roth');
  await person(page, 0).getByLabel('One thing worth mentioning').fill('the move to the new office');
  await page.getByLabel('Company').fill('Northwind');
  await page.getByRole('button', { name: 'This was a round of it' }).click();
  await expect(page.getByRole('link', { name: 'Northwind, Data engineer' })).toBeVisible();
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Ines Roth');
  await expect(person(page, 0).getByLabel('One thing worth mentioning')).toHaveValue('the move to the new office');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Northwind');
  // And without the tap, where no other role is typed, it is the same opportunity.
  await page.goto('./#/interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Ines Roth');
  await page.getByRole('button', { name: 'Save' }).click();
  const jobs = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('afterword/opportunity/')).length);
  expect(jobs).toBe(1);
});

test('a day that they named is taken in their words, and kept in them', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await home(page);
  const form = await theyWrote(page, 'They need more time');
  // From a Tuesday.
  for (const said of ['Tomorrow, 10 June', 'In two days, 11 June', 'The end of this week, 12 June', 'The end of next week, 19 June', 'In two weeks, 23 June']) {
    await expect(form.getByRole('radio', { name: said })).not.toBeChecked();
  }
  await form.getByRole('radio', { name: 'The end of next week, 19 June' }).check();
  await expect(form.getByLabel('Or by this day')).toHaveValue('2026-06-19');
  await fitsWidth(page);
  await axe(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await unfold(page);
  await expect(page.getByText('They wrote, and named Friday 19 June', { exact: true })).toBeVisible();
  await expect(page.getByText('They need more time. They said: the end of next week.', { exact: true })).toBeVisible();
});

test('that the job is not for oneself is said where the rounds are', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await home(page);
  const kept = () => page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('afterword/opportunity/'))!;
    return JSON.parse(localStorage.getItem(key)!).data.rounds[0].debrief?.interest;
  });
  await choose(page.getByRole('main'), 'Something else', 'It is not for me');
  await expect.poll(kept).toBe('not_for_me');
  // Nobody is courted any more, and the look back is still to come.
  await page.goto('./#/today');
  await expect(card(page, 'Look back at Northwind, once')).toBeVisible();
  await (await opened(page, 'Thank Dana Reyes')).getByRole('link', { name: /^Write it/ }).click();
  await expect(page.getByLabel('Letter', { exact: true })).not.toHaveValue(/I (would|’d) like to do this work|interested/);
  await home(page);
  await choose(page.getByRole('main'), 'Something else', 'I want this job');
  await expect.poll(kept).toBeUndefined();
});

test('a round that was moved says from when in what happened', async ({ page }) => {
  await roundToCome(page, '2026-06-11', '16:00');
  await setClock(page, '2026-06-10T09:00');
  await page.reload();
  await edit(page);
  await page.getByLabel('Day', { exact: true }).fill('2026-06-15');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Northwind');
  await expect(page.getByText('It was moved from Thursday 11 June to Monday 15 June.')).toBeVisible();
});

test('who withdraws tells them in a letter, and with that it is closed', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await home(page);
  await page.getByRole('main').locator('summary').filter({ hasText: /^Something else/ }).click();
  await page.getByRole('link', { name: 'Withdraw, in a letter' }).click();
  await onScreen(page, 'Withdrawal, to Dana Reyes');
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(/withdraw|not to go further/);
  await fitsWidth(page);
  await axe(page);
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await onScreen(page, 'Today');
  await page.goto('./#/pipeline?stage=closed');
  await expect(page.getByRole('link', { name: /^Northwind/ })).toBeVisible();
});
