import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from './world/app.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp('doors', 4980, '2026-11-24T09:10:00.000Z');
});
afterAll(() => app.stop());

const activity = {
  type: 'message',
  text: 'today',
  from: { id: 'x' },
  conversation: { id: 'y' },
  recipient: { id: 'z' },
};

async function knock(where: string, authorization?: string, body: string = JSON.stringify(activity)): Promise<number> {
  const response = await fetch(`${app.appUrl}${where}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(authorization ? { Authorization: authorization } : {}) },
    body,
  });
  return response.status;
}

const appToken = async () => (Object(await app.control('POST', '/standin/app-token')) as { token: string }).token;

test("the bot's door opens to no token, no garbled one, no person's and no token for Graph", async () => {
  const person = await app.tokenFor(await app.personIn('attendance-officer'));
  expect(await knock('/api/messages')).toBe(401);
  expect(await knock('/api/messages', 'Bearer nonsense')).toBe(401);
  expect(await knock('/api/messages', `Bearer ${person}`)).toBe(401);
  expect(await knock('/api/messages', `Bearer ${await appToken()}`)).toBe(401);
});

test("the people's door opens to no token, no garbled one, none with its end cut off and no token for Graph", async () => {
  const person = await app.tokenFor(await app.personIn('attendance-officer'));
  const save = '/api/actions/record-attendance';
  expect(await knock(save)).toBe(401);
  expect(await knock(save, 'Bearer nonsense')).toBe(401);
  expect(await knock(save, `Bearer ${person.slice(0, -6)}AAAAAA`)).toBe(401);
  expect(await knock(save, `Bearer ${await appToken()}`)).toBe(401);
});

test('a role without the right is refused, and nothing is written', async () => {
  const marks = [{ placement: 'pl-tariq-college', status: 'AttendedOnTime' }];
  for (const role of ['head', 'dsl', 'governor', 'tutor']) {
    const answer = await app.act(await app.personIn(role), 'record-attendance', {
      date: '2026-11-24',
      session: 'AM',
      marks,
    });
    expect([role, answer.status]).toEqual([role, 403]);
    expect(answer.body.message).toBeTruthy();
  }
  const rows = await app.items('AP Attendance', "fields/RecordKey eq 'pl-tariq-college|2026-11-24|am'");
  expect(rows).toEqual([]);
});

test('a view is not shown to a role that may not read it, and an unknown one is 404', async () => {
  expect((await app.view(await app.personIn('governor'), 'today')).status).toBe(403);
  expect((await app.view(await app.personIn('attendance-officer'), 'nothing')).status).toBe(404);
});

test('the board shows the AP leader what is due, each with its clause', async () => {
  const { status, body } = await app.view(await app.personIn('ap-leader'), 'board');
  expect(status).toBe(200);
  const { findings }: { findings: readonly { clause: string; text: string }[] } = Object(body.data);
  expect(findings.length).toBeGreaterThan(0);
  for (const { clause, text } of findings) expect([text, text.includes(`(${clause})`)]).toEqual([text, true]);
});

test('a body that is no JSON is 400, one far too large is 413, each with a sentence and the request id', async () => {
  const officer = await app.personIn('attendance-officer');
  const send = async (body: string) => {
    const answer = await fetch(`${app.appUrl}/api/actions/record-attendance`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${await app.tokenFor(officer)}`, 'Content-Type': 'application/json' },
      body,
    });
    const { message, requestId }: { message: string; requestId: string } = await answer.json();
    return { status: answer.status, message, known: requestId.length > 30 };
  };
  expect(await send('{"date":')).toEqual({
    status: 400,
    message: 'Send the input as JSON. What came cannot be read.',
    known: true,
  });
  expect(await send(JSON.stringify({ note: 'x'.repeat(600_000) }))).toEqual({
    status: 413,
    message: 'That is too much at once. Send at most 512 kB.',
    known: true,
  });
  for (const name of ['no-such-action', 'constructor', '__proto__', 'toString']) {
    expect([name, (await app.act(officer, name, {})).status, (await app.view(officer, name)).status]).toEqual([
      name,
      404,
      404,
    ]);
  }
});

test('by the machine’s clock, as in production, a server begins with a round and does not wait for the next minute', async () => {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 40_000) await new Promise((resolve) => setTimeout(resolve, left));
  const nextMinute = (Math.floor(Date.now() / 60_000) + 1) * 60_000;
  const url = await app.startServer(4984, { CLOCK_URL: '', NODE_ENV: 'production' });
  const { lastRound } = Object(await (await fetch(`${url}/health`)).json());
  await app.killServer(4984);
  expect(Date.parse(lastRound)).toBeLessThan(nextMinute);
}, 120_000);
