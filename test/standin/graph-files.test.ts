import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContractKept, openTrial, type Trial } from './trial.ts';

let trial: Trial;
let drive: string;
beforeAll(async () => {
  trial = await openTrial();
  drive = `/sites/${trial.site}/drive`;
}, 60_000);
afterAll(async () => {
  await expectContractKept(trial);
  await trial.stop();
});

const STEP = 327_680;
const put = async (url: string, from: number, to: number, total: number, headers: Record<string, string> = {}) =>
  await fetch(url, {
    method: 'PUT',
    headers: { 'Content-Range': `bytes ${from}-${to}/${total}`, ...headers },
    body: 'x'.repeat(to - from + 1),
  });

describe('small files', () => {
  it('a file put at a path is read back, by path and by id; a second put is its next version', async () => {
    const where = `${drive}/root:/Packs/2026/review.txt:/content`;
    const made = await trial.graph('PUT', where, 'first', { headers: { 'Content-Type': 'text/plain' } });
    expect([made.status, made.body.name, made.body.size]).toEqual([201, 'review.txt', 5]);
    expect((await trial.graph('PUT', where, 'second', { headers: { 'Content-Type': 'text/plain' } })).status).toBe(200);
    expect((await trial.graph('GET', where)).body).toBe('second');
    const id = (await trial.graph('GET', drive)).body.id;
    expect((await trial.graph('GET', `/drives/${id}/items/${made.body.id}/content`)).body).toBe('second');
    const packs = (await trial.graph('GET', `${drive}/root/children`)).body.value;
    expect(packs.map((one) => [one.name, one.folder !== undefined])).toEqual([['Packs', true]]);
  });

  it('a file that is not there is 404, and deleting takes it away', async () => {
    const where = `${drive}/root:/gone.txt`;
    await trial.graph('PUT', `${where}:/content`, 'x', { headers: { 'Content-Type': 'text/plain' } });
    expect((await trial.graph('DELETE', where)).status).toBe(204);
    expect((await trial.graph('GET', where)).body.error.code).toBe('itemNotFound');
  });
});

describe('upload sessions', () => {
  const start = async (name: string, behaviour: string) => {
    const item = { '@microsoft.graph.conflictBehavior': behaviour };
    return String((await trial.graph('POST', `${drive}/root:/${name}:/createUploadSession`, { item })).body.uploadUrl);
  };

  it('takes parts in order, says what it expects, and makes the file with the last', async () => {
    const total = STEP + 10;
    const url = await start('big.bin', 'fail');
    const first = await put(url, 0, STEP - 1, total);
    expect([first.status, (await first.json()).nextExpectedRanges]).toEqual([202, [`${STEP}-`]]);
    expect((await put(url, 0, STEP - 1, total)).status).toBe(416);
    expect((await (await fetch(url)).json()).nextExpectedRanges).toEqual([`${STEP}-`]);
    const last = await put(url, STEP, total - 1, total);
    expect([last.status, (await last.json()).size]).toEqual([201, total]);
    expect((await put(url, 0, 9, 10)).status).toBe(404);
  });

  it('refuses a token, and a part that is not a multiple of 320 KiB', async () => {
    const url = await start('refused.bin', 'fail');
    expect((await put(url, 0, STEP - 1, STEP * 2, { Authorization: `Bearer ${trial.tokens.app}` })).status).toBe(401);
    expect((await put(url, 0, 999, 2000)).status).toBe(400);
  });

  it('says at the end that the name is taken, replaces it, or finds another', async () => {
    await put(await start('twice.bin', 'fail'), 0, 9, 10);
    expect((await put(await start('twice.bin', 'fail'), 0, 9, 10)).status).toBe(409);
    expect((await put(await start('twice.bin', 'replace'), 0, 9, 10)).status).toBe(200);
    expect((await (await put(await start('twice.bin', 'rename'), 0, 9, 10)).json()).name).toBe('twice 1.bin');
  });

  it('an upload that was broken off can be dropped', async () => {
    const url = await start('dropped.bin', 'fail');
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('subscriptions', () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const ask = async (minutes: number, changeType = 'updated') =>
    await trial.graph('POST', '/subscriptions', {
      changeType,
      notificationUrl: 'https://ap.hillcrest.example/api/notifications',
      resource: `sites/${trial.site}/lists/x`,
      expirationDateTime: inMinutes(minutes),
      clientState: 'secret',
    });

  it('a list may be watched for 42,300 minutes, not for 42,302', async () => {
    const made = await ask(42_299);
    expect(made.status).toBe(201);
    expect((await ask(42_302)).status).toBe(400);
    expect((await trial.graph('DELETE', `/subscriptions/${made.body.id}`)).status).toBe(204);
    expect((await trial.graph('GET', '/subscriptions')).body.value).toEqual([]);
  });

  it('less than 45 minutes is raised to 45, and a list knows no other change than updated', async () => {
    const made = await ask(5);
    expect(Date.parse(made.body.expirationDateTime)).toBeGreaterThan(Date.now() + 44 * 60_000);
    expect((await ask(60, 'created')).status).toBe(400);
  });
});
