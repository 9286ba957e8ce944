import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Today } from '../../src/school/attendance/today.types.ts';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';

const throttled = { match: '* /v1.0/**', status: 429, retryAfter: 1, rate: 0.3, seed: 7 };
let app: RunningApp;
let officer: TenantPerson;
let placements: readonly string[];

beforeAll(async () => {
  app = await startApp('throttled-morning', 4990, '2026-11-24T09:35:00.000Z');
  officer = await app.personIn('attendance-officer');
  const { body } = await app.view(officer, 'today');
  const { sessions }: Pick<Today, 'sessions'> = Object(body.data);
  placements = sessions
    .filter(({ session }) => session === 'AM')
    .flatMap(({ providers }) => providers.flatMap(({ rows }) => rows))
    .flatMap(({ placement, expected }) => (expected ? [placement] : []));
});
afterAll(() => app.stop());

const save = (placement: string) =>
  app.act(officer, 'record-attendance', {
    date: '2026-11-24',
    session: 'AM',
    marks: [{ placement, status: 'AttendedOnTime' }],
  });

/** As a person does: what is said to be not saved is pressed again. */
async function saved(placement: string): Promise<number> {
  for (let press = 1; press <= 12; press += 1) {
    const { status } = await save(placement);
    expect([200, 202, 503]).toContain(status);
    if (status !== 503) return press;
  }
  throw new Error('It was never taken.');
}

/** Milliseconds: the prompts of the morning are throttled as well, and how often a press has to be made again is chance. */
const patience = 300_000;

test(
  'every third request is throttled, and each mark is taken all the same',
  async () => {
    await app.control('POST', '/standin/faults', throttled);
    for (const placement of placements.slice(0, 5)) await saved(placement);
  },
  patience,
);

test('in the outage the officer is told that nothing is saved, and what stands is still shown with its age', async () => {
  await app.control('POST', '/standin/faults', { match: '* /v1.0/**', status: 503 });
  const [next = ''] = placements.slice(5);
  const answer = await save(next);
  expect(answer.status).toBe(503);
  expect(answer.body.message).toMatch(/Nothing (was|is) saved|not saved/i);
  const shown = await app.view(officer, 'today');
  expect(shown.status).toBe(200);
  expect(shown.body.asOf).toMatch(/^2026-11-24T/);
  await app.control('DELETE', '/standin/faults');
  expect(await app.items('AP Attendance', `fields/RecordKey eq '${next}|2026-11-24|am'`)).toEqual([]);
});

test(
  'afterwards the rest is taken, and the lists hold each mark once',
  async () => {
    await app.control('POST', '/standin/faults', throttled);
    for (const placement of placements.slice(5)) await saved(placement);
    await app.control('DELETE', '/standin/faults');
    await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 90);
    const rows = (await app.items('AP Attendance', "fields/Date eq '2026-11-24'")).filter(
      ({ fields }) => fields.Session === 'AM',
    );
    const told = rows.filter(({ fields }) => fields.ProviderStatus === 'AttendedOnTime');
    expect(told.map(({ fields }) => fields.Placement).toSorted()).toEqual(placements.toSorted());
  },
  patience,
);
