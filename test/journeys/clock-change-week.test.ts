import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';

const organiser = 'ap.reviews@hillcrest.example';

/** An event as Graph gives it, as far as this journey looks. */
interface Event {
  readonly id: string;
  readonly subject: string;
  readonly sensitivity: string;
  readonly isOnlineMeeting: boolean;
  readonly body: { readonly content: string };
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
}

interface Row {
  readonly review: string;
  readonly placement: string;
  readonly start: string;
  readonly end: string;
  readonly place?: string;
  readonly online: boolean;
  readonly dueBy: string;
  readonly staff: readonly { readonly name: string }[];
}
interface Plan {
  readonly rows: readonly Row[];
  readonly unplaced: readonly object[];
  readonly halfTerms: readonly { readonly key: string; readonly name: string }[];
}

let app: RunningApp;
let leader: TenantPerson;
let outsider: string;

// A school with other dates than most: eight weeks from the Monday after the clocks change on 25 October, then five, and a
// spring that runs on past the change on 28 March 2027.
beforeAll(async () => {
  app = await startApp('clock-change-week', 5750, '2026-10-12T08:10:00.000Z');
  leader = await app.personIn('ap-leader');
  outsider = (Object(await app.control('POST', '/standin/app-token')) as { token: string }).token;
  for (const list of ['AP Reviews', 'AP Invitees']) {
    const at = `${app.standinUrl}/v1.0/sites/${app.site}/lists/${await app.listId(list)}/items`;
    for (const { id } of await app.items(list)) {
      await fetch(`${at}/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${outsider}` } });
    }
  }
  const autumn2 = 'halfterm|2026-11-02';
  await saved('save-calendar-entry', {
    entry: autumn2,
    seen: await versionOf(autumn2),
    values: { firstDay: '2026-10-26' },
    marksStay: true,
  });
  await ends('2027-01-04', '2027-02-05');
  await ends('2027-02-22', '2027-04-09');
  for (const [name, firstDay] of [
    ['Good Friday', '2027-03-26'],
    ['Easter Monday', '2027-03-29'],
  ])
    await saved('save-calendar-entry', { values: { kind: 'BankHoliday', name, firstDay } });
}, 120_000);
afterAll(() => app.stop());

async function saved(action: string, input: unknown): Promise<void> {
  const { status, body } = await app.act(leader, action, input);
  expect([action, status, body.problems]).toEqual([action, 200, undefined]);
}

const versionOf = async (key: string) =>
  (await app.items('AP Calendar')).find(({ fields }) => fields.RecordKey === key)?.eTag;

async function ends(firstDay: string, lastDay: string): Promise<void> {
  const entry = `halfterm|${firstDay}`;
  await saved('save-calendar-entry', { entry, seen: await versionOf(entry), values: { lastDay }, marksStay: true });
}

async function planOf(halfTerm?: string): Promise<Plan> {
  const { status, body } = await app.view(leader, 'review-plan', halfTerm ? { halfTerm } : {});
  expect(status).toBe(200);
  return body.data as Plan;
}

/** All events of the organiser, their times in the zone asked for. */
async function eventsIn(zone: 'UTC' | 'GMT Standard Time'): Promise<readonly Event[]> {
  const response = await fetch(`${app.standinUrl}/v1.0/users/${organiser}/events?$top=500`, {
    headers: { Authorization: `Bearer ${outsider}`, Prefer: `outlook.timezone="${zone}", IdType="ImmutableId"` },
  });
  const { value }: { value: readonly Event[] } = await response.json();
  return value;
}

const of = (events: readonly Event[], review: string) =>
  events.filter(({ body }) => body.content.includes(`ap-review:${encodeURIComponent(review)}<`));
const wall = ({ start }: Event) => start.dateTime.slice(0, 16);
const weekOf = (at: string) => Math.floor((Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 3) / 7);
/** What UTC says when the clock on the wall in England says so: an hour less in summer time. */
const utcOf = (local: string) => {
  const summer = local < '2026-10-25' || local > '2027-03-28';
  return new Date(Date.parse(`${local}:00Z`) - (summer ? 3_600_000 : 0)).toISOString().slice(0, 16);
};

/** In their half term, on school days, each once, and nobody in two places at a time. */
function isSound({ rows, unplaced }: Plan, first: string, last: string): void {
  expect(unplaced).toEqual([]);
  expect(rows.length).toBeGreaterThan(8);
  expect(new Set(rows.map(({ review }) => review)).size).toBe(rows.length);
  for (const one of rows) {
    const day = one.start.slice(0, 10);
    expect(first <= day && day <= one.dueBy && one.dueBy <= last, day).toBe(true);
    for (const other of rows) {
      if (one === other || one.end <= other.start || other.end <= one.start) continue;
      const both = one.staff.filter(({ name }) => other.staff.some((them) => them.name === name));
      expect([one.review, other.review, both]).toEqual([one.review, other.review, []]);
    }
  }
}

const booked: Row[] = [];
/** The half term of five weeks, as it is planned later. */
const half: Row[] = [];

test('a half term of eight weeks is planned within its dates, over several weeks, nobody in two places', async () => {
  const now = await planOf();
  const eight = await planOf('halfterm|2026-10-26');
  expect(eight.halfTerms.map(({ name }) => name)).toEqual(['Autumn 1', 'Autumn 2']);
  isSound(eight, '2026-10-26', '2026-12-18');
  expect(new Set(eight.rows.map(({ start }) => weekOf(start))).size).toBeGreaterThan(3);
  // One on either side of the night of 25 October, and of 28 March.
  const [first] = now.rows.filter(({ dueBy }) => dueBy === '2026-10-22');
  const [second] = eight.rows.filter(({ dueBy }) => dueBy === '2026-12-18');
  const at = (row: Row | undefined, start: string) =>
    row ? [{ ...row, start, end: start.replace(/:\d\d$/, ':45') }] : [];
  const spring = (row: Row | undefined, start: string) =>
    at(row && { ...row, review: row.review.replace(/\d{4}-\d\d-\d\d/, '2027-02-22'), staff: [] }, start);
  const [third] = eight.rows.filter((row) => row !== second && row.placement !== first?.placement);
  booked.push(
    ...eight.rows.filter((row) => row !== second),
    ...at(first, '2026-10-22T17:00'),
    ...at(second, '2026-10-26T17:00'),
    ...spring(second, '2027-03-25T10:00'),
    ...spring(third, '2027-03-30T10:00'),
  );
  expect(booked).toHaveLength(eight.rows.length + 3);
}, 60_000);

/** Books these in one press, and waits until everything is carried out. */
async function bookAll(rows: readonly Row[]): Promise<void> {
  const reviews = rows.map(({ review, start, end, place, online }) => ({
    review,
    start,
    end,
    online,
    ...(place ? { place } : {}),
  }));
  const { status, body } = await app.act(leader, 'book-reviews', { reviews });
  expect([status, body.problems]).toEqual([202, undefined]);
  await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 150);
}

const addresses = ({ attendees }: Event) => attendees.map(({ emailAddress }) => emailAddress.address);

/**
 * Each of these stands in Outlook as it was planned: one meeting for staff with all of them, nobody in two meetings of a review,
 * private, without a name in its subject, at the time on the wall in London and the right one in UTC; and in its row.
 */
async function allStand(rows: readonly Row[]): Promise<void> {
  const london = await eventsIn('GMT Standard Time');
  const utc = await eventsIn('UTC');
  const kept = new Map((await app.items('AP Reviews')).map(({ fields }) => [String(fields.RecordKey), fields]));
  const mails = new Map((await app.people()).map(({ displayName, mail }) => [displayName, mail]));
  for (const { review, start, end, staff } of rows) {
    const events = of(london, review);
    const own = events.filter((event) => addresses(event).some((one) => one.endsWith('ashcombe@hillcrest.example')));
    expect([review, own.length]).toEqual([review, 1]);
    for (const event of events) {
      expect([review, wall(event), event.end.dateTime.slice(0, 16)]).toEqual([review, start, end]);
      expect(event.sensitivity).toBe('private');
      expect(event.subject).toMatch(/^AP review – [^ ]+( \(\w+\))? Y\d+$/);
    }
    for (const event of of(utc, review)) expect([review, wall(event)]).toEqual([review, utcOf(start)]);
    const everybody = events.flatMap(addresses);
    expect([review, new Set(everybody).size]).toEqual([review, everybody.length]);
    for (const { name } of staff)
      expect([review, own.flatMap(addresses)]).toEqual([review, expect.arrayContaining([mails.get(name)])]);
    const { ScheduledFor, Start, Stage } = kept.get(review) ?? {};
    expect([review, Stage, `${ScheduledFor}T${Start}`]).toEqual([review, 'Booked', start]);
  }
}

test('all are booked in one press, each staff meeting once, at the time on the wall in London and the right one in UTC', async () => {
  await bookAll(booked);
  await allStand(booked);
  const utc = await eventsIn('UTC');
  const at = (start: string) => booked.find((row) => row.start === start)?.review ?? '';
  const inUtc = (review: string) => [...new Set(of(utc, review).map(wall))];
  expect(inUtc(at('2026-10-22T17:00'))).toEqual(['2026-10-22T16:00']);
  expect(inUtc(at('2026-10-26T17:00'))).toEqual(['2026-10-26T17:00']);
  expect(inUtc(at('2027-03-25T10:00'))).toEqual(['2027-03-25T10:00']);
  expect(inUtc(at('2027-03-30T10:00'))).toEqual(['2027-03-30T09:00']);
}, 240_000);

test('a meeting that Outlook moves across the change of clocks, in UTC, is written down at the time on the wall', async () => {
  const review = booked.find(({ start }) => start === '2026-10-22T17:00')?.review ?? '';
  const staff = of(await eventsIn('UTC'), review).find(
    ({ attendees }) =>
      attendees.length > 0 &&
      attendees.some(({ emailAddress }) => emailAddress.address.endsWith('ashcombe@hillcrest.example')),
  );
  const response = await fetch(`${app.standinUrl}/v1.0/users/${organiser}/events/${staff?.id}`, {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${outsider}`,
      'Content-Type': 'application/json',
      Prefer: 'IdType="ImmutableId"',
    },
    body: JSON.stringify({
      start: { dateTime: '2026-10-27T15:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-10-27T15:45:00', timeZone: 'UTC' },
    }),
  });
  expect(response.status).toBe(200);
  await app.control('POST', '/standin/clock', { now: '2026-10-12T08:30:00.000Z', frozen: true });
  await until(async () => {
    const row = (await app.items('AP Reviews')).find(({ fields }) => fields.RecordKey === review)?.fields;
    return `${row?.ScheduledFor} ${row?.Start} ${row?.End}` === '2026-10-27 15:00 15:45';
  }, 90);
  await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 90);
  // The meetings of the others follow the staff's; and the board says that the move broke the due day.
  const { body } = await app.view(leader, 'board');
  const said = JSON.stringify(body.data);
  expect(said).toMatch(/is booked for Tue 27 Oct; it is due by Thu 22 Oct: move it/);
  expect([...new Set(of(await eventsIn('GMT Standard Time'), review).map(wall))]).toEqual(['2026-10-27T15:00']);
}, 200_000);

test('after the clocks have changed all stand as they stood, and the next half term, of five weeks, is planned within it', async () => {
  const before = await eventsIn('UTC');
  await app.control('POST', '/standin/clock', { now: '2026-10-26T08:10:00.000Z', frozen: true });
  const after = await eventsIn('UTC');
  expect(after.map((event) => [event.id, wall(event)])).toEqual(before.map((event) => [event.id, wall(event)]));
  const five = await planOf('halfterm|2027-01-04');
  expect(five.halfTerms.map(({ name }) => name)).toEqual(['Autumn 2', 'Spring 1']);
  // The first day is an INSET day.
  isSound(five, '2027-01-05', '2027-02-05');
  half.push(...five.rows);
}, 120_000);

test('the five weeks are booked in one press as well, and nothing that stood is touched', async () => {
  const before = await eventsIn('UTC');
  await bookAll(half);
  await allStand(half);
  const after = await eventsIn('UTC');
  const found = new Set(half.flatMap(({ review }) => of(after, review).map(({ id }) => id)));
  const untouched = after.filter(({ id }) => !found.has(id));
  expect(untouched.map((event) => [event.id, wall(event)])).toEqual(before.map((event) => [event.id, wall(event)]));
}, 240_000);
