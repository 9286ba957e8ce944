import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';

let app: RunningApp;
let leader: TenantPerson & { readonly mail?: string };
let officer: TenantPerson & { readonly mail?: string };
const folder = mkdtempSync(path.join(tmpdir(), 'import-'));

beforeAll(async () => {
  app = await startApp('import', 5220, '2026-11-24T08:45:00.000Z');
  leader = await app.personIn('ap-leader');
  officer = await app.personIn('attendance-officer');
});
afterAll(() => app.stop());

const run = (what: string, text: string, as = leader.mail ?? '', more: readonly string[] = []) => {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, text);
  return app.provision(['import', what, file, '--as', as, ...more]);
};
const pupilNamed = async (name: string) =>
  (await app.items('AP Pupils')).filter(({ fields }) => fields.LegalName === name).map(({ fields }) => fields);

const file =
  "UPN,Legal Surname,Legal Forename,DOB,Year,House,DOA\r\nY801200012345,O'Quill,Zoë,04/03/2012,9,Elm,01/09/2023\r\nY801200012346,Wrong,Letter,04/03/2012,9,Elm,01/09/2023\r\n";

test('a dry run says what would happen, by line and not by name, and writes nothing', async () => {
  const { status, says } = run('pupils', file, leader.mail, ['--dry-run']);
  expect(status).toBe(1);
  expect(says).toContain('Left out, as nothing here is called so: House.');
  expect(says).toContain('Line 3: The check letter of the UPN does not fit its digits.');
  expect(says).toContain('2 rows: 1 would be added, 0 changed, 0 are the same, 1 refused.');
  expect(says).not.toContain('Quill');
  expect(await pupilNamed("Zoë O'Quill")).toHaveLength(0);
});

test('good rows are saved though others are refused; the mended file adds the rest once', async () => {
  expect(run('pupils', file).status).toBe(1);
  const [zoe, ...more] = await pupilNamed("Zoë O'Quill");
  expect(more).toHaveLength(0);
  expect(zoe).toMatchObject({ Upn: 'Y801200012345', Year: '9', Initials: 'Z.O.', OnRollFrom: '2023-09-01' });
  const mended = file.replace('Y801200012346', '');
  const again = run('pupils', mended);
  expect(again.says).toContain('2 rows: 1 will be added, 0 changed, 1 are the same, 0 refused.');
  expect(again.status).toBe(0);
  expect(run('pupils', mended).says).toContain('2 rows: 0 will be added, 0 changed, 2 are the same, 0 refused.');
  expect(await pupilNamed('Letter Wrong')).toHaveLength(1);
});

test('a provider with its site, a placement with its sessions, and a contact follow by name and UPN', async () => {
  expect(
    run('providers', 'Provider,Type,Address,Status\nOxbow Boatyard,Employer,"2 Wharf\nTown",Approved\n').status,
  ).toBe(0);
  const placements =
    'UPN,Provider,Legal basis,Start date,Stage,Activity,Timetable\nY801200012345,Oxbow Boatyard,Agreed,30/11/2026,Active,Boat building,Mon AM 09:00-12:00; Wed PM 13:00-15:00 (B)\n';
  expect(run('placements', placements).status).toBe(0);
  const contacts = 'UPN,Contact,Relationship,Mobile\nY801200012345,Odile Quill,Mother,7700900777\n';
  expect(run('contacts', contacts, officer.mail).status).toBe(0);
  const provider = (await app.items('AP Providers')).find(({ fields }) => fields.Name === 'Oxbow Boatyard');
  const placement = (await app.items('AP Placements')).find(({ fields }) => fields.Provider === provider?.fields.Title);
  const slots = (await app.items('AP Schedule')).filter(({ fields }) => fields.Placement === placement?.fields.Title);
  expect(slots.map(({ fields }) => [fields.Day, fields.Session, fields.WeekPattern])).toEqual([
    ['Monday', 'AM', 'Every'],
    ['Wednesday', 'PM', 'B'],
  ]);
  const site = (await app.items('AP Sites')).find(({ fields }) => fields.Provider === provider?.fields.Title);
  expect(slots.every(({ fields }) => fields.Site === site?.fields.Title)).toBe(true);
  // The server follows the lists by itself, within half a minute.
  await until(
    async () =>
      JSON.stringify((await app.view(officer, 'today', { date: '2026-11-30' })).body).includes('Oxbow Boatyard'),
    45,
  );
});

test('headings mapped by hand are remembered for the next file', () => {
  const odd = 'Number,Who,Born,Grade,Joined\nC80120001234A,"Vane, Petra",40972,10.0,45170\n';
  const map = ['Number=upn', 'Who=legalName', 'Born=dateOfBirth', 'Grade=year', 'Joined=onRollFrom'].flatMap((pair) => [
    '--map',
    pair,
  ]);
  expect(run('pupils', odd, leader.mail, map).status).toBe(0);
  expect(run('pupils', odd).says).toContain('1 rows: 0 will be added, 0 changed, 1 are the same, 0 refused.');
});

test.each([
  [
    'providers by the officer',
    () => run('providers', 'Name,Type\nElsewhere,College\n', officer.mail),
    'Only the AP leader may import providers.',
  ],
  ['nobody', () => run('pupils', file, 'nobody@hillcrest.example'), 'Nobody in the tenant has the mail address'],
  [
    'something else',
    () => run('teachers', file),
    'Say what the file holds: pupils, contacts, providers, placements, calendar.',
  ],
  ['an empty file', () => run('pupils', ''), 'The file is empty (0 bytes).'],
  [
    'a heading that is not there',
    () => run('pupils', file, leader.mail, ['--map', 'Nowhere=upn']),
    'The file has no heading "Nowhere".',
  ],
])('%s: refused in one sentence', (_, act, says) => {
  const outcome = act();
  expect(outcome.status).toBe(1);
  expect(outcome.says).toContain(says);
});
