import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { type Outlook, type OutlookEvent, openOutlook } from './world/outlook.ts';

const organiser = 'ap.reviews@hillcrest.example';
const leaderMail = 'graham.ashcombe@hillcrest.example';
const autumn1 = 'halfterm|2026-09-02|halfterm';
const autumn2 = 'halfterm|2026-11-02|halfterm';

/** An event as Graph gives it, as far as these journeys look. */
let app: RunningApp;
let leader: TenantPerson;
let outlook: Outlook;
let outsider: string;

beforeAll(async () => {
  app = await startApp('booking', 5420, '2026-10-12T08:10:00.000Z');
  leader = await app.personIn('ap-leader');
  outsider = (Object(await app.control('POST', '/standin/app-token')) as { token: string }).token;
  outlook = await openOutlook(app);
  await withoutReviews();
  await saved('save-contact', {
    pupil: 'pu-jonah',
    values: {
      type: 'Parent',
      name: 'Guardian',
      email: 'guardian@home.example',
      mayAttend: true,
      emailAgreedForNotices: true,
    },
  });
  await saved('save-contact', {
    pupil: 'pu-jonah',
    values: { type: 'SocialWorker', name: 'Social worker', email: 'worker@council.example' },
  });
  const { body } = await app.view(leader, 'providers');
  const { providers }: { providers: readonly { provider: string; seen: string }[] } = Object(body.data);
  const farm = providers.find(({ provider }) => provider === 'pr-farm');
  await saved('save-provider', {
    provider: 'pr-farm',
    seen: farm?.seen,
    values: { reviewEmail: 'office@farm.example' },
  });
});
afterAll(() => app.stop());

async function saved(action: string, input: unknown): Promise<void> {
  const { status, body } = await app.act(leader, action, input);
  expect([status, body.problems]).toEqual([200, undefined]);
}

/** The demonstration's own reviews are of later weeks: this school begins with none. */
async function withoutReviews(): Promise<void> {
  for (const list of ['AP Reviews', 'AP Invitees']) {
    const at = `${app.standinUrl}/v1.0/sites/${app.site}/lists/${await app.listId(list)}/items`;
    for (const { id } of await app.items(list)) {
      await fetch(`${at}/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${outsider}` } });
    }
  }
}

const eventsOf = (mailbox = organiser) => outlook.eventsOf(mailbox);

/** The events of one review, by the reference in their bodies. */
async function eventsFor(review: string): Promise<readonly OutlookEvent[]> {
  return (await eventsOf()).filter(({ body }) => body.content.includes(`ap-review:${encodeURIComponent(review)}<`));
}

const book = (reviews: readonly { review: string; start: string; end: string }[]) =>
  app.act(leader, 'book-reviews', { reviews });
const slot = (review: string, start: string) => ({ review, start, end: start.replace(/:\d\d$/, ':50') });
const nothingOpen = () =>
  until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 300);
const rowOf = async (list: string, key: string) =>
  (await app.items(list)).find(({ fields }) => fields.RecordKey === key)?.fields;
const round = (now: string) => app.control('POST', '/standin/clock', { now, frozen: true });
const addresses = (event: OutlookEvent | undefined) => event?.attendees.map(({ emailAddress }) => emailAddress.address);

const jonah = `pl-jonah-farm|${autumn1}`;
const jess = `pl-jess-farm|${autumn2}`;
const kofi = `pl-kofi-college|${autumn1}`;

test('three reviews are booked, one is undone while it waits, and the others stand once, private, each audience apart', async () => {
  const both = await book([slot(jonah, '2026-10-20T14:00'), slot(jess, '2026-11-05T14:00')]);
  expect([both.status, both.body.problems]).toEqual([202, undefined]);
  const third = await book([slot(kofi, '2026-10-21T10:00')]);
  expect(await eventsOf()).toEqual([]);
  const undone = await app.act(leader, 'undo-booking', { entry: third.body.accepted?.entry });
  expect(undone.body.done?.results[0]?.outcome).toBe('saved');
  await nothingOpen();
  expect(await eventsFor(kofi)).toEqual([]);
  expect(await rowOf('AP Reviews', kofi)).toBeUndefined();

  const events = await eventsFor(jonah);
  const staff = events.find(({ isOnlineMeeting }) => isOnlineMeeting);
  expect(addresses(staff)?.toSorted()).toEqual([
    'callum.wetherbourne@hillcrest.example',
    leaderMail,
    'imelda.farrantly@hillcrest.example',
    'ruth.kellaway-stone@hillcrest.example',
  ]);
  const others = events.filter((event) => event !== staff);
  expect(others.map((event) => addresses(event)?.join()).toSorted()).toEqual([
    'guardian@home.example',
    'office@farm.example',
    'worker@council.example',
  ]);
  for (const { body } of others) expect(body.content).toContain(staff?.onlineMeeting?.joinUrl);
  for (const { subject, sensitivity } of await eventsOf()) {
    expect(subject).toMatch(/^AP review – [A-Z]\w*\.[A-Z]\. Y\d+$/);
    expect(sensitivity).toBe('private');
  }
  // The wall clock in the calendar, and what it is in UTC on either side of 25 October.
  expect(staff?.start.dateTime).toBe('2026-10-20T14:00:00.0000000');
  expect((await utcStartOf(jonah)).slice(0, 16)).toBe('2026-10-20T13:00');
  expect((await utcStartOf(jess)).slice(0, 16)).toBe('2026-11-05T14:00');
  expect(await rowOf('AP Reviews', jonah)).toMatchObject({
    Stage: 'Booked',
    Kind: 'OSDStatutory',
    ScheduledFor: '2026-10-20',
    EventId: staff?.id,
  });
  expect((await app.items('AP Meetings')).length).toBe((await eventsOf()).length);

  const late = await app.act(leader, 'undo-booking', { entry: both.body.accepted?.entry });
  expect(late.body.problems?.[0]?.says).toContain('cancelling');
  const again = await book([slot(jonah, '2026-10-20T14:00')]);
  expect(again.body.done?.results[0]?.outcome).toBe('unchanged');
}, 180_000);

async function utcStartOf(review: string): Promise<string> {
  const [event] = await eventsFor(review);
  const response = await fetch(`${app.standinUrl}/v1.0/users/${organiser}/events/${event?.id}`, {
    headers: { Authorization: `Bearer ${outsider}`, Prefer: 'IdType="ImmutableId"' },
  });
  const { start }: OutlookEvent = await response.json();
  return start.dateTime;
}

test('what is moved, declined and deleted in Outlook comes back into the records', async () => {
  await round('2026-10-12T08:20:00.000Z');
  const staffOf = async (review: string) => (await eventsFor(review)).find(({ isOnlineMeeting }) => isOnlineMeeting);
  await outlook.call('PATCH', `${organiser}/events/${(await staffOf(jess))?.id}`, {
    start: { dateTime: '2026-11-06T09:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-11-06T09:50:00', timeZone: 'Europe/London' },
  });
  const copy = (await eventsOf(leaderMail)).find(({ start }) => start.dateTime.startsWith('2026-10-20'));
  await outlook.call('POST', `${leaderMail}/events/${copy?.id}/decline`, {});
  await round('2026-10-12T08:30:00.000Z');
  await nothingOpen();
  expect(await rowOf('AP Reviews', jess)).toMatchObject({
    ScheduledFor: '2026-11-06',
    Start: '09:00',
    Stage: 'Booked',
  });
  expect((await eventsFor(jess)).map(({ start }) => start.dateTime.slice(0, 16))).toEqual([
    '2026-11-06T09:00',
    '2026-11-06T09:00',
  ]);
  expect((await rowOf('AP Invitees', `${jonah}|${leader.id}`))?.Response).toBe('Declined');

  await outlook.call('DELETE', `${organiser}/events/${(await staffOf(jess))?.id}`);
  await round('2026-10-12T08:40:00.000Z');
  await nothingOpen();
  const planned = await rowOf('AP Reviews', jess);
  expect([planned?.Stage, planned?.NotBooked, planned?.ScheduledFor]).toEqual([
    'Planned',
    'The meeting was deleted in Outlook.',
    undefined,
  ]);
  expect(await eventsFor(jess)).toEqual([]);
}, 240_000);

test('a review is moved and cancelled here, and its meetings follow; those of a placement that ends are cancelled', async () => {
  const version = async () => (await app.items('AP Reviews')).find(({ fields }) => fields.RecordKey === jonah)?.eTag;
  await saved('move-review', {
    review: jonah,
    start: '2026-10-21T09:00',
    end: '2026-10-21T10:00',
    seen: await version(),
  });
  await nothingOpen();
  expect(new Set((await eventsFor(jonah)).map(({ start }) => start.dateTime.slice(0, 16)))).toEqual(
    new Set(['2026-10-21T09:00']),
  );
  await saved('cancel-review', { review: jonah, reason: 'It is held another day.', seen: await version() });
  await nothingOpen();
  expect(await eventsFor(jonah)).toEqual([]);
  expect((await rowOf('AP Reviews', jonah))?.Stage).toBe('Cancelled');

  await book([slot(kofi, '2026-10-21T10:00')]);
  await nothingOpen();
  expect(await eventsFor(kofi)).toHaveLength(1);
  const placement = (await app.items('AP Placements')).find(({ fields }) => fields.RecordKey === 'pl-kofi-college');
  const outside = { Stage: 'Ended', ActualEnd: '2026-10-14' };
  const where = `${app.standinUrl}/v1.0/sites/${app.site}/lists/AP Placements/items/${placement?.id}/fields`;
  const headers = { Authorization: `Bearer ${outsider}`, 'Content-Type': 'application/json' };
  await fetch(where, { method: 'PATCH', headers, body: JSON.stringify(outside) });
  await round('2026-10-12T08:50:00.000Z');
  await nothingOpen();
  expect(await eventsFor(kofi)).toEqual([]);
}, 300_000);

test('under throttling each meeting is made once', async () => {
  const busy = { match: '* /v1.0/users/**', status: 429, retryAfter: 1, rate: 0.4, seed: 7 };
  await app.control('POST', '/standin/faults', busy);
  const reviews = [`pl-niamh-college|${autumn2}`, `pl-zoe-hospital|${autumn2}`, `pl-dev-hospital|${autumn2}`];
  await book(reviews.map((review, nth) => slot(review, `2026-11-1${nth}T09:00`)));
  await nothingOpen();
  await app.control('DELETE', '/standin/faults');
  for (const review of reviews) expect([review, (await eventsFor(review)).length]).toEqual([review, 1]);
}, 400_000);
