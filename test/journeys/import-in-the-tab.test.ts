import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let leader: Visitor;

beforeAll(async () => {
  app = await startApp('import-in-the-tab', 5230, '2026-11-24T08:45:00.000Z');
  visits = await openBrowser();
  leader = await visits.visit(app, await app.personIn('ap-leader'));
  await leader.open('AP app');
  await leader.tab.getByRole('button', { name: 'Import' }).click();
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const heading = 'UPN,Legal Surname,Legal Forename,DOB,Year,Joined us,Reg Group\r\n';
const good = "Y801200012345,O'Quill,Zoë,04/03/2012,9,01/09/2023,9E\r\n";
const bad = 'Y801200012346,Marrow,Ida,04/03/2012,9,01/09/2023,9E\r\n';
const choose = (text: string | Buffer, name = 'pupils.csv') =>
  leader.tab
    .getByLabel('File to import')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(text) ? text : Buffer.from(text) });
const named = async (name: string) =>
  (await app.items('AP Pupils')).filter(({ fields }) => fields.LegalName === name).map(({ fields }) => fields);

test('a file that cannot be read says why, and one without rows too', async () => {
  await choose('');
  await leader.tab.getByText('The file is empty (0 bytes).').waitFor();
  await choose(Buffer.from([0x50, 0x4b, 3, 4]), 'pupils.xlsx');
  await leader.tab.getByText('This is an Excel workbook.').waitFor();
});

test('what is not recognised is mapped by hand; refused rows say why before anything is saved', async () => {
  await choose(heading + good + bad);
  await leader.tab.getByText('2 left out').waitFor();
  await leader.tab.getByText('Line 2: On roll from is missing.').waitFor();
  await leader.tab.getByLabel('What Joined us means').selectOption({ label: 'On roll from' });
  await leader.tab.getByText('1 new, 1 left out').waitFor();
  await leader.tab.getByText('Line 3: The check letter of the UPN does not fit its digits.').waitFor();
  expect(await named("Zoë O'Quill")).toHaveLength(0);
});

test('one press saves the good rows, and the list holds them once', async () => {
  await leader.tab.getByRole('button', { name: 'Import 1 row' }).click();
  await leader.tab.getByText('1 of 1 rows saved.').waitFor();
  await until(async () => (await named("Zoë O'Quill")).length === 1);
  expect(await named('Ida Marrow')).toHaveLength(0);
});

test('mended and repeated, the file adds what was missing; the heading mapped by hand is remembered', async () => {
  await leader.tab.getByRole('button', { name: 'Import another file' }).click();
  await choose(heading + good);
  await leader.tab.getByText('1 as they are').waitFor();
  await choose(heading + good.replace('9E', '9F') + bad.replace('Y801200012346', ''));
  await leader.tab.getByText('1 new, 1 changed').waitFor();
  await leader.tab.getByText('Line 2: Tutor group “9E” → “9F”').waitFor();
  await leader.tab.getByRole('button', { name: 'Import 2 rows' }).click();
  await leader.tab.getByText('2 of 2 rows saved.').waitFor();
  expect(await named('Ida Marrow')).toHaveLength(1);
  expect((await named("Zoë O'Quill")).map(({ TutorGroup }) => TutorGroup)).toEqual(['9F']);
});

test('three hundred rows are one act, which goes on by itself while Microsoft 365 is slow, its progress shown', async () => {
  await leader.tab.getByRole('button', { name: 'Import another file' }).click();
  const rows = Array.from(
    { length: 300 },
    (_, n) => `,Row${String.fromCharCode(97 + (n % 26))}${n},Pupil,0${1 + (n % 9)}/03/2012,9,01/09/2023,9G\r\n`,
  );
  await choose(heading + rows.join(''));
  await leader.tab.getByText('300 new').waitFor();
  await app.control('POST', '/standin/faults', { match: 'POST /v1.0/$batch', delayMs: 500, times: 100 });
  await leader.tab.getByRole('button', { name: 'Import 300 rows' }).click();
  await leader.tab.getByText('Saving 300 rows…').waitFor();
  await leader.tab.getByText(/^[1-9]\d* of 300 rows saved so far\.$/).waitFor({ timeout: 30_000 });
  await leader.tab.getByText('300 of 300 rows saved.').waitFor({ timeout: 60_000 });
  await app.control('DELETE', '/standin/faults');
  const written = (await app.items('AP Pupils')).filter(({ fields }) => fields.TutorGroup === '9G');
  expect(written).toHaveLength(300);
  const entries = [...new Set(written.map(({ fields }) => String(fields.Entry)))];
  expect(entries).toHaveLength(1);
  const asked = async (role: 'ap-leader' | 'head') => {
    const authorization = `Bearer ${await app.tokenFor(await app.personIn(role))}`;
    const answer = await fetch(`${app.appUrl}/api/entries/${entries[0]}`, { headers: { authorization } });
    return [answer.status, (await answer.json()).state];
  };
  // How far somebody's act is, is nobody else's business.
  expect([await asked('ap-leader'), await asked('head')]).toEqual([
    [200, 'Done'],
    [404, undefined],
  ]);
});

test('nothing went wrong in the page by itself', () => {
  expect(visits.uncaught).toEqual([]);
});
