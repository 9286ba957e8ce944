import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let officer: Visitor;
/** RecordKey of the pupil without a word. */
let missing = '';

beforeAll(async () => {
  app = await startApp('missing-pupil', 4930, '2026-11-24T08:51:00.000Z');
  visits = await openBrowser();
  const pupil = (await app.items('AP Pupils')).find(({ fields }) => fields.Initials === 'B.F.');
  missing = String(pupil?.fields.Title);
  officer = await visits.visit(app, await app.personIn('attendance-officer'));
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const clock = (time: string) =>
  app.control('POST', '/standin/clock', { now: `2026-11-24T${time}:00.000Z`, frozen: true });
const alerts = async () =>
  (await app.items('AP Messages', "fields/Date eq '2026-11-24'")).filter(
    ({ fields }) => fields.Purpose === 'dsl-alert' && fields.By === 'Chat' && String(fields.About).startsWith(missing),
  );

test('a pupil without a word is looked for by the officer; the DSL is not told before the hour', async () => {
  const card = officer.page.getByRole('article').filter({ hasText: 'Morning register' });
  await card.getByLabel('B.F. Y9: what does the provider say?').selectOption({ label: 'Absent, no word' });
  await card.getByRole('button', { name: 'Save', exact: true }).click();
  await card.getByText(/B\.F\. Y9 · Absent, no word/).waitFor();
  await clock('09:49');
  expect(await alerts()).toHaveLength(0);
});

test('sixty minutes after the start, still not located, the DSL has the card in her chat', async () => {
  await clock('09:50');
  const dsl = await app.personIn('dsl');
  expect((await alerts()).map(({ fields }) => fields.To)).toEqual([dsl.id]);
  const lead = await visits.visit(app, dsl);
  await lead.open('Chat');
  await lead.page.getByRole('article').filter({ hasText: 'Bea Fallowmere' }).waitFor();
});

test('fourteen minutes of silence keep it with her; at fifteen the deputy has it too, by card and by mail', async () => {
  await clock('10:04');
  expect(await alerts()).toHaveLength(1);
  await clock('10:06');
  const deputy = await app.personIn('deputy-dsl');
  await until(async () => (await alerts()).some(({ fields }) => fields.To === deputy.id));
  const mails = (await app.items('AP Messages', "fields/Date eq '2026-11-24'")).filter(
    ({ fields }) => fields.By === 'Mail' && fields.To === deputy.id,
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.fields.State).toBe('Sent');
});

test('the deputy says that he has it, and the head is not disturbed', async () => {
  const deputy = await visits.visit(app, await app.personIn('deputy-dsl'));
  await deputy.open('Chat');
  const card = deputy.page.getByRole('article').filter({ hasText: 'Bea Fallowmere' }).last();
  await card
    .getByRole('button', { name: /I have|I am|dealing|Acknowledge/i })
    .first()
    .click();
  await until(async () => (await alerts()).some(({ fields }) => fields.Answer === 'Acknowledged'));
  await clock('10:40');
  const head = await app.personIn('head');
  expect((await alerts()).filter(({ fields }) => fields.To === head.id)).toHaveLength(0);
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
