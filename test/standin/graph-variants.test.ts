import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { usualSettings } from '../../src/standin/graph/settings.ts';
import { type Standin, startStandin } from '../../src/standin/standin.ts';

const site = 'hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-000000000001,22222222-aaaa-4bbb-8ccc-000000000001';
const tenant = '8f6d1c1e-6a3b-4f0e-9f57-2d1f0a9b7c01';
const dataDir = mkdtempSync(path.join(tmpdir(), 'standin-variants-'));
let standin: Standin;
let provision: string;
let list: string;
let made = 0;

beforeAll(async () => {
  standin = await startStandin({
    dataDir,
    port: 0,
    botEndpoint: 'http://127.0.0.1:9/',
    appUrl: '',
    scenarioCommand: '',
    scenario: 'empty',
  });
  await standin.reset('empty');
  const answer = await fetch(`${standin.url}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: '9a7c2e44-1d5e-4b89-8a36-5e2f7d4c1f33',
      client_secret: 'standin-provision-secret',
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const body: { access_token: string } = await answer.json();
  provision = body.access_token;
}, 60_000);
afterAll(async () => {
  await standin.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  await set({ ...usualSettings });
  const created = await graph('POST', `/sites/${site}/lists`, {
    displayName: `AP Variants ${made++}`,
    list: { template: 'genericList' },
    columns: [
      { name: 'RecordKey', indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } },
      { name: 'Note', text: {} },
    ],
  });
  list = String(created.body.id);
});

interface Reply {
  readonly id?: string;
  readonly value?: readonly { readonly id: string; readonly eTag?: string }[];
  readonly error?: { readonly code: string; readonly message: string };
  readonly '@odata.deltaLink'?: string;
}

async function set(settings: object): Promise<void> {
  await fetch(`${standin.url}/standin/settings`, { method: 'POST', body: JSON.stringify(settings) });
}
async function graph(method: string, where: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(where.startsWith('http') ? where : `${standin.url}/v1.0${where}`, {
    method,
    headers: { Authorization: `Bearer ${provision}`, 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const reply: Reply = text ? JSON.parse(text) : {};
  return { status: answer.status, headers: answer.headers, body: reply };
}
const items = () => `/sites/${site}/lists/${list}/items`;
const add = (key: string) => graph('POST', items(), { fields: { Title: key, RecordKey: key } });

describe('what tenants do differently', () => {
  it('a broken unique column is answered 400 or 409, a stale version 412 or 409', async () => {
    const first = await add('k1');
    expect((await add('K1')).status).toBe(400);
    const stale = { 'If-Match': '"00000000-0000-0000-0000-000000000000,9"' };
    const where = `${items()}/${first.body.id}/fields`;
    expect((await graph('PATCH', where, { Note: 'x' }, stale)).status).toBe(412);
    await set({ uniqueViolation: '409', staleEtag: '409' });
    expect((await add('K1')).status).toBe(409);
    expect((await graph('PATCH', where, { Note: 'x' }, stale)).status).toBe(409);
  });

  it('a delta tells an item twice, or the latest change first', async () => {
    const start = String((await graph('GET', `${items()}/delta?token=latest`)).body['@odata.deltaLink']);
    const [one, two] = [await add('k1'), await add('k2')];
    await graph('PATCH', `${items()}/${one.body.id}/fields`, { Note: 'changed' });
    const ids = async () => ((await graph('GET', start)).body.value ?? []).map(({ id }) => id);
    const usual = await ids();
    expect(usual.toSorted()).toEqual([one.body.id, two.body.id].toSorted());
    await set({ deltaOutOfOrder: true });
    expect(await ids()).toEqual([...usual].reverse());
    await set({ deltaOutOfOrder: false, deltaDuplicates: true });
    expect((await ids()).filter((id) => id === one.body.id)).toHaveLength(2);
  });

  it('a delta token that is too old is answered 410', async () => {
    const start = String((await graph('GET', `${items()}/delta?token=latest`)).body['@odata.deltaLink']);
    await set({ deltaLifetime: 0 });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await graph('GET', start)).status).toBe(410);
  });

  it('a list with more items than the limit takes no new index; with as many it does', async () => {
    await set({ lateIndexLimit: 2 });
    await add('k1');
    await add('k2');
    const index = (name: string) =>
      graph('POST', `/sites/${site}/lists/${list}/columns`, { name, indexed: true, text: {} });
    expect((await index('Early')).status).toBe(201);
    await add('k3');
    expect((await index('Late')).status).toBeGreaterThanOrEqual(400);
    expect((await graph('POST', `/sites/${site}/lists/${list}/columns`, { name: 'Plain', text: {} })).status).toBe(201);
  });

  it('what is left of the minute is told when it grows short, and after it a 429 with the time to come back, or without', async () => {
    await set({ unitsPerMinute: 1 });
    const refused = await graph('GET', items());
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    await set({ retryAfterHeader: false });
    expect((await graph('GET', items())).headers.get('retry-after')).toBeNull();
    await set({ unitsPerMinute: 1_000_000, retryAfterHeader: true });
    expect((await graph('GET', items())).headers.get('ratelimit-remaining')).toBeNull();
  });
});
