import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { type Outlook, openOutlook } from './world/outlook.ts';

const organiser = 'ap.reviews@hillcrest.example';
const autumn2 = 'halfterm|2026-11-02|halfterm';
const stepMs = 400;
const placements = [
  ['pl-jess-farm', 'pl-lowri-unit'],
  ['pl-bea-unit', 'pl-elin-online'],
  ['pl-marcus-school', 'pl-elin-tuition'],
  ['pl-amber-farm', 'pl-tariq-college'],
] as const;
/** A server for each pair. */
const ports = [5760, 5762, 5763, 5764] as const;

let app: RunningApp;
let leader: TenantPerson;
let outlook: Outlook;

beforeAll(async () => {
  app = await startApp('booking-killed', ports[0], '2026-10-12T08:10:00.000Z');
  leader = await app.personIn('ap-leader');
  outlook = await openOutlook(app);
  for (const port of ports.slice(1)) await app.startServer(port);
  const { token }: { token: string } = Object(await app.control('POST', '/standin/app-token'));
  // The demonstration's own reviews are of later weeks: this school begins with none.
  for (const list of ['AP Reviews', 'AP Invitees']) {
    const at = `${app.standinUrl}/v1.0/sites/${app.site}/lists/${await app.listId(list)}/items`;
    for (const { id } of await app.items(list)) {
      await fetch(`${at}/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
    }
  }
});
afterAll(() => app.stop());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('killed after each Graph request of a booking, the next server makes each meeting once', async () => {
  const pressed: string[] = [];
  const began: number[] = [];
  // Two on each server, a step apart: the same kill finds the one a request further than the other.
  for (const [nth, pair] of placements.entries()) {
    began.push(Date.now());
    for (const [beside, placement] of pair.entries()) {
      const review = `${placement}|${autumn2}`;
      const start = `2026-11-1${6 + ((2 * nth + beside) % 4)}T${nth < 2 ? '09' : '14'}`;
      const reviews = [{ review, start: `${start}:00`, end: `${start}:50` }];
      const { status, body } = await app.act(leader, 'book-reviews', { reviews }, `http://127.0.0.1:${ports[nth]}`);
      expect([placement, status, body.problems]).toEqual([placement, 202, undefined]);
      pressed.push(review);
      await pause(stepMs);
    }
  }
  // The hold is over twenty seconds after the press.
  await pause((began[0] ?? 0) + 19_600 - Date.now());
  await app.control('POST', '/standin/faults', { match: '* /v1.0/**', delayMs: stepMs });
  for (const [nth, port] of ports.entries()) {
    await pause((began[nth] ?? 0) + 19_600 + stepMs * (2 * nth + 2.5) - Date.now());
    await app.killServer(port);
  }
  await app.control('DELETE', '/standin/faults');
  await app.startServer();
  await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 300);
  const rows = new Map((await app.items('AP Reviews')).map(({ fields }) => [fields.RecordKey, fields]));
  const events = await outlook.eventsOf(organiser);
  for (const review of pressed) {
    const own = events.filter(({ body }) => body.content.includes(`ap-review:${encodeURIComponent(review)}<`));
    const staff = own.filter(({ isOnlineMeeting }) => isOnlineMeeting);
    expect([review, staff.length]).toEqual([review, 1]);
    const invited = own.map(({ attendees }) => attendees.map(({ emailAddress }) => emailAddress.address).join());
    expect(new Set(invited).size).toBe(own.length);
    expect(rows.get(review)?.EventId).toBe(staff[0]?.id);
  }
}, 400_000);
