import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let first: Visitor;
let second: Visitor;

beforeAll(async () => {
  app = await startApp('officers-morning-in-today', 4920, '2026-11-24T08:51:00.000Z');
  visits = await openBrowser();
  first = await visits.visit(app, await app.personIn('attendance-officer', 0));
  second = await visits.visit(app, await app.personIn('attendance-officer', 1), { width: 360, height: 780 });
  await first.open('AP app');
  await second.open('AP app');
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const mark = async (family: string) => {
  const pupil = (await app.items('AP Pupils')).find(({ fields }) => String(fields.LegalName).endsWith(family));
  return (await app.items('AP Attendance', "fields/Date eq '2026-11-24'")).filter(
    ({ fields }) => fields.Session === 'AM' && fields.Pupil === pupil?.fields.Title,
  );
};

test('one press says that a pupil is here, and the list holds it once', async () => {
  await first.tab.getByRole('button', { name: 'On time – Dev Ramsbottle Y7' }).click();
  await until(async () => (await mark('Ramsbottle'))[0]?.fields.ProviderStatus === 'AttendedOnTime');
  expect(await mark('Ramsbottle')).toHaveLength(1);
  expect((await mark('Ramsbottle'))[0]?.fields.ReportedByName).toBe('Maureen Thornbury');
});

test('a provider is reported with one press', async () => {
  await first.tab.getByRole('button', { name: /^All arrived at Riverside College/ }).click();
  await until(async () => (await mark('Brackenridge'))[0]?.fields.Code === 'B');
});

test('a pupil whom the provider has there is noted in school after all: a conflict, which can be taken back', async () => {
  const more = first.tab.getByRole('button', { name: 'More for Dev Ramsbottle Y7' });
  await more.click();
  await first.tab.getByRole('menuitem', { name: 'In school after all…' }).click();
  const asked = first.tab.getByRole('form', { name: 'In school after all – Dev Ramsbottle Y7' });
  await asked.getByLabel('Who says so').fill('His form tutor');
  await asked.getByRole('button', { name: 'In school after all' }).click();
  await first.tab.getByText(/^Conflict: The provider says present there; the register says in school/).waitFor();
  const [noted] = await mark('Ramsbottle');
  expect(noted?.fields).toMatchObject({ InSchool: true, ProviderStatus: 'AttendedOnTime', Code: 'K' });
  await more.click();
  await first.tab.getByRole('menuitem', { name: 'Not in school after all…' }).click();
  await first.page.keyboard.press('Enter');
  await until(async () => (await mark('Ramsbottle'))[0]?.fields.InSchool === false);
});

test('a pupil of whom nobody has heard is found in school: the code is suggested, and only the officer writes it', async () => {
  await first.tab.getByRole('button', { name: 'More for Zoë Hartlewick Y8' }).click();
  await first.tab.getByRole('menuitem', { name: 'In school after all…' }).click();
  await first.page.keyboard.press('Enter');
  await first.tab.getByText('In school · /?').waitFor();
  const [noted] = await mark('Hartlewick');
  expect(noted?.fields).toMatchObject({ InSchool: true, ProviderStatus: 'NotReported', SuggestedCode: '/' });
  expect(noted?.fields.Code ?? '').toBe('');
  await first.tab.getByRole('button', { name: 'More for Zoë Hartlewick Y8' }).click();
  await first.tab.getByRole('menuitem', { name: 'Not in school after all…' }).click();
  await first.page.keyboard.press('Enter');
  await until(async () => (await mark('Hartlewick'))[0]?.fields.InSchool === false);
});

test('the second officer, on a phone, sees by herself what the first has saved', async () => {
  await second.tab.getByText('by Maureen Thornbury').first().waitFor({ timeout: 30_000 });
  const width = await second.tab.locator('html').evaluate((page) => page.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test('two officers answer for one pupil: the later is told who, and the first answer stands', async () => {
  await second.page.route('**/api/views/**', (route) => route.abort());
  await first.tab.getByRole('button', { name: 'On time – Zoë Hartlewick Y8' }).click();
  await until(async () => (await mark('Hartlewick'))[0]?.fields.ProviderStatus === 'AttendedOnTime');
  const closed = second.tab.getByRole('button', { name: 'Closed – Zoë Hartlewick Y8' });
  await closed.click();
  await second.tab
    .getByText(/Maureen Thornbury/)
    .first()
    .waitFor();
  await second.page.unroute('**/api/views/**');
  expect((await mark('Hartlewick'))[0]?.fields.ProviderStatus).toBe('AttendedOnTime');
  expect(await mark('Hartlewick')).toHaveLength(1);
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
