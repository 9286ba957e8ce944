import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let leader: Visitor;

beforeAll(async () => {
  app = await startApp('records-by-hand', 5400, '2026-11-24T09:20:00.000Z');
  visits = await openBrowser();
  leader = await visits.visit(app, await app.personIn('ap-leader'));
  await leader.open('AP app');
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const screen = (visitor: Visitor, name: string) =>
  visitor.tab.getByRole('navigation').getByRole('button', { name }).click();
const press = (name: string, of: Visitor = leader) => of.tab.getByRole('button', { name, exact: true }).click();
const fill = (label: string, value: string, of: Visitor = leader) =>
  of.tab.getByRole('textbox', { name: label }).fill(value);
const choice = (name: string) => leader.tab.getByRole('combobox', { name });
const openFirst = (name: RegExp, of: Visitor = leader) => of.tab.getByRole('button', { name }).first().click();

describe('a pupil', () => {
  test('is added by hand; what is wrong is said at its field, and nothing typed is lost', async () => {
    await screen(leader, 'Pupils');
    await press('Add a pupil');
    await press('Add pupil');
    await leader.tab.getByText('Legal name is missing.').waitFor();
    await fill('Legal name', 'Zadie Quillfeather');
    await fill('Initials', 'Z.Q.');
    await choice('Year group').selectOption('10');
    await fill('UPN', 'B123456789012');
    await press('Add pupil');
    await leader.tab.getByText(/check letter/i).waitFor();
    expect(await leader.tab.getByRole('textbox', { name: 'Legal name' }).inputValue()).toBe('Zadie Quillfeather');
    await fill('UPN', '');
    await press('Add pupil');
    await leader.tab.getByRole('heading', { name: /^Zadie Quillfeather · Y10/ }).waitFor();
    const rows = (await app.items('AP Pupils')).filter(({ fields }) => fields.LegalName === 'Zadie Quillfeather');
    expect(rows.map(({ fields }) => [fields.Year, fields.OnRollFrom])).toEqual([['10', '2026-11-24']]);
  });

  test('gets a contact, whose number must be one that can be rung', async () => {
    await press('Add a contact');
    await choice('Who they are').selectOption('Parent');
    await fill('Name', 'Mrs Quillfeather');
    await leader.tab.getByRole('textbox', { name: 'Telephone', exact: true }).fill('mobile');
    await press('Add contact');
    await leader.tab.getByText('Give a telephone number such as 01632 960001.').waitFor();
    await leader.tab.getByRole('textbox', { name: 'Telephone', exact: true }).fill('01632 960777');
    await press('Add contact');
    await leader.tab.getByText('Parent: Mrs Quillfeather').waitFor();
    const rows = (await app.items('AP Contacts')).filter(({ fields }) => fields.Phone1 === '01632 960777');
    expect(rows.map(({ fields }) => fields.MayContact)).toEqual([true]);
  });

  test('has flags from the DSL’s hand only', async () => {
    expect(await leader.tab.getByRole('button', { name: 'Flags', exact: true }).count()).toBe(0);
    const dsl = await visits.visit(app, await app.personIn('dsl'));
    await dsl.open('AP app');
    await screen(dsl, 'Pupils');
    await openFirst(/^Open Zadie Quillfeather/, dsl);
    await press('Flags', dsl);
    await dsl.tab.getByLabel('Social worker').selectOption('CIN');
    await press('Save flags', dsl);
    await dsl.tab.getByText('Tell the DSL').waitFor();
    await until(async () =>
      (await app.items('AP Pupils')).some(
        ({ fields }) => fields.SocialWorker === 'CIN' && fields.LegalName === 'Zadie Quillfeather',
      ),
    );
    await dsl.page.close();
  });

  test('tells on the page who did what, at once; the officer is not told that there were flags to look at', async () => {
    const { displayName } = await app.personIn('ap-leader');
    const happened = leader.tab.getByRole('listitem').filter({ hasText: displayName });
    await happened.filter({ hasText: 'Contact added' }).waitFor({ timeout: 40_000 });
    await happened.filter({ hasText: 'Pupil added' }).waitFor();
    const [held] = (await app.items('AP Pupils')).filter(({ fields }) => fields.LegalName === 'Zadie Quillfeather');
    const told = async (role: string) => {
      const { body } = await app.view(await app.personIn(role), 'pupil', { pupil: String(held?.fields.Title) });
      return (body.data as { timeline: { says: string; by?: string }[] }).timeline;
    };
    const dsl = await app.personIn('dsl');
    expect(await told('dsl')).toContainEqual(
      expect.objectContaining({ says: 'Flags reviewed by the DSL', by: dsl.displayName }),
    );
    const officer = (await told('attendance-officer')).map(({ says }) => says);
    expect(officer).toContain('Contact added');
    expect(officer.filter((says) => says.startsWith('Flags'))).toEqual([]);
  });

  test('who leaves the roll is asked for no more, and every mark stays', async () => {
    const marks = async () => (await app.items('AP Attendance')).filter(({ fields }) => fields.Pupil === key).length;
    const [held] = (await app.items('AP Pupils')).filter(({ fields }) => fields.LegalName === 'Amber Mallowfield');
    const key = held?.fields.Title;
    const before = await marks();
    expect(before).toBeGreaterThan(0);
    await press('All pupils');
    await openFirst(/^Open Amber Mallowfield/);
    await press('Leaves the roll…');
    await leader.tab.getByLabel('Last day on roll').fill('2026-11-27');
    await press('Take off roll');
    await until(async () => {
      const placements = (await app.items('AP Placements')).filter(({ fields }) => fields.Pupil === key);
      return placements.length > 0 && placements.every(({ fields }) => fields.Stage === 'Ended');
    });
    expect(await marks()).toBe(before);
    const officer = await app.personIn('attendance-officer');
    const { body } = await app.view(officer, 'today', { date: '2026-11-30' });
    expect(JSON.stringify(body.data)).not.toContain('Amber');
  });
});

describe('a placement', () => {
  test('has its week changed from a date, and what was before stays', async () => {
    await screen(leader, 'Placements');
    await openFirst(/^Open Bea Fallowmere/);
    const slots = async () => await app.items('AP Schedule');
    const before = await slots();
    await press('Change sessions');
    await leader.tab.getByRole('button', { name: /^Take away Wednesday/ }).click();
    await leader.tab.getByLabel('First day of the new week').fill('2026-11-16');
    await press('Save the new week');
    await leader.tab.getByText('The past stays as it was: choose today or a later day.').waitFor();
    expect(await leader.tab.getByRole('button', { name: /^Take away Wednesday/ }).count()).toBe(0);
    await leader.tab.getByLabel('First day of the new week').fill('2026-11-30');
    await press('Save the new week');
    await until(async () => (await slots()).some(({ fields }) => fields.ValidTo === '2026-11-29'));
    const after = await slots();
    expect(after).toHaveLength(before.length);
    const ended = after.filter(({ fields }) => fields.ValidTo === '2026-11-29');
    expect(ended.map(({ fields }) => [fields.Day, fields.ValidFrom])).toEqual([['Wednesday', '2026-09-03']]);
  });

  test('gets an objective, which is corrected and closed where it stands', async () => {
    const text = 'Stays for the whole afternoon';
    const kept = async () => (await app.items('AP Objectives')).filter(({ fields }) => fields.Text === text);
    const is = (has: object) =>
      until(async () => expect.objectContaining(has).asymmetricMatch((await kept())[0]?.fields));
    await press('Add an objective');
    await fill('Objective', text);
    await fill('Where the pupil stands', '1 of 4 afternoons');
    await fill('Target', '4 of 4 afternoons');
    await press('Add objective');
    await leader.tab.getByText('Day to reach it by is missing.').waitFor();
    await leader.tab.getByLabel('Day to reach it by').fill('2020-01-06');
    await press('Add objective');
    await leader.tab.getByText(/^The placement starts only on .* Choose a later day\.$/).waitFor();
    expect(await kept()).toEqual([]);
    await leader.tab.getByLabel('Day to reach it by').fill('2026-12-18');
    await press('Add objective');
    const line = leader.tab.getByRole('list', { name: 'Objectives' }).getByRole('listitem').filter({ hasText: text });
    await line.getByText('To: 4 of 4 afternoons, by Fri 18 Dec').waitFor();
    await line.getByText('No review has answered it yet').waitFor();
    await is({ Baseline: '1 of 4 afternoons', Target: '4 of 4 afternoons', Date: '2026-12-18', State: 'Open' });
    await press(`Correct: ${text}`);
    await fill('Target', '3 of 4 afternoons');
    await press('Save');
    await line.getByText('To: 3 of 4 afternoons, by Fri 18 Dec').waitFor();
    await is({ Target: '3 of 4 afternoons', Date: '2026-12-18', State: 'Open' });
    await press(`Close: ${text}`);
    await line.getByText(`${text} · closed`).waitFor();
    await is({ Target: '3 of 4 afternoons', State: 'Closed' });
    expect(await kept()).toHaveLength(1);
  });

  test('is written down, waits for what is missing, and says so on its page', async () => {
    await press('All placements');
    await press('Add a placement');
    await choice('Pupil').selectOption({ label: 'Zadie Quillfeather Y10' });
    await choice('Provider').selectOption({ label: 'Hill Farm Learning' });
    await choice('Legal basis').selectOption('AGREED_AP');
    await press('Add placement');
    const draft = async () => (await app.items('AP Placements')).filter(({ fields }) => fields.Stage === 'Draft');
    await until(async () => (await draft()).length > 0);
    await leader.tab.getByText(/it has no weekly sessions \(7\.3\)/).waitFor();
    expect(await leader.tab.getByRole('button', { name: 'Start the placement' }).isDisabled()).toBe(true);
  });
});

describe('a role', () => {
  test('asked for by the AP leader counts when the head agrees', async () => {
    await screen(leader, 'People');
    await press('Give a role');
    await fill('Work address', 'nobody@hillcrest.example');
    await choice('Role').selectOption('senco');
    await press('Give role');
    await leader.tab.getByText('Nobody in Microsoft 365 signs in with this address.').waitFor();
    const officer = await app.personIn('attendance-officer');
    await fill('Work address', officer.id);
    await press('Give role');
    const given = async () =>
      (await app.items('AP Roles')).filter(({ fields }) => fields.Person === officer.id && fields.Role === 'senco');
    await until(async () => (await given())[0]?.fields.State === 'WaitsForHead');
    const head = await visits.visit(app, await app.personIn('head'));
    await head.open('AP app');
    await screen(head, 'People');
    await press('Agree', head);
    await until(async () => (await given())[0]?.fields.State === 'Active');
    expect((await given())[0]?.fields.PersonName).toBe(officer.displayName);
  });
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
