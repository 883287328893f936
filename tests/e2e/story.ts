// The steps that several specs take, found by role and label as a person finds things.
import { expect, type Locator, type Page } from '@playwright/test';

/** Who was there. */
export type Met = { name: string; part?: string; email?: string; mention?: string };

/** Three people of one company, each with something worth mentioning. */
export const THREE: Met[] = [
  { name: 'Dana Reyes', part: 'Hiring manager', email: 'dana@northwind.example', mention: 'the move of the billing system' },
  { name: 'Sam Ito', email: 'sam@northwind.example', mention: 'how the team reviews code' },
  { name: 'Lea Brandt', part: 'Recruiter', email: 'lea@northwind.example', mention: 'the first weeks of a new colleague' },
];

/** The fields of one person in the form. */
export const person = (page: Page, place: number): Locator => page.locator(`[data-person='${place}']`);

/** Types the people into the form, a row each. */
export async function typePeople(page: Page, people: Met[]): Promise<void> {
  for (const [place, met] of people.entries()) {
    if (place > 0) await page.getByRole('button', { name: 'Add another person' }).click();
    const row = person(page, place);
    await row.getByLabel('Name').fill(met.name);
    if (met.part) await row.getByLabel('Who they are').selectOption(met.part);
    if (met.email) await row.getByLabel('Email').fill(met.email);
    if (met.mention) await row.getByLabel('One thing worth mentioning').fill(met.mention);
  }
}

/** Types an interview that ended just now, from the open form, and saves it. */
export async function noteInterview(page: Page, people: Met[] = THREE, company = 'Northwind'): Promise<void> {
  await page.getByLabel('Company').fill(company);
  await page.getByLabel('Role').fill('Data engineer');
  await typePeople(page, people);
  await page.getByRole('button', { name: 'Save' }).click();
  await onScreen(page, 'Today');
}

/** Waits until a screen is there. */
export async function onScreen(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** The card or the line of one action. */
export const card = (page: Page, title: string): Locator => {
  const said = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  const next = page.locator('article.card').filter({ has: page.locator('.card__title', { hasText: said }) });
  return next.or(page.locator('.track__title', { hasText: said }).locator('xpath=ancestor::li[1]'));
};

/** The same, opened in place where it is a line. */
export async function opened(page: Page, title: string): Promise<Locator> {
  const found = card(page, title);
  await expect(found).toBeVisible();
  const closed = found.locator('xpath=self::li/details[not(@open)]/summary');
  if (await closed.count()) await closed.click();
  return found;
}

/** Goes from an action to the page of its company. */
export async function toCompany(page: Page, title: string, company = 'Northwind'): Promise<void> {
  await (await opened(page, title)).getByRole('link', { name: company, exact: true }).click();
  await onScreen(page, company);
}

/** Unfolds what lies folded on a page, where it is not open from the last visit. */
export async function unfold(page: Page, title: string): Promise<void> {
  const fold = page.locator('details', { has: page.locator('summary', { hasText: title }) }).last();
  await expect(fold).toBeAttached();
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
}

/** The note on what was just done. */
export const toast = (page: Page): Locator => page.locator('.toast:not([data-empty])');

/** A menu's entry, its menu opened first. */
export async function choose(within: Page | Locator, menu: string, entry: string): Promise<void> {
  await within.locator('summary').filter({ hasText: new RegExp(`^${menu}`) }).click();
  await within.getByRole('button', { name: entry }).click();
}

/** Opens the form of what they wrote, and says what it says. */
export async function theyWrote(page: Page, says: string): Promise<Locator> {
  await page.getByRole('button', { name: 'They wrote or called', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'They wrote' });
  await form.getByRole('radio', { name: says, exact: true }).check();
  return form;
}
