import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';

let app: RunningApp;
let officer: TenantPerson;

beforeAll(async () => {
  app = await startApp('microsoft-mishaps', 5260, '2026-11-24T09:20:00.000Z');
  officer = await app.personIn('attendance-officer');
});
afterAll(() => app.stop());

interface Row {
  readonly placement: string;
  readonly expected: boolean;
  readonly status: string;
}

const open = async (): Promise<readonly Row[]> => {
  const { sessions } = (await app.view(officer, 'today')).body.data as { sessions: { providers: { rows: Row[] }[] }[] };
  const rows = sessions[0]?.providers.flatMap(({ rows }) => rows) ?? [];
  return rows.filter(({ expected, status }) => expected && status === 'NotReported');
};
const save = (placements: readonly string[]) =>
  app.act(officer, 'record-attendance', {
    date: '2026-11-24',
    session: 'AM',
    marks: placements.map((placement) => ({ placement, status: 'AttendedOnTime' })),
  });
const kept = async () =>
  (await app.items('AP Attendance', "fields/Date eq '2026-11-24'"))
    .filter(({ fields }) => fields.ProviderStatus === 'AttendedOnTime')
    .map(({ fields }) => String(fields.Placement));

test('a full disk: the officer is told that nothing is saved, nothing is half there, and afterwards the same press saves', async () => {
  const [one, two] = await open();
  const both = [one?.placement ?? '', two?.placement ?? ''];
  await app.control('POST', '/standin/settings', { diskFull: true });
  const refused = await save(both);
  expect(refused.status).toBe(503);
  expect(refused.body.message).toContain('Nothing was saved.');
  await app.control('POST', '/standin/settings', { diskFull: false });
  expect(await kept()).toEqual([]);
  const saved = await save(both);
  expect(saved.body.done?.results.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
  expect((await kept()).toSorted()).toEqual(both.toSorted());
});

test('a power cut of Microsoft 365 in the middle of saves: what was answered as saved is there, once', async () => {
  const rows = (await open()).slice(0, 6).map(({ placement }) => placement);
  const answers = rows.map((placement) => save([placement]).catch(() => undefined));
  await new Promise((resolve) => setTimeout(resolve, 120));
  await app.cutPower();
  const saved = (await Promise.all(answers)).flatMap((answer, at) =>
    answer?.body.done?.results.some(({ outcome }) => outcome === 'saved') ? [rows[at] ?? ''] : [],
  );
  const there = await kept();
  for (const placement of saved) expect(there).toContain(placement);
  expect(new Set(there).size).toBe(there.length);
  await until(async () => {
    const answer = await save(rows);
    return answer.body.done !== undefined;
  }, 90);
  await until(async () => (await kept()).filter((one) => rows.includes(one)).length === rows.length, 90);
  expect(new Set(await kept()).size).toBe((await kept()).length);
}, 200_000);

test('a column deleted by hand in SharePoint: the officer is told which and what to do, and put back, the mark is written', async () => {
  const token = (Object(await app.control('POST', '/standin/app-token')) as { token: string }).token;
  const list = `${app.standinUrl}/v1.0/sites/${app.site}/lists/${await app.listId('AP Attendance')}`;
  const graph = async (method: string, where: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${list}${where}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    expect([method, where.split('/')[1], answer.ok]).toEqual([method, where.split('/')[1], true]);
    const text = await answer.text();
    return text === '' ? {} : JSON.parse(text);
  };
  const { value } = await graph('GET', '/columns');
  const column = (value as { id: string; name: string }[]).find(({ name }) => name === 'MinutesLate');
  await graph('DELETE', `/columns/${column?.id}`);
  const placement = (await open())[0]?.placement ?? '';
  const late = () =>
    app.act(officer, 'record-attendance', {
      date: '2026-11-24',
      session: 'AM',
      marks: [{ placement, status: 'AttendedLate', time: '09:40' }],
    });
  let said = '';
  await until(async () => {
    const { status, body } = await late();
    said = `${status} ${body.message ?? ''} ${JSON.stringify(body.accepted ?? '')}`;
    return /MinutesLate|Minutes late/.test(said);
  }, 45);
  expect(said).toMatch(/AP Attendance/);
  expect(said).toMatch(/provision|Put it back/i);
  await graph('POST', '/columns', { name: 'MinutesLate', displayName: 'Minutes late', number: {} });
  await until(async () => {
    const rows = await app.items('AP Attendance', "fields/Date eq '2026-11-24'");
    if (rows.some(({ fields }) => fields.Placement === placement && fields.ProviderStatus === 'AttendedLate'))
      return true;
    await late();
    return false;
  }, 120);
  const rows = (await app.items('AP Attendance', "fields/Date eq '2026-11-24'")).filter(
    ({ fields }) => fields.Placement === placement && fields.Session === 'AM',
  );
  expect(rows).toHaveLength(1);
}, 240_000);
