import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let officer: Visitor;

beforeAll(async () => {
  app = await startApp('officers-morning-in-chat', 4910, '2026-11-24T08:45:00.000Z');
  visits = await openBrowser();
  officer = await visits.visit(app, await app.personIn('attendance-officer'));
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const marks = async () =>
  (await app.items('AP Attendance', "fields/Month eq '2026-11'")).filter(
    ({ fields }) => fields.Date === '2026-11-24' && fields.Session === 'AM',
  );
const card = () => officer.page.getByRole('article').filter({ hasText: 'Morning register' });

test('the register arrives in the channel at 08:50, with initials and no names', async () => {
  await app.control('POST', '/standin/clock', { now: '2026-11-24T08:51:00.000Z', frozen: true });
  await card().getByText('Morning register · Tue 24 Nov').waitFor();
  const text = await card().innerText();
  expect(text).toContain('12 pupils at 6 providers');
  for (const { fields } of await app.items('AP Pupils')) {
    const family = String(fields.LegalName).split(' ').at(-1);
    expect(family?.length).toBeGreaterThan(2);
    expect(text).not.toContain(family);
  }
});

test('a whole provider is reported with one press, and the list holds it', async () => {
  await card().getByRole('button', { name: 'All arrived at Hill Farm Learning' }).click();
  await card().getByText('A.M. Y11 · On time').waitFor();
  const rows = (await marks()).filter(({ fields }) => fields.ProviderStatus === 'AttendedOnTime');
  expect(rows).toHaveLength(3);
  expect(rows.map(({ fields }) => fields.Code)).toEqual(['B', 'B', 'B']);
});

test('one is late and one is absent without a word; the rest stay not reported', async () => {
  const late = card().getByLabel('K.B. Y9: what does the provider say?');
  await late.selectOption({ label: 'Late' });
  const row = officer.page.getByLabel(/^K\.B\. Y9.*time/i);
  if (!(await row.isVisible())) {
    const buttons = card().getByRole('button', { name: 'Add time or reason' });
    const all = await buttons.count();
    for (let nth = 0; nth < all && !(await row.isVisible()); nth += 1) await buttons.nth(nth).click();
  }
  await row.fill('09:20');
  await card().getByLabel('B.F. Y9: what does the provider say?').selectOption({ label: 'Absent, no word' });
  await app.control('POST', '/standin/clock', { now: '2026-11-24T09:25:00.000Z', frozen: true });
  await card().getByRole('button', { name: 'Save', exact: true }).click();
  await card()
    .getByText(/K\.B\. Y9 · Late/)
    .waitFor();
  await card()
    .getByText(/B\.F\. Y9 · Absent, no word/)
    .waitFor();
  const said = (await marks()).map(({ fields }) => fields.ProviderStatus);
  expect(said.filter((status) => status === 'AttendedLate')).toHaveLength(1);
  expect(said.filter((status) => status === 'AbsentNoReason')).toHaveLength(1);
  expect(said.filter((status) => status === 'AttendedOnTime')).toHaveLength(3);
});

test('the absent pupil is followed up in the personal chat, with numbers, and each call is kept', async () => {
  await officer.open('Chat');
  const followUp = officer.page.getByRole('article').filter({ hasText: 'Not located since' }).last();
  await followUp
    .getByRole('button', { name: /^\d\. Parent/ })
    .first()
    .click();
  await followUp.getByRole('button', { name: 'No answer' }).first().click();
  await until(async () =>
    (await app.items('AP Calls')).some(
      ({ fields }) => fields.Date === '2026-11-24' && fields.Session === 'AM' && fields.Result === 'NoAnswer',
    ),
  );
  const located = async () =>
    (await app.items('AP Follow-ups')).some(({ fields }) => fields.Date === '2026-11-24' && fields.State === 'Located');
  const where = followUp.getByLabel('Where is the pupil?');
  const say = async () => {
    if (!(await where.isVisible())) await followUp.getByRole('button', { name: 'Found: say where' }).click();
    await where.fill('With the school nurse', { timeout: 2_000 });
    await followUp.getByLabel('Who said so?').fill('The school office', { timeout: 2_000 });
    await followUp.getByRole('button', { name: 'Located', exact: true }).click({ timeout: 2_000 });
  };
  // The card is drawn again with the call in it, also while somebody types: then they begin once more.
  await until(async () => {
    if (await located()) return true;
    await say();
    await until(located, 5);
    return true;
  });
});

test('nothing went wrong in the page by itself', () => {
  expect(visits.uncaught).toEqual([]);
});
