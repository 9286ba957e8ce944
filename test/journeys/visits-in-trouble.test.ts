import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { type Outlook, type OutlookEvent, openOutlook } from './world/outlook.ts';

const organiser = 'ap.reviews@hillcrest.example';
const college = 'pr-college';

let app: RunningApp;
let leader: TenantPerson;
let visitor: TenantPerson;
let outlook: Outlook;
let outsider: string;

beforeAll(async () => {
  app = await startApp('visits-in-trouble', 5770, '2026-10-12T08:10:00.000Z');
  leader = await app.personIn('ap-leader');
  visitor = await app.personIn('visitor');
  outsider = (Object(await app.control('POST', '/standin/app-token')) as { token: string }).token;
  outlook = await openOutlook(app);
  const { body } = await app.view(leader, 'providers');
  const { providers }: { providers: readonly { provider: string; seen: string }[] } = Object(body.data);
  const seen = providers.find(({ provider }) => provider === college)?.seen;
  const values = { reviewEmail: 'office@college.example' };
  expect((await app.act(leader, 'save-provider', { provider: college, seen, values })).status).toBe(200);
});
afterAll(() => app.stop());

/** The events of one visit, by the reference in their bodies. */
const eventsFor = async (visit: string) =>
  (await outlook.eventsOf(organiser)).filter(({ body }) => body.content.includes(`ap-visit:${visit}<`));
const invited = (event: OutlookEvent | undefined) =>
  event?.attendees.map(({ emailAddress }) => emailAddress.address) ?? [];
const visits = () => app.items('AP Visits');
const nothingOpen = () =>
  until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 300);
const plan = (provider: string, values: object) => app.act(leader, 'plan-visit', { provider, values });

test('visits to a provider that is used no more are cancelled, in Outlook too', async () => {
  const { status } = await plan('pr-school', { plannedFor: '2026-11-12', start: '09:00', visitor: visitor.id });
  expect(status).toBe(202);
  await nothingOpen();
  const rowOf = async () => (await visits()).find(({ fields }) => fields.PlannedFor === '2026-11-12')?.fields;
  const key = String((await rowOf())?.RecordKey);
  expect(await eventsFor(key)).toHaveLength(1);
  for (const { id, fields } of await app.items('AP Placements')) {
    if (fields.Provider !== 'pr-school') continue;
    await fetch(`${app.standinUrl}/v1.0/sites/${app.site}/lists/AP Placements/items/${id}/fields`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${outsider}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ Stage: 'Ended', ActualEnd: '2026-10-09' }),
    });
  }
  await app.control('POST', '/standin/clock', { now: '2026-10-12T09:10:00.000Z', frozen: true });
  await nothingOpen();
  expect(await eventsFor(key)).toEqual([]);
  expect((await rowOf())?.Stage).toBe('Cancelled');
}, 240_000);

test('under throttling, and with the server killed in the middle, each visit is one appointment', async () => {
  const busy = { match: '* /v1.0/users/**', status: 429, retryAfter: 1, rate: 0.4, seed: 7 };
  await app.control('POST', '/standin/faults', busy);
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
  const pressed = await Promise.all(
    days.map((plannedFor) => plan(college, { plannedFor, start: '09:00', visitor: visitor.id, announced: true })),
  );
  expect(pressed.map(({ status }) => status)).toEqual([202, 202, 202]);
  await new Promise((resolve) => setTimeout(resolve, 20_400));
  await app.killServer();
  await app.startServer();
  await nothingOpen();
  await app.control('DELETE', '/standin/faults');
  for (const day of days) {
    const rows = (await visits()).filter(({ fields }) => fields.PlannedFor === day && fields.Provider === college);
    expect(rows).toHaveLength(1);
    const events = await eventsFor(String(rows[0]?.fields.RecordKey));
    expect(events.map((event) => invited(event)[0]).toSorted()).toEqual([
      'office@college.example',
      'petra.longmirely@hillcrest.example',
    ]);
    expect(events.map(({ id }) => id)).toContain(rows[0]?.fields.EventId);
  }
}, 400_000);
