// Deep links, the browser's own buttons, and what is half-typed.
import { expect, mounted, openEmpty, setClock, test } from './support';
import { card, choose, noteInterview, onScreen, opened, person, theyWrote, toast, toCompany } from './story';

test.beforeEach(async ({ page }) => setClock(page, '2026-06-09T14:33'));

test('the address of an opportunity opens it in a new tab, and back leads to where one was', async ({ page, context }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Sam Ito');
  await onScreen(page, 'Northwind');
  const other = await context.newPage();
  await setClock(other, '2026-06-09T14:34');
  await other.goto(page.url());
  await onScreen(other, 'Northwind');
  await other.close();
  await page.goBack();
  await onScreen(page, 'Today');
  await page.goForward();
  await onScreen(page, 'Northwind');
});

test('a screen is left in the midst of typing, and the app goes on', async ({ page }) => {
  await openEmpty(page);
  const leaving = async (route: string, label: RegExp, typed: string) => {
    await page.evaluate((route) => { location.hash = `#/${route}`; }, route);
    await page.getByLabel(label).first().click();
    await page.keyboard.type(typed);
    // A swipe from the edge of a phone: no other field takes the focus first.
    await page.goBack();
    await onScreen(page, 'Today');
  };
  await leaving('interview', /^Name/, 'Dana Re');
  await leaving('interview', /^Day/, '02');
  await leaving('playbook', /^Another day off/, '02');
  await page.evaluate(() => { location.hash = '#/interview'; });
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Dana Re');
});

test('the address of a letter opens that letter again', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await (await opened(page, 'Thank Sam Ito')).getByRole('link', { name: /^Write it/ }).click();
  await onScreen(page, 'Thank-you to Sam Ito');
  await page.reload();
  await mounted(page);
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue(/Sam/);
});

test('an opportunity that is not here says so', async ({ page }) => {
  await openEmpty(page, 'opportunity/019eada8-ded0-7f21-baba-ddd4489e3ea5');
  await expect(page.getByText('This opportunity is not here')).toBeVisible();
});

test('a form left halfway is there after a reload', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await person(page, 0).getByLabel('Name').blur();
  // Right after the last key: the page has no time but the moment of its leaving.
  await page.reload();
  await mounted(page);
  await expect(page.getByText('This is as you left it. Nothing was lost.')).toBeVisible();
  await expect(page.getByLabel('Company')).toHaveValue('Northwind');
  await expect(person(page, 0).getByLabel('Name')).toHaveValue('Dana Reyes');
});

const left = 'This is as you left it. Nothing was lost.';

test('what they wrote, told halfway, is there after a reload, and waits where it was put aside', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Sam Ito');
  await onScreen(page, 'Northwind');
  const form = page.getByRole('dialog', { name: 'They wrote' });
  await page.getByRole('button', { name: 'They wrote' }).click();
  await form.getByLabel('Who wrote').selectOption('Dana Reyes');
  await form.getByLabel('Note').fill('They liked the sample, and');
  await page.reload();
  await mounted(page);
  await expect(form.getByText(left)).toBeVisible();
  await expect(form.getByLabel('Note')).toHaveValue('They liked the sample, and');
  await expect(form.getByLabel('Who wrote').locator(':checked')).toHaveText('Dana Reyes');
  await form.getByLabel('Note').fill('They liked the sample, and ask for a call');
  await page.keyboard.press('Escape');
  // Gone, and not only out of sight: the browser hides it before it says that it is closed.
  await expect(page.getByRole('main').locator('dialog')).toHaveCount(0);
  await page.reload();
  await mounted(page);
  await expect(form, 'what was put aside does not open by itself').toHaveCount(0);
  await page.getByRole('button', { name: 'They wrote' }).click();
  await expect(form.getByLabel('Note')).toHaveValue('They liked the sample, and ask for a call');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('What happened').click();
  await expect(page.getByText('They liked the sample, and ask for a call')).toBeVisible();
  await page.getByRole('button', { name: 'They wrote' }).click();
  await expect(form.getByLabel('Note')).toHaveValue('');
});

test('the opportunity, edited halfway, is there after a reload, and cancelling leaves it as it was', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Sam Ito');
  await onScreen(page, 'Northwind');
  const form = page.getByRole('dialog', { name: 'Edit the opportunity' });
  await choose(page.getByRole('main'), 'Edit', 'Edit the opportunity');
  await expect(form.getByText(left)).toHaveCount(0);
  await form.getByLabel('Role').fill('Data engineer, payments');
  await form.getByLabel('Applied on').fill('2026-05-30');
  await form.getByLabel('Notes').fill('Ask about the');
  await page.reload();
  await mounted(page);
  await expect(form.getByText(left)).toBeVisible();
  await expect(form.getByLabel('Role')).toHaveValue('Data engineer, payments');
  await expect(form.getByLabel('Applied on')).toHaveValue('2026-05-30');
  await expect(form.getByLabel('Notes')).toHaveValue('Ask about the');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await choose(page.getByRole('main'), 'Edit', 'Edit the opportunity');
  await expect(form.getByLabel('Role'), 'thrown away').toHaveValue('Data engineer');
  await form.getByLabel('Role').fill('Data engineer, billing');
  await page.reload();
  await mounted(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Data engineer, billing', { exact: true })).toBeVisible();
  await page.reload();
  await mounted(page);
  await onScreen(page, 'Northwind');
  await expect(form, 'saved, nothing is left half-typed').toHaveCount(0);
});

test('somebody added or edited halfway is there after a reload', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Sam Ito');
  await onScreen(page, 'Northwind');
  const added = page.locator('.opportunity__person');
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await added.getByLabel('Name').fill('Ines Roth');
  await added.getByLabel('Who they are').selectOption('Hiring manager');
  await page.reload();
  await mounted(page);
  await expect(added.getByText(left)).toBeVisible();
  await expect(added.getByLabel('Name')).toHaveValue('Ines Roth');
  await expect(added.getByLabel('Who they are').locator(':checked')).toHaveText('Hiring manager');
  await added.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: /^Ines Roth/ }).click();
  await onScreen(page, 'Ines Roth');

  const edited = page.getByRole('dialog', { name: 'Edit the person' });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await edited.getByLabel('Email').fill('ines@north');
  await page.reload();
  await mounted(page);
  await expect(edited.getByLabel('Email')).toHaveValue('ines@north');
  await page.keyboard.press('Escape');
  await page.reload();
  await mounted(page);
  await onScreen(page, 'Ines Roth');
  await expect(edited, 'what was put aside does not open by itself').toHaveCount(0);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(edited.getByLabel('Email')).toHaveValue('ines@north');
  await edited.getByRole('button', { name: 'Save' }).click();

  await page.goto('./#/people');
  const fresh = page.getByRole('dialog', { name: 'Add somebody' });
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await fresh.getByLabel('Name').fill('Kim O');
  await page.reload();
  await mounted(page);
  await expect(fresh.getByLabel('Name')).toHaveValue('Kim O');
  await fresh.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await expect(fresh.getByLabel('Name')).toHaveValue('');
});

test('a template written halfway is there after a reload, and gone once it is thrown away or all is erased', async ({ page }) => {
  await openEmpty(page, 'templates');
  const form = page.getByRole('dialog', { name: 'Template' });
  await page.getByRole('button', { name: 'Add a template' }).click();
  await form.getByLabel('Name').fill('Mine');
  await form.getByLabel('Text').fill('Hi {name}, half of a');
  await page.reload();
  await mounted(page);
  await expect(form.getByText(left)).toBeVisible();
  await expect(form.getByLabel('Name')).toHaveValue('Mine');
  await expect(form.getByLabel('Text')).toHaveValue('Hi {name}, half of a');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add a template' }).click();
  await expect(form.getByLabel('Name')).toHaveValue('');
  await form.getByLabel('Name').fill('Another');
  await page.keyboard.press('Escape');
  await page.goto('./#/data');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase it all' }).click();
  await expect(toast(page)).toContainText('Everything is erased');
  expect(await page.evaluate(() => Object.values({ ...localStorage }).filter((text) => text.includes('Another')))).toEqual([]);
});

test('another name for somebody who is known is somebody else, with the way back at hand', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Sam Ito');
  await page.getByText('What happened').click();
  await page.getByRole('link', { name: /^Edit/ }).click();
  const row = person(page, 0);
  await expect(row.getByLabel('Name')).toHaveValue('Dana Reyes');
  await row.getByLabel('Name').fill('Kim Ode');
  await row.getByLabel('Email').focus();
  await expect(row.getByRole('status')).toContainText('This will be a new person, not Dana Reyes.');
  await expect(row.getByLabel('Email'), 'the address is not theirs').toHaveValue('');
  await row.getByRole('button', { name: 'It is Dana Reyes' }).click();
  await expect(row.getByLabel('Name')).toHaveValue('Dana Reyes');
  await expect(row.getByLabel('Email')).toHaveValue('dana@northwind.example');
  await expect(row.getByRole('status')).toHaveCount(0);
  await row.getByLabel('Name').fill('Kim Ode');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Northwind');
  await page.goto('./#/people');
  for (const name of ['Dana Reyes', 'Kim Ode']) await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible();
});

test('after a no, a kind word comes first, and the reply and the requests on the next business day', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await toCompany(page, 'Thank Sam Ito');
  const form = await theyWrote(page, 'A no');
  await form.getByLabel('Who said no').selectOption('Lea Brandt');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('They said no. That stings, and it is no verdict on you.')).toBeVisible();
  const home = page.url();
  await page.goto('./#/today');
  await expect(page.getByText(/^Northwind said no\. That stings, and it is no verdict on you\. Nothing has to be done/)).toBeVisible();
  // The day itself is the user's; on the next business day the answer and the requests are there.
  await setClock(page, '2026-06-10T09:00');
  await page.goto(home);
  await page.reload();
  await expect(page.getByText('They said no. That stings, and it is no verdict on you.')).toBeVisible();
  await expect(card(page, 'Thank Northwind for their answer')).toBeVisible();
  await expect((await opened(page, 'Lea Brandt')).getByRole('link', { name: /^Write the request/ })).toBeVisible();
});

test('what another playbook would change comes into sight where it is tapped', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await page.goto('./#/playbook');
  await page.getByRole('radio', { name: /^The Star/ }).click();
  await expect(page.getByRole('heading', { name: 'With The Star' })).toBeInViewport();
  const follow = page.getByRole('button', { name: 'Follow The Star' });
  await expect(follow).toBeInViewport({ ratio: 1 });
  const tabs = await page.getByRole('navigation').boundingBox();
  const button = await follow.boundingBox();
  expect(button!.y + button!.height, 'above the tabs').toBeLessThanOrEqual(tabs!.y);
});

test('no name of a day runs over the edge of the axis', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEmpty(page);
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await page.goto('./#/pipeline');
  const hrefs = await page.locator('main a.pipeline__one').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(hrefs.length).toBeGreaterThan(5);
  for (const href of hrefs) {
    await page.goto(`./${href}`);
    await expect(page.getByText('The process')).toBeVisible();
    const over = await page.locator('.axis text').evaluateAll((names) =>
      names.filter((name) => name.getBoundingClientRect().right > innerWidth).map((name) => name.textContent));
    expect(over, href).toEqual([]);
  }
});

test('a letter left halfway is there when one comes back', async ({ page }) => {
  await openEmpty(page, 'interview');
  await noteInterview(page);
  await (await opened(page, 'Thank Sam Ito')).getByRole('link', { name: /^Write it/ }).click();
  await page.getByLabel('Letter', { exact: true }).fill('Dear Sam, half of a');
  await page.goBack();
  await onScreen(page, 'Today');
  await page.goForward();
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue('Dear Sam, half of a');
  await page.getByLabel('Letter', { exact: true }).fill('Dear Sam, half of a letter');
  await page.reload();
  await mounted(page);
  await expect(page.getByLabel('Letter', { exact: true })).toHaveValue('Dear Sam, half of a letter');
});

test('a round to come is noted, and asks for nothing that has not happened', async ({ page }) => {
  await openEmpty(page, 'interview');
  await page.getByLabel('Company').fill('Northwind');
  await page.getByLabel('It is still to come').check();
  await onScreen(page, 'An interview to come');
  await expect(page.getByLabel('One thing worth mentioning')).toHaveCount(0);
  await page.getByLabel('Day', { exact: true }).fill('2026-06-10');
  await page.getByLabel('Starts').fill('10:00');
  await person(page, 0).getByLabel('Name').fill('Dana Reyes');
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
  await expect(page.getByRole('heading', { name: 'Ask what comes next at Northwind' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Thank Dana Reyes' })).toHaveCount(0);
});
