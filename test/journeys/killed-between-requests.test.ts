import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Today } from '../../src/school/attendance/today.types.ts';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';

const stepMs = 400;
let app: RunningApp;
let officer: TenantPerson;
let placements: readonly string[];

beforeAll(async () => {
  app = await startApp('killed-between-requests', 4940, '2026-11-24T09:10:00.000Z');
  officer = await app.personIn('attendance-officer');
  const { body } = await app.view(officer, 'today');
  const { sessions }: Pick<Today, 'sessions'> = Object(body.data);
  placements = sessions
    .filter(({ session }) => session === 'AM')
    .flatMap(({ providers }) => providers.flatMap(({ rows }) => rows))
    .flatMap(({ placement, expected }) => (expected ? [placement] : []));
});
afterAll(() => app.stop());

/** Saves one mark with every Graph request slowed, and kills the server when so many requests have gone by. */
async function killedAfter(requests: number, placement: string): Promise<number | undefined> {
  await app.control('POST', '/standin/faults', { match: '* /v1.0/**', delayMs: stepMs });
  const press = app
    .act(officer, 'record-attendance', {
      date: '2026-11-24',
      session: 'AM',
      marks: [{ placement, status: 'AttendedOnTime' }],
    })
    .catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, stepMs * (requests + 0.5)));
  await app.killServer();
  await app.control('DELETE', '/standin/faults');
  return (await press)?.status;
}

/** Every mark stands once and whole, or not at all where nobody was told that it is saved; nothing is left open. */
async function everythingIsWhole(killed: ReadonlyMap<string, number | undefined>): Promise<number> {
  await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 110);
  let stands = 0;
  for (const [placement, status] of killed) {
    const rows = await app.items('AP Attendance', `fields/RecordKey eq '${placement}|2026-11-24|am'`);
    expect(rows.length, placement).toBeLessThanOrEqual(1);
    if (status === 200 || status === 202) expect(rows, placement).toHaveLength(1);
    for (const { fields } of rows)
      expect([fields.ProviderStatus, fields.Date]).toEqual(['AttendedOnTime', '2026-11-24']);
    stands += rows.length;
  }
  return stands;
}

test('one server, killed after each request of a save, finishes what it wrote down when it is back', async () => {
  const killed = new Map<string, number | undefined>();
  for (const [requests, placement] of placements.slice(0, 6).entries()) {
    killed.set(placement, await killedAfter(requests, placement));
    await app.startServer();
  }
  expect(killed.size).toBe(6);
  const stands = await everythingIsWhole(killed);
  expect(stands).toBeGreaterThan(0);
}, 240_000);

test('of two servers the one that lives finishes for the one that is killed', async () => {
  await app.startServer(4948);
  const killed = new Map<string, number | undefined>();
  for (const [nth, placement] of placements.slice(6, 10).entries()) {
    killed.set(placement, await killedAfter(nth + 2, placement));
    if (nth < 3) await app.startServer();
  }
  expect(killed.size).toBe(4);
  const stands = await everythingIsWhole(killed);
  expect(stands).toBeGreaterThan(0);
}, 240_000);
