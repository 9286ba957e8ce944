import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

/** The one review, whose placement has nobody outside the school to ask. */
const review = 'pl-kofi-college|halfterm|2026-09-02|halfterm';

let app: RunningApp;
let visits: Visits;
let leader: TenantPerson;
let desk: Visitor;

beforeAll(async () => {
  app = await startApp('moved-in-outlook', 5662, '2026-10-12T08:10:00.000Z');
  leader = await app.personIn('ap-leader');
  visits = await openBrowser();
  const { token } = Object(await app.control('POST', '/standin/app-token'));
  // The demonstration's own reviews are of later weeks: this school begins with none.
  for (const list of ['AP Reviews', 'AP Invitees']) {
    const at = `${app.standinUrl}/v1.0/sites/${app.site}/lists/${await app.listId(list)}/items`;
    for (const { id } of await app.items(list)) {
      await fetch(`${at}/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
    }
  }
  const reviews = [{ review, start: '2026-10-21T10:00', end: '2026-10-21T10:50' }];
  const { status } = await app.act(leader, 'book-reviews', { reviews });
  expect(status).toBe(202);
  await nothingOpen();
  desk = await visits.visit(app, leader);
  await desk.open('Calendar');
});
afterAll(async () => {
  await visits?.close();
  await app?.stop();
});

const nothingOpen = () =>
  until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 100);
const rowOf = async (list: string, key: string) =>
  (await app.items(list)).find(({ fields }) => fields.RecordKey === key)?.fields;
const round = async (now: string) => {
  await app.control('POST', '/standin/clock', { now, frozen: true });
  await nothingOpen();
};
const meeting = () => desk.page.getByRole('button', { name: /^AP review – / });

test('whoever may open the organiser’s calendar moves the review there, and its record follows', async () => {
  await desk.page.getByLabel('Calendar of').selectOption({ label: 'AP reviews, Hillcrest Academy' });
  await desk.page.getByRole('button', { name: 'Week after' }).click();
  await meeting().click();
  await desk.page.getByLabel('Starts').fill('2026-10-22T09:00');
  expect(await desk.page.getByLabel('Ends').inputValue()).toBe('2026-10-22T09:50');
  await desk.page.getByRole('button', { name: 'Send update' }).click();
  await desk.page.getByText('Sent. Everybody asked has been told.').waitFor();
  await round('2026-10-12T08:20:00.000Z');
  expect(await rowOf('AP Reviews', review)).toMatchObject({
    Stage: 'Booked',
    ScheduledFor: '2026-10-22',
    Start: '09:00',
  });
});

test('the leader declines in their own calendar, and the review knows who will not come', async () => {
  await desk.page.getByLabel('Calendar of').selectOption({ label: leader.displayName });
  await desk.page.getByRole('button', { name: 'Week after' }).click();
  await meeting().click();
  await desk.page.getByText('Thursday 22 October, 09:00 to 09:50').waitFor();
  await desk.page.getByRole('button', { name: 'Decline', exact: true }).click();
  await desk.page.getByText('You have declined. The organiser has been told.').waitFor();
  await round('2026-10-12T08:30:00.000Z');
  expect((await rowOf('AP Invitees', `${review}|${leader.id}`))?.Response).toBe('Declined');
  expect(visits.uncaught).toEqual([]);
});
