import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';

const morning = { date: '2026-11-24', session: 'AM' };
let app: RunningApp;
let officer: TenantPerson;
let colleague: TenantPerson;

const mark = (placement: string, status: string, more: Record<string, unknown> = {}) => ({
  ...morning,
  marks: [{ placement, status, ...more }],
});
const row = async (key: string) => (await app.items('AP Attendance', `fields/RecordKey eq '${key}'`))[0];

beforeAll(async () => {
  app = await startApp('attendance-over-http', 4900, '2026-11-24T09:05:00Z');
  officer = await app.personIn('attendance-officer', 0);
  colleague = await app.personIn('attendance-officer', 1);
}, 120_000);
afterAll(async () => app.stop());

describe('a mark travels from the API into the school’s list', () => {
  it('on time at a farm is code B with the nature of the activity', async () => {
    const answer = await app.act(officer, 'record-attendance', mark('pl-amber-farm', 'AttendedOnTime'));
    expect(answer.body.done?.results).toMatchObject([{ outcome: 'saved' }]);
    expect((await row('pl-amber-farm|2026-11-24|am'))?.fields).toMatchObject({
      ProviderStatus: 'AttendedOnTime',
      Code: 'B',
      RegisterKey: 'pu-amber|2026-11-24|am',
      Month: '2026-11',
      ReportedByName: officer.displayName,
    });
  });

  it('the same press again changes nothing', async () => {
    const before = await row('pl-amber-farm|2026-11-24|am');
    const again = await app.act(
      officer,
      'record-attendance',
      mark('pl-amber-farm', 'AttendedOnTime', { seen: before?.eTag }),
    );
    expect(again.body.done?.results).toMatchObject([{ outcome: 'unchanged' }]);
    expect((await row('pl-amber-farm|2026-11-24|am'))?.eTag).toBe(before?.eTag);
  });

  it('a colleague who had not seen it is told who was first, and nothing is overwritten', async () => {
    const second = await app.act(colleague, 'record-attendance', mark('pl-amber-farm', 'AbsentNoReason'));
    expect(second.body.done?.results).toMatchObject([{ outcome: 'superseded', by: officer.displayName }]);
    expect((await row('pl-amber-farm|2026-11-24|am'))?.fields.ProviderStatus).toBe('AttendedOnTime');
  });

  it('absent without word is N until the fifth school day, opens a follow-up and tells the DSL of a flagged pupil', async () => {
    await app.act(officer, 'record-attendance', mark('pl-jonah-farm', 'AbsentNoReason'));
    expect((await row('pl-jonah-farm|2026-11-24|am'))?.fields).toMatchObject({ Code: 'N', NDeadline: '2026-12-01' });
    const [followUp] = await app.items('AP Follow-ups', "fields/RecordKey eq 'pu-jonah|2026-11-24|am'");
    expect(followUp?.fields.State).toBe('Open');
    const alerts = await app.items('AP Messages', "fields/RecordKey eq 'dsl-alert|pu-jonah|2026-11-24|am'");
    expect(alerts).toHaveLength(1);
  });

  it('what stands in the list is what Today shows', async () => {
    const today = await app.view(officer, 'today');
    const rows = JSON.stringify(today.body.data);
    expect(rows).toContain('"placement":"pl-jonah-farm"');
    expect(rows).toContain('"code":"N"');
  });
});

describe('bad input gets a sentence and changes nothing', () => {
  it.each([
    ['a day that has not come', { ...mark('pl-jess-farm', 'AttendedOnTime'), date: '2026-11-27' }, 'not come yet'],
    ['a Saturday', { ...mark('pl-jess-farm', 'AttendedOnTime', { amend: 'late' }), date: '2026-11-21' }, 'weekend'],
    ['a paused placement', mark('pl-idris-farm', 'AttendedOnTime'), 'paused'],
    ['an ended placement', mark('pl-rosa-college', 'AttendedOnTime'), 'roll'],
    ['a placement that has not started', mark('pl-freya-farm', 'AttendedOnTime'), 'Tue 1 Dec'],
    ['late before the start', mark('pl-jess-farm', 'AttendedLate', { time: '09:05' }), '09:15'],
    ['a status that does not exist', mark('pl-jess-farm', 'Present'), 'status'],
  ])('%s', async (_what, input, says) => {
    const before = (await app.items('AP Attendance')).length;
    const answer = await app.act(officer, 'record-attendance', input);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body.problems ?? answer.body)).toMatch(new RegExp(says, 'i'));
    expect(answer.body.done).toBeUndefined();
    expect((await app.items('AP Attendance')).length).toBe(before);
  });
});

describe('the door', () => {
  it('nobody without a token, and no forged one, comes in', async () => {
    const url = `${app.appUrl}/api/views/today`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { Authorization: 'Bearer nonsense' } })).status).toBe(401);
  });

  it('a governor may not record attendance', async () => {
    const governor = await app.personIn('governor');
    expect((await app.act(governor, 'record-attendance', mark('pl-jess-farm', 'AttendedOnTime'))).status).toBe(403);
  });

  it('a Graph token is not a user token', async () => {
    const { token } = Object(await app.control('POST', '/standin/app-token')) as { token: string };
    const answer = await fetch(`${app.appUrl}/api/views/today`, { headers: { Authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  });
});

describe('when Microsoft 365 has a bad day', () => {
  it('a throttled save arrives all the same', async () => {
    await app.control('POST', '/standin/faults', {
      match: 'POST /v1.0/sites/**',
      status: 429,
      retryAfter: 1,
      times: 2,
    });
    await app.act(officer, 'record-attendance', mark('pl-niamh-college', 'AttendedOnTime'));
    await until(async () => (await row('pl-niamh-college|2026-11-24|am')) !== undefined, 20);
    await app.control('DELETE', '/standin/faults');
    expect((await row('pl-niamh-college|2026-11-24|am'))?.fields.Code).toBe('B');
  });

  it('an outage before the journal is written says "not saved" and leaves nothing', async () => {
    await app.control('POST', '/standin/faults', { match: '* /v1.0/**', status: 503 });
    const answer = await app.act(officer, 'record-attendance', mark('pl-zoe-hospital', 'AttendedOnTime'));
    await app.control('DELETE', '/standin/faults');
    expect(answer.status).toBe(503);
    expect(await row('pl-zoe-hospital|2026-11-24|am')).toBeUndefined();
  });

  it('a server killed in the middle of a save is finished by the next: once, not twice', async () => {
    await until(
      async () => (await app.act(officer, 'record-attendance', mark('pl-lowri-unit', 'AttendedOnTime'))).status === 200,
    );
    const list = await app.listId('AP Attendance');
    await app.control('POST', '/standin/faults', { match: `POST /v1.0/sites/*/lists/${list}/items`, delayMs: 3_000 });
    const press = app
      .act(officer, 'record-attendance', mark('pl-tariq-college', 'AttendedOnTime'))
      .catch(() => undefined);
    await until(async () => {
      const entries = await app.items('AP Journal', "fields/State eq 'Open'");
      return entries.some((entry) => entry.fields.Action === 'record-attendance');
    }, 20);
    await app.killServer();
    await press;
    await app.control('DELETE', '/standin/faults');
    const [open] = await app.items('AP Journal', "fields/State eq 'Open'");
    expect(open).toBeDefined();
    await app.startServer();
    await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 100).catch(
      async (error: unknown) => {
        const left = await app.items('AP Journal', "fields/State eq 'Open'");
        throw new Error(
          `Left open: ${left.map((entry) => `${entry.fields.Action} ${entry.fields.LeaseUntil} ${entry.fields.Owner} ${entry.fields.Changes}`).join('; ')} ${String(error)}`,
        );
      },
    );
    expect(await app.items('AP Attendance', "fields/RecordKey eq 'pl-tariq-college|2026-11-24|am'")).toHaveLength(1);
  }, 150_000);
});
