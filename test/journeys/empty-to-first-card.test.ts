import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';
import { chatsOf } from './world/chat.ts';

let app: RunningApp;
let visits: Visits;
let leader: Visitor;

beforeAll(async () => {
  app = await startApp('empty-to-first-card', 5470, '2026-11-23T14:00:00.000Z', 'empty');
  visits = await openBrowser();
  leader = await visits.visit(app, await app.personIn('ap-leader'));
  await leader.open('AP app');
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const screen = (name: string, of: Visitor = leader) =>
  of.tab.getByRole('navigation').getByRole('button', { name }).click();
const press = (name: string | RegExp, of: Visitor = leader) =>
  of.tab
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const next = (says: RegExp) =>
  leader.tab.getByRole('region', { name: 'First steps' }).getByText(says).first().waitFor({ timeout: 40_000 });
const named = async (family: string) => {
  const found = (await app.people()).find(({ displayName }) => displayName.endsWith(family));
  if (!found) throw new Error('Nobody has that name.');
  return found;
};
const roles = async () => (await app.items('AP Roles')).filter(({ fields }) => fields.State === 'Active').length;

/** Imports a file in the tab, as somebody who has it from the information system. */
async function bringIn(kind: string, text: string, rows: number): Promise<void> {
  await screen('Import');
  await leader.tab.getByLabel('What does the file hold?').selectOption(kind);
  await leader.tab
    .getByLabel('File to import')
    .setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await leader.tab.getByText(`${rows} new`).waitFor();
  await press(/^Import \d+ rows?$/);
  await leader.tab.getByText(`${rows} of ${rows} rows saved.`).waitFor();
}

test('the first person is told what comes first: nobody is DSL or attendance officer, so nothing starts', async () => {
  await next(/Next, before the first register card: People and roles: nobody is .*/);
  await press('Go there');
  await leader.tab.getByRole('heading', { name: /^Nobody is / }).waitFor();
  await leader.tab.getByText('No round starts until somebody is.').waitFor();
});

test('the AP leader names them, the head agrees, and the next step is said', async () => {
  const before = await roles();
  for (const [address, role] of [
    ['ruth.kellaway-stone@hillcrest.example', 'dsl'],
    ['maureen.thornbury@hillcrest.example', 'attendance-officer'],
  ] as const) {
    await press('Give a role');
    await leader.tab.getByRole('textbox', { name: 'Work address' }).fill(address);
    await leader.tab.getByRole('combobox', { name: 'Role' }).selectOption(role);
    await press('Give role');
    await leader.tab.getByRole('button', { name: 'Give a role', exact: true }).waitFor();
  }
  const head = await visits.visit(app, await app.personIn('head'));
  await head.open('AP app');
  await screen('People', head);
  for (const given of [1, 2]) {
    await press('Agree', head);
    await until(async () => (await roles()) === before + given);
    // The next press is of the list that shows it.
    await until(async () => (await head.tab.getByRole('button', { name: 'Agree', exact: true }).count()) === 2 - given);
  }
  await next(/Providers, and whom to ring there/);
});

test('providers, pupils, contacts and placements come in from files', async () => {
  await bringIn('providers', 'Provider,Type,Address,Status\nOxbow Boatyard,Employer,"2 Wharf\nTown",Approved\n', 1);
  await next(/Pupils and their contacts/);
  await bringIn(
    'pupils',
    "UPN,Legal Surname,Legal Forename,DOB,Year,On roll from,Reg Group\nY801200012345,O'Quill,Zoë,04/03/2012,9,01/09/2023,9E\n",
    1,
  );
  await bringIn(
    'contacts',
    'UPN,Contact,Relationship,Mobile\nY801200012345,Odile Quill,Mother,7700900777\nY801200012345,Ned Quill,Father,7700900778\n',
    2,
  );
  await bringIn(
    'placements',
    'UPN,Provider,Legal basis,Start date,Stage,Activity,Timetable\nY801200012345,Oxbow Boatyard,Agreed,02/11/2026,Active,Boat building,Tue AM 09:00-12:00; Wed AM 09:00-12:00\n',
    1,
  );
  await next(/The channel for the register cards/);
});

test('with the channel chosen, the first card comes the next school morning, and nothing is left to do', async () => {
  const chats = chatsOf(app);
  const channel = await chats.channel();
  await chats.type(channel, await app.personIn('ap-leader'), '<at>Alternative Provision</at> use this channel');
  await app.control('POST', '/standin/clock', { now: '2026-11-24T08:51:00.000Z', frozen: true });
  const officer = await visits.visit(app, await named('Thornbury'));
  await officer.open('Teams');
  const card = officer.page.getByRole('article').filter({ hasText: 'Morning register' });
  await card.getByText('Morning register · Tue 24 Nov').waitFor();
  expect(await card.innerText()).toContain('Z.O. Y9');
  await card.getByRole('button', { name: /^All arrived/ }).click();
  await until(async () =>
    (await app.items('AP Attendance')).some(
      ({ fields }) => fields.ProviderStatus === 'AttendedOnTime' && fields.Date === '2026-11-24',
    ),
  );
  await until(async () => (await leader.tab.getByRole('region', { name: 'First steps' }).count()) === 0, 40);
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
