// A random user in several tabs, for as long as one likes, against a plain model of what was shown as saved: nothing of
// it may be missing, in storage, in the journal or on any screen, and nothing may be there that was taken back. By hand:
//   AFTERWORD_ROOT=http://127.0.0.1:4173/ node scripts/hour.mjs [minutes] [seed]
// The same seed takes the same steps; with TRACE=1 each is told.
import { isDeepStrictEqual } from 'node:util';
import { launch } from './launch.mjs';

const MINUTES = Number(process.argv[2] ?? 5);
const SEED = Number(process.argv[3] ?? Date.now() % 1e6);
const TABS = 3;
const root = process.env.AFTERWORD_ROOT;

let state = SEED;
const random = (below) => {
  state = (state * 1103515245 + 12345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * below);
};
const oneOf = (all) => all[random(all.length)];

/** What was shown as saved: the opportunities by company and the people by name. */
let model = { jobs: {}, people: {} };
let named = 0;
/** Backups that were taken, each with what was in it. */
let backups = [];
const counts = {};

const browser = await launch();
const context = await browser.newContext({ baseURL: root, viewport: { width: 390, height: 844 }, locale: 'en-GB' });
const offences = [];
context.on('weberror', (error) => offences.push(error.error().message));
let tabs = [];

async function openTab() {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('dialog', (dialog) => dialog.accept()); // it asks before what is not stored is left
  await page.goto('./');
  await mounted(page);
  return page;
}
const mounted = (page) => page.locator('#frame').waitFor({ state: 'detached' });
const toast = (page) => page.locator('.toast:not([data-empty])');
const go = async (page, route, title) => {
  await page.goto(`./#/${route}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
const button = (within, name) => within.getByRole('button', { name, exact: true });

/** What lies in storage, read as the model is, and its texts; and the texts of the journal. */
const lying = (page) => page.evaluate(async () => {
  const isRecord = ([key]) => /^afterword\/(opportunity|person|template|settings|search)\//.test(key);
  const stored = Object.fromEntries(Object.entries(localStorage).filter(isRecord));
  const [jobs, people] = [{}, {}];
  for (const [key, text] of Object.entries(stored)) {
    const { id, company, name, role = '', link = '', phone = '', notes = '', events = [] } = JSON.parse(text).data;
    if (key.includes('/opportunity/')) jobs[company] = { id, role, link, notes, events: events.map((event) => event.id).sort() };
    if (key.includes('/person/')) people[name] = { id, phone, notes };
  }
  const answered = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
  if (!(await indexedDB.databases()).some(({ name }) => name === 'afterword')) return { seen: { jobs, people }, stored, journal: {} };
  const database = await answered(indexedDB.open('afterword'));
  const records = database.transaction('records').objectStore('records');
  const [names, texts] = await Promise.all([answered(records.getAllKeys()), answered(records.getAll())]);
  database.close();
  const journal = Object.fromEntries(names.map((name, at) => [name, texts[at]]).filter(isRecord).filter(([, text]) => !text.endsWith('"data":null}')));
  return { seen: { jobs, people }, stored, journal };
});

/** Waits until that holds, and gives what it last found where it never does. */
async function soon(look, within = 5_000) {
  const until = Date.now() + within;
  for (;;) {
    const wrong = await look();
    if (!wrong || Date.now() > until) return wrong;
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

function difference(seen, expected, path = '') {
  if (isDeepStrictEqual(seen, expected)) return null;
  if (Array.isArray(seen) && Array.isArray(expected)) {
    const without = (all, others) => JSON.stringify(all.filter((one) => !others.includes(one))).slice(0, 200);
    return `${path}: too much is ${without(seen, expected)}, missing is ${without(expected, seen)}`;
  }
  const isTree = (one) => one && typeof one === 'object' && !Array.isArray(one);
  if (!isTree(seen) || !isTree(expected)) return `${path}: ${JSON.stringify(seen)?.slice(0, 200)} and not ${JSON.stringify(expected)?.slice(0, 200)}`;
  const names = [...new Set([...Object.keys(seen), ...Object.keys(expected)])];
  return names.map((name) => difference(seen[name], expected[name], `${path}/${name}`)).find(Boolean);
}

/** All tabs' storage is as the model is, and so is the journal. */
async function check() {
  for (const page of tabs) {
    const wrong = await soon(async () => {
      const { seen, stored, journal } = await lying(page);
      return difference(seen, model, 'storage') ?? difference(journal, stored, 'journal');
    });
    if (wrong) return wrong;
  }
  return offences.length ? offences.join('\n') : null;
}

/** What a tab shows is the model. Beside the others, a phone shows only the first of a stage: it is looked at alone. */
async function look(page) {
  for (const [route, title, all, shape] of [['pipeline?stage=interviewing', 'Pipeline', model.jobs, /Firm\d{4}/g], ['people', 'People', model.people, /Person\d{4}/g]]) {
    await go(page, route, title);
    const more = page.locator('main').getByRole('button', { name: /^Show/ });
    const wrong = await soon(async () => {
      if (await more.count()) await more.first().click();
      const words = (await page.locator('main').textContent()).match(shape) ?? [];
      return difference([...new Set(words)].sort(), Object.keys(all).sort(), `shown in ${title}`);
    });
    if (wrong) return wrong;
  }
  return null;
}

/** A step that found nothing to do. */
const NOTHING = 'nothing';

const someJob = () => oneOf(Object.keys(model.jobs));
const text = () => `text ${random(1e9).toString(36)}`.repeat(1 + random(4));

const steps = {
  async note(page) {
    named += 1;
    const [company, name, role] = [`Firm${String(named).padStart(4, '0')}`, `Person${String(named).padStart(4, '0')}`, text()];
    await go(page, 'interview', /interview/i);
    await page.getByLabel('Company').fill(company);
    await page.getByLabel('Role').fill(role);
    await page.locator("[data-person='0']").getByLabel('Name').fill(name);
    await page.locator("[data-person='0']").getByLabel('Email').fill(`${name}@firm.example`);
    await button(page, 'Save').click();
    await toast(page).filter({ hasText: company }).waitFor();
    const { seen } = await lying(page);
    const job = seen.jobs[company];
    if (!job || !seen.people[name]) return `${company} is not stored`;
    model.jobs[company] = { id: job.id, role, link: '', notes: '', events: [] };
    model.people[name] = { id: seen.people[name].id, phone: '', notes: '' };
    return null;
  },

  async edit(page) {
    const company = someJob();
    const [label, field] = oneOf([['Role', 'role'], ['Link to the job ad', 'link'], ['Notes', 'notes']]);
    const typed = text();
    await openJob(page, company);
    await page.getByRole('dialog').getByLabel(label).fill(typed);
    await saveSheet(page);
    model.jobs[company][field] = typed;
    return null;
  },

  async editPerson(page) {
    const name = oneOf(Object.keys(model.people));
    const [label, field] = oneOf([['Phone', 'phone'], ['Notes', 'notes']]);
    const typed = text();
    await go(page, `people/${model.people[name].id}`, name);
    await button(page, 'Edit').click();
    await page.getByRole('dialog').getByLabel(label).fill(typed);
    await saveSheet(page);
    model.people[name][field] = typed;
    return null;
  },

  /** Two sheets of one opportunity, in two tabs, saved at the same moment. */
  async both(page) {
    const other = tabs[(tabs.indexOf(page) + 1) % TABS];
    const company = someJob();
    const [role, notes] = [text(), text()];
    await openJob(page, company);
    await openJob(other, company);
    await page.getByRole('dialog').getByLabel('Role').fill(role);
    await other.getByRole('dialog').getByLabel('Notes').fill(notes);
    await Promise.all([saveSheet(page), saveSheet(other)]);
    Object.assign(model.jobs[company], { role, notes });
    return null;
  },

  async sent(page) {
    await go(page, 'today', 'Today');
    const sent = page.locator('main button').filter({ hasText: /^Sent/ }).first();
    const isThere = await sent.waitFor({ timeout: 1_000 }).then(() => true, () => false);
    if (!isThere) return NOTHING;
    await sent.click();
    await toast(page).waitFor();
    const { seen } = await lying(page);
    const fresh = Object.entries(seen.jobs).flatMap(([company, { events }]) =>
      events.filter((id) => !model.jobs[company]?.events.includes(id)).map((id) => [company, id]));
    if (fresh.length !== 1) return `${fresh.length} events of one letter`;
    const [[company, id]] = fresh;
    model.jobs[company].events = [...model.jobs[company].events, id].sort();
    return null;
  },

  async remove(page) {
    const company = someJob();
    await go(page, `opportunity/${model.jobs[company].id}`, company);
    await page.locator('summary').filter({ hasText: /^Edit/ }).click();
    await button(page, 'Remove it').click();
    await toast(page).filter({ hasText: company }).waitFor();
    delete model.jobs[company];
    return null;
  },

  async removePerson(page) {
    const name = oneOf(Object.keys(model.people));
    const { id } = model.people[name];
    // What was sent to somebody goes with them.
    const all = Object.values((await lying(page)).stored).flatMap((text) => JSON.parse(text).data.events ?? []);
    const toThem = all.filter((event) => JSON.stringify(event).includes(id)).map((event) => event.id);
    await go(page, `people/${id}`, name);
    await page.getByText(`Anything else: ${name}`).click();
    await button(page, 'Remove from your people').click();
    await toast(page).filter({ hasText: name }).waitFor();
    delete model.people[name];
    for (const job of Object.values(model.jobs)) job.events = job.events.filter((event) => !toThem.includes(event));
    return null;
  },

  async reload(page) {
    await page.reload();
    await mounted(page);
    return null;
  },

  /** What is half typed is there after a reload. */
  async halfTyped(page) {
    const typed = text();
    await go(page, 'interview', /interview/i);
    await page.getByLabel('Role').fill(typed);
    const late = await soon(async () => ((await page.evaluate(() => localStorage.getItem('afterword/search/all'))) ?? '').includes(typed) ? null : 'a draft is not kept');
    if (late) return late;
    await page.reload();
    await mounted(page);
    return soon(async () => ((await page.getByLabel('Role').inputValue()) === typed ? null : 'a draft is gone after a reload'));
  },

  /** The storage is full to the brim: what does not fit is not called kept, and is stored once there is room. */
  async noRoom(page) {
    const company = someJob();
    // What is there already stays before it: a shorter text in place of a longer one would fit.
    const typed = model.jobs[company].notes + 'long'.repeat(500 + random(500));
    await openJob(page, company);
    await fill(page, 200 + random(800));
    await page.getByRole('dialog').getByLabel('Notes').fill(typed);
    await button(page.getByRole('dialog'), 'Save').click();
    const notice = page.getByRole('alert').filter({ hasText: 'This browser has no room left' });
    await notice.waitFor();
    await toast(page).filter({ hasText: '; not stored' }).waitFor();
    const wrong = difference((await lying(page)).seen, model, 'while there is no room');
    if (wrong) return wrong;
    if (random(2) === 0) {
      await makeRoom(page);
      await button(notice, 'Try again').click();
      await notice.waitFor({ state: 'detached' });
      model.jobs[company].notes = typed;
    } else {
      await page.reload();
      await mounted(page);
      await makeRoom(page);
    }
    return null;
  },

  async backup(page) {
    await go(page, 'data', 'Data');
    const coming = page.waitForEvent('download');
    await button(page, 'Save a backup').click();
    const path = await (await coming).path();
    backups = [...backups.slice(-2), { path, held: structuredClone(model) }];
    await button(page, 'It is there').click();
    return null;
  },

  async restore(page) {
    const { path, held } = oneOf(backups);
    const replaces = random(2) === 0;
    await go(page, 'data', 'Data');
    await page.getByLabel('Open a backup').setInputFiles(path);
    await page.getByRole('radio', { name: replaces ? 'Replace what is here' : 'Add what is missing here' }).check();
    await button(page, 'Restore it').click();
    await toast(page).filter({ hasText: /back/ }).waitFor();
    model = replaces ? structuredClone(held) : merged(model, structuredClone(held));
    return null;
  },

  /** The browser throws the storage away, and keeps the journal. */
  async evicted() {
    for (const page of tabs) await page.close();
    const page = await context.newPage();
    await page.goto('./icon.svg');
    await page.evaluate(() => localStorage.clear());
    await page.close();
    tabs = [];
    for (let tab = 0; tab < TABS; tab += 1) tabs.push(await openTab());
    return null;
  },

  async erase(page) {
    await go(page, 'data', 'Data');
    await button(page, 'Erase everything').click();
    await button(page, 'Erase it all').click();
    await toast(page).filter({ hasText: 'Everything is erased' }).waitFor();
    model = { jobs: {}, people: {} };
    // The other tabs ask what is to become of what they show.
    for (const other of tabs.filter((one) => one !== page)) await steps.reload(other);
    return null;
  },

  async look(page) {
    return look(page);
  },
};

/** Opens the sheet of an opportunity. */
async function openJob(page, company) {
  await go(page, `opportunity/${model.jobs[company].id}`, company);
  await page.locator('summary').filter({ hasText: /^Edit/ }).click();
  await button(page, 'Edit the opportunity').click();
  await page.getByRole('dialog').waitFor();
}

async function saveSheet(page) {
  await button(page.getByRole('dialog'), 'Save').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  if ((await toast(page).innerText()).includes('not stored')) throw new Error('it was not stored');
}

/** Fills the storage until there is room for so many characters. Other tabs hear of it a while later. */
async function fill(page, left) {
  await page.evaluate((left) => {
    const used = Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 'theirs'.length);
    localStorage.setItem('theirs', 'x'.repeat(5 * 1024 * 1024 - used - left));
  }, left);
  await everywhere((held) => held);
}

async function makeRoom(page) {
  await page.evaluate(() => localStorage.removeItem('theirs'));
  await everywhere((held) => !held);
}

const everywhere = async (isSo) => {
  for (const tab of tabs) await soon(async () => !isSo(await tab.evaluate(() => 'theirs' in localStorage)), 20_000);
};

function merged(ours, theirs) {
  const filled = (mine, other) => Object.fromEntries(Object.entries(other).map(([field, value]) =>
    [field, Array.isArray(value) ? [...new Set([...mine[field], ...value])].sort() : mine[field] || value]));
  const all = (mine, other) => ({ ...other, ...mine, ...Object.fromEntries(Object.keys(mine).filter((name) => other[name]).map((name) => [name, filled(mine[name], other[name])])) });
  return { jobs: all(ours.jobs, theirs.jobs), people: all(ours.people, theirs.people) };
}

/** How often each step is taken, and what it needs. */
const OFTEN = [
  ['note', 20], ['edit', 20], ['editPerson', 10], ['both', 8], ['sent', 8], ['remove', 6], ['removePerson', 3], ['reload', 5],
  ['halfTyped', 4], ['noRoom', 4], ['backup', 3], ['restore', 4], ['evicted', 2], ['erase', 1], ['look', 6],
];
const UNDONE = ['note', 'edit', 'editPerson', 'sent', 'remove', 'removePerson', 'restore'];

function chosen() {
  const [jobs, people] = [Object.keys(model.jobs).length, Object.keys(model.people).length];
  if (jobs >= 30) return oneOf(['remove', 'removePerson', 'restore', 'look'].filter((step) => (step !== 'restore' || backups.length) && (step !== 'removePerson' || people)));
  let at = random(OFTEN.reduce((sum, [, often]) => sum + often, 0));
  const [step] = OFTEN.find(([, often]) => (at -= often) < 0);
  const lacks = (['edit', 'both', 'remove', 'noRoom'].includes(step) && !jobs) || (['editPerson', 'removePerson'].includes(step) && !people) || (step === 'restore' && !backups.length);
  return lacks ? 'note' : step;
}

/** Now and then what was done is taken back at once, and done again. */
async function takeBack(page, before) {
  const after = structuredClone(model);
  await button(toast(page), 'Undo').click();
  model = before;
  counts.undo = (counts.undo ?? 0) + 1;
  const wrong = await check();
  if (wrong || random(3) > 0) return wrong;
  await button(toast(page), 'Redo').click();
  model = after;
  counts.redo = (counts.redo ?? 0) + 1;
  return check();
}

/** What each tab shows, where something is wrong. */
async function tell() {
  for (const [place, page] of tabs.entries()) {
    const words = await page.locator('body').innerText({ timeout: 5_000 }).catch(String);
    console.log(`tab ${place + 1} at ${page.url()}:\n${words.slice(0, 1_500)}\n`);
  }
  console.log(offences.join('\n'));
}

for (let tab = 0; tab < TABS; tab += 1) tabs.push(await openTab());
const until = Date.now() + MINUTES * 60_000;
let [taken, wrong] = [0, null];
while (Date.now() < until && !wrong) {
  taken += 1;
  const [step, place, before] = [chosen(), random(TABS), structuredClone(model)];
  counts[step] = (counts[step] ?? 0) + 1;
  const isUndone = UNDONE.includes(step) && random(4) === 0;
  const where = `step ${taken}, ${step} in tab ${place + 1}${isUndone ? ', taken back' : ''}`;
  if (process.env.TRACE) console.log(where);
  try {
    const said = await steps[step](tabs[place]);
    wrong = said === NOTHING ? null : (said ?? (await check()));
    const canBeUndone = isUndone && said !== NOTHING && (await button(toast(tabs[place]), 'Undo').count());
    if (!wrong && canBeUndone) wrong = await takeBack(tabs[place], before);
  } catch (failure) {
    wrong = String(failure);
  }
  if (wrong) console.log(`${where}: ${wrong}`);
  if (wrong) await tell();
  if (taken % 200 === 0) console.log(`${taken} steps, ${Object.keys(model.jobs).length} opportunities, ${new Date().toISOString()}`);
}
await browser.close();
console.log(`seed ${SEED}, ${taken} steps in ${MINUTES} minutes: ${Object.entries(counts).map(([step, count]) => `${count} ${step}`).join(', ')}`);
console.log(wrong ? 'Something is wrong.' : 'Nothing lost, nothing that came back.');
process.exit(wrong ? 1 : 0);
