import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListRow, type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { type Outlook, type OutlookEvent, openOutlook } from './world/outlook.ts';

const organiser = 'ap.reviews@hillcrest.example';
const college = 'pr-college';

let app: RunningApp;
let leader: TenantPerson;
let visitor: TenantPerson;
let outlook: Outlook;
let outsider: string;

beforeAll(async () => {
  app = await startApp('visits-in-outlook', 5700, '2026-10-12T08:10:00.000Z');
  leader = await app.personIn('ap-leader');
  visitor = await app.personIn('visitor');
  outsider = (Object(await app.control('POST', '/standin/app-token')) as { token: string }).token;
  outlook = await openOutlook(app);
});
afterAll(() => app.stop());

const eventsOf = (mailbox = organiser) => outlook.eventsOf(mailbox);

/** The events of one visit, by the reference in their bodies. */
const eventsFor = async (visit: string) =>
  (await eventsOf()).filter(({ body }) => body.content.includes(`ap-visit:${visit}<`));
const invited = (event: OutlookEvent | undefined) =>
  event?.attendees.map(({ emailAddress }) => emailAddress.address) ?? [];
const wall = (event: OutlookEvent | undefined) => event?.start.dateTime.slice(0, 16);
const visits = () => app.items('AP Visits');
const rowOf = async (visit: string): Promise<ListRow> => {
  const row = (await visits()).find(({ fields }) => fields.RecordKey === visit);
  if (!row) throw new Error(`There is no ${visit}.`);
  return row;
};
const nothingOpen = () =>
  until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 300);
const round = (now: string) => app.control('POST', '/standin/clock', { now, frozen: true });
const plan = (values: object, more: object = {}) => app.act(leader, 'plan-visit', { values, ...more });

/** Plans a visit to a provider and waits until it stands; answers its key. */
async function planned(values: Readonly<Record<string, unknown>>, provider = college): Promise<string> {
  const { status, body } = await plan(values, { provider });
  expect([status, body.problems]).toEqual([202, undefined]);
  await nothingOpen();
  const found = (await visits()).find(
    ({ fields }) => fields.Provider === provider && fields.PlannedFor === values.plannedFor,
  );
  return String(found?.fields.RecordKey);
}

/** Changes what is planned of a visit, as who saw what stands now. */
async function change(visit: string, values: object): Promise<void> {
  const seen = (await rowOf(visit)).eTag;
  const { body } = await plan(values, { visit, seen });
  expect(body.problems).toBeUndefined();
  await nothingOpen();
}

let visit = '';

test('a visit with a time is one private appointment of who goes there, at the site', async () => {
  const to = { plannedFor: '2026-10-22', start: '10:00', end: '11:30', visitor: visitor.id };
  const first = await plan(to, { provider: college });
  const again = await plan(to, { provider: college });
  expect([first.status, again.status]).toEqual([202, 200]);
  expect(await eventsOf()).toEqual([]);
  await nothingOpen();
  const rows = (await visits()).filter(({ fields }) => fields.PlannedFor === '2026-10-22');
  expect(rows).toHaveLength(1);
  visit = String(rows[0]?.fields.RecordKey);
  const [event, ...more] = await eventsFor(visit);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ sensitivity: 'private', isOnlineMeeting: false });
  expect(event?.subject).toMatch(/^AP visit – \D+$/);
  expect(invited(event)).toEqual(['petra.longmirely@hillcrest.example']);
  expect(event?.location.displayName).toMatch(/, .*\w+\d+ \d\w+$/);
  expect(event?.body.content).toContain(`visits%2F${visit}`);
  expect([wall(event), event?.end.dateTime.slice(11, 16)]).toEqual(['2026-10-22T10:00', '11:30']);
  expect(await utcStart(event)).toBe('2026-10-22T09:00');
  expect(rows[0]?.fields).toMatchObject({ EventId: event?.id, Stage: 'Planned', Start: '10:00', End: '11:30' });
}, 240_000);

async function utcStart(event: OutlookEvent | undefined): Promise<string> {
  const response = await fetch(`${app.standinUrl}/v1.0/users/${organiser}/events/${event?.id}`, {
    headers: { Authorization: `Bearer ${outsider}`, Prefer: 'IdType="ImmutableId"' },
  });
  const { start }: OutlookEvent = await response.json();
  return start.dateTime.slice(0, 16);
}

test('undone within twenty seconds it is planned nowhere, and nobody was invited; another, after the clock change, stands', async () => {
  const before = (await eventsOf()).length;
  const own = await app.act(visitor, 'plan-visit', {
    provider: college,
    values: { plannedFor: '2026-10-20', start: '09:00', visitor: visitor.id },
  });
  const entry = own.body.accepted?.entry;
  const other = await app.act(await app.personIn('senco'), 'undo-booking', { entry });
  expect(other.body.problems?.[0]?.says).toContain('Somebody else');
  const undone = await app.act(visitor, 'undo-booking', { entry });
  expect(undone.body.done?.results[0]?.outcome).toBe('saved');
  const winter = await planned({ plannedFor: '2026-11-05', start: '10:00', visitor: visitor.id });
  expect((await eventsOf()).length).toBe(before + 1);
  expect((await visits()).filter(({ fields }) => fields.PlannedFor === '2026-10-20')).toEqual([]);
  const [after] = await eventsFor(winter);
  expect([wall(after), after?.end.dateTime.slice(11, 16)]).toEqual(['2026-11-05T10:00', '11:00']);
  expect(await utcStart(after)).toBe('2026-11-05T10:00');
}, 120_000);

test('an announced visit invites the provider apart; made unannounced, the provider is told that it is off', async () => {
  const { body } = await app.view(leader, 'providers');
  const { providers }: { providers: readonly { provider: string; seen: string }[] } = Object(body.data);
  const seen = providers.find(({ provider }) => provider === college)?.seen;
  await app.act(leader, 'save-provider', {
    provider: college,
    seen,
    values: { reviewEmail: 'office@college.example' },
  });
  await change(visit, { announced: true });
  const events = await eventsFor(visit);
  expect(events.map((event) => invited(event).join()).toSorted()).toEqual([
    'office@college.example',
    'petra.longmirely@hillcrest.example',
  ]);
  const theirs = events.find((event) => invited(event)[0] === 'office@college.example');
  expect(theirs?.body.content).not.toContain('Open the visit');
  await change(visit, { announced: false });
  expect((await eventsFor(visit)).map(invited)).toEqual([['petra.longmirely@hillcrest.example']]);
}, 240_000);

test('what is moved, declined and deleted in Outlook comes back into the records', async () => {
  const [event] = await eventsFor(visit);
  await round('2026-10-12T08:20:00.000Z');
  await outlook.call('PATCH', `${organiser}/events/${event?.id}`, {
    start: { dateTime: '2026-11-20T13:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-11-20T14:00:00', timeZone: 'Europe/London' },
  });
  await round('2026-10-12T08:30:00.000Z');
  await nothingOpen();
  expect((await rowOf(visit)).fields).toMatchObject({ PlannedFor: '2026-11-20', Start: '13:00', End: '14:00' });

  const copy = (await eventsOf('petra.longmirely@hillcrest.example')).find(
    ({ start }) => start.dateTime.slice(0, 16) === '2026-11-20T13:00',
  );
  await outlook.call('POST', `petra.longmirely@hillcrest.example/events/${copy?.id}/decline`, {});
  await round('2026-10-12T08:40:00.000Z');
  await nothingOpen();
  const { body } = await app.view(leader, 'visits');
  expect(JSON.stringify(body.data)).toMatch(/Petra Longmirely has declined/);

  await outlook.call('DELETE', `${organiser}/events/${event?.id}`);
  await round('2026-10-12T08:50:00.000Z');
  await nothingOpen();
  const { fields } = await rowOf(visit);
  expect([fields.Stage, fields.PlannedFor, fields.Start, fields.NotBooked]).toEqual([
    'Planned',
    '2026-11-20',
    undefined,
    'The appointment was deleted in Outlook.',
  ]);
}, 240_000);

test('moved here it moves there; given to somebody else, the one is told that it is off and the other is invited', async () => {
  await change(visit, { plannedFor: '2026-10-21', start: '14:00' });
  const [first] = await eventsFor(visit);
  await change(visit, { start: '15:00' });
  const [moved] = await eventsFor(visit);
  expect([moved?.id, wall(moved), moved?.end.dateTime.slice(11, 16)]).toEqual([first?.id, '2026-10-21T15:00', '16:00']);
  await change(visit, { visitor: leader.id });
  const events = await eventsFor(visit);
  expect(events.map(invited)).toEqual([['graham.ashcombe@hillcrest.example']]);
  const left = (await eventsOf('petra.longmirely@hillcrest.example')).filter(
    (event) => wall(event) === '2026-10-21T15:00' && !Object(event).isCancelled,
  );
  expect(left).toEqual([]);
  const { body } = await app.act(leader, 'cancel-visit', { visit, seen: (await rowOf(visit)).eTag, why: 'Snow.' });
  expect(body.problems).toBeUndefined();
  await nothingOpen();
  expect(await eventsFor(visit)).toEqual([]);
  expect((await rowOf(visit)).fields).toMatchObject({ Stage: 'Cancelled', CancelledBecause: 'Snow.' });
}, 240_000);
