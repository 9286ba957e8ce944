import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Standin, startStandin } from '../../src/standin/standin.ts';

const site = 'hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-000000000001,22222222-aaaa-4bbb-8ccc-000000000001';
const dataDir = mkdtempSync(path.join(tmpdir(), 'standin-'));
let standin: Standin;
let provision: string;
let app: string;
let list: string;

async function token(id: string, secret: string): Promise<string> {
  const response = await fetch(`${standin.url}/8f6d1c1e-6a3b-4f0e-9f57-2d1f0a9b7c01/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const body: { access_token: string } = await response.json();
  return body.access_token;
}

interface Reply {
  readonly id?: string;
  readonly eTag?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly value?: readonly { readonly id: string; readonly deleted?: unknown }[];
  readonly responses?: readonly {
    readonly id: string;
    readonly status: number;
    readonly headers: Record<string, string>;
  }[];
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly innerError?: { readonly code?: string };
  };
  readonly '@odata.deltaLink'?: string;
}

async function graph(method: string, where: string, body?: unknown, headers: Record<string, string> = {}, as = app) {
  const response = await fetch(where.startsWith('http') ? where : `${standin.url}/v1.0${where}`, {
    method,
    headers: { Authorization: `Bearer ${as}`, 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : {}) as Reply };
}

const items = () => `/sites/${site}/lists/${list}/items`;
const add = (fields: Record<string, unknown>) => graph('POST', items(), { fields });

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
  provision = await token('9a7c2e44-1d5e-4b89-8a36-5e2f7d4c1f33', 'standin-provision-secret');
  app = await token('3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11', 'standin-api-secret');
}, 60_000);

afterAll(async () => {
  await standin.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

let made = 0;
beforeEach(async () => {
  await fetch(`${standin.url}/standin/faults`, { method: 'DELETE' });
  const created = await graph(
    'POST',
    `/sites/${site}/lists`,
    {
      displayName: `AP Try ${made++}`,
      list: { template: 'genericList' },
      columns: [
        { name: 'RecordKey', indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } },
        { name: 'Month', indexed: true, text: {} },
        { name: 'Note', text: {} },
        { name: 'Session', choice: { choices: ['AM', 'PM'] } },
      ],
    },
    {},
    provision,
  );
  expect(created.status).toBe(201);
  list = String(created.body.id);
});

describe('who may', () => {
  it('a token of nobody is refused with 401', async () => {
    expect((await graph('GET', items(), undefined, {}, 'nonsense')).status).toBe(401);
  });

  it('the app, which holds write on the site, cannot make a list', async () => {
    const refused = await graph('POST', `/sites/${site}/lists`, {
      displayName: 'AP Other',
      list: { template: 'genericList' },
    });
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'accessDenied']);
  });
});

describe('items', () => {
  it('a created item is read back with its fields and an ETag', async () => {
    const created = await add({ Title: 'k1', RecordKey: 'k1', Session: 'AM' });
    const read = await graph('GET', `${items()}/${created.body.id}?$expand=fields`);
    expect(read.body.fields).toMatchObject({ RecordKey: 'k1', Session: 'AM' });
    expect(read.body.eTag).toMatch(/^"[0-9a-f-]+,1"$/);
  });

  it.each([
    ['an unknown column', { Title: 'k', Colour: 'red' }, "Field 'Colour' is not recognized"],
    ['a choice that is not offered', { Title: 'k', Session: 'NIGHT' }, 'not one of the choices'],
    ['a text that is too long', { Title: 'k', Note: 'x'.repeat(256) }, '256 characters'],
    ['a missing required value', { RecordKey: 'k9' }, "field 'Title' is required"],
  ])('%s is refused with 400', async (_what, fields, says) => {
    const refused = await add(fields);
    expect(refused.status).toBe(400);
    expect(refused.body.error?.message).toContain(says);
  });

  it('a unique value is refused a second time, whatever the case of its letters', async () => {
    await add({ Title: 'pl-a', RecordKey: 'pl-a' });
    const refused = await add({ Title: 'PL-A', RecordKey: 'PL-A' });
    expect(refused.status).toBe(400);
    expect(refused.body.error?.message).toContain(
      'duplicate values were found in the following field(s) in the list: [RecordKey]',
    );
  });

  it('a write with the ETag of an older version is refused with 412', async () => {
    const created = await add({ Title: 'k2', RecordKey: 'k2' });
    const fields = `${items()}/${created.body.id}/fields`;
    expect((await graph('PATCH', fields, { Note: 'a' }, { 'If-Match': String(created.body.eTag) })).status).toBe(200);
    const refused = await graph('PATCH', fields, { Note: 'b' }, { 'If-Match': String(created.body.eTag) });
    expect([refused.status, refused.body.error?.code]).toEqual([412, 'resourceModified']);
  });
});

describe('filters', () => {
  it('an indexed column filters', async () => {
    await add({ Title: 'k3', RecordKey: 'k3', Month: '2026-11' });
    await add({ Title: 'k4', RecordKey: 'k4', Month: '2026-12' });
    const found = await graph('GET', `${items()}?$filter=fields/Month eq '2026-11'`);
    expect(found.body.value).toHaveLength(1);
  });

  it('a column without index is refused, and so are two columns', async () => {
    const one = await graph('GET', `${items()}?$filter=fields/Note eq 'a'`);
    expect([one.status, one.body.error?.message]).toEqual([400, expect.stringContaining('is not indexed')]);
    expect((await graph('GET', `${items()}?$filter=fields/Month eq 'a' and fields/RecordKey eq 'b'`)).status).toBe(400);
  });

  it('a predicate over more items than the threshold is refused with 422', async () => {
    await fetch(`${standin.url}/standin/settings`, { method: 'POST', body: JSON.stringify({ threshold: 1 }) });
    await add({ Title: 'k5', RecordKey: 'k5', Month: '2026-11' });
    await add({ Title: 'k6', RecordKey: 'k6', Month: '2026-11' });
    const refused = await graph('GET', `${items()}?$filter=fields/Month eq '2026-11'`);
    await fetch(`${standin.url}/standin/settings`, { method: 'POST', body: JSON.stringify({ threshold: 5000 }) });
    expect([refused.status, refused.body.error?.innerError?.code]).toEqual([422, 'tooManyResources']);
  });
});

describe('delta', () => {
  it('tells what came, changed and went since the token', async () => {
    const start = await graph('GET', `${items()}/delta?token=latest`);
    const kept = await add({ Title: 'k7', RecordKey: 'k7' });
    const gone = await add({ Title: 'k8', RecordKey: 'k8' });
    await graph('DELETE', `${items()}/${gone.body.id}`);
    const delta = await graph('GET', String(start.body['@odata.deltaLink']));
    const value = delta.body.value ?? [];
    expect(value.map((item) => [item.id, item.deleted !== undefined])).toEqual([
      [kept.body.id, false],
      [gone.body.id, true],
    ]);
  });

  it('a token from before a reset is answered 410', async () => {
    const start = await graph('GET', `${items()}/delta?token=latest`);
    const link = String(start.body['@odata.deltaLink']).replace(/token=[^&]*/, 'token=old');
    expect((await graph('GET', link)).status).toBe(410);
  });
});

describe('$batch', () => {
  const part = (id: number, key: string) => ({
    id: String(id),
    method: 'POST',
    url: items(),
    headers: { 'Content-Type': 'application/json' },
    body: { fields: { Title: key, RecordKey: key } },
  });

  it('answers each part by itself, in any order', async () => {
    const answer = await graph('POST', '/$batch', { requests: [part(1, 'b1'), part(2, 'b1')] });
    const responses = answer.body.responses as unknown as { id: string; status: number }[];
    expect(Object.fromEntries(responses.map((one) => [one.id, one.status]))).toEqual({ 1: 201, 2: 400 });
  });

  it('takes twenty parts and refuses twenty-one', async () => {
    const parts = Array.from({ length: 21 }, (_, n) => part(n, `c${n}`));
    expect((await graph('POST', '/$batch', { requests: parts.slice(0, 20) })).status).toBe(200);
    expect((await graph('POST', '/$batch', { requests: parts })).status).toBe(400);
  });

  it('a part can be throttled while its neighbour is saved', async () => {
    const fault = { match: 'POST /v1.0/sites/**', status: 429, retryAfter: 2, times: 1 };
    await fetch(`${standin.url}/standin/faults`, { method: 'POST', body: JSON.stringify(fault) });
    const answer = await graph('POST', '/$batch', { requests: [part(1, 'd1'), part(2, 'd2')] });
    const responses = answer.body.responses as unknown as {
      id: string;
      status: number;
      headers: Record<string, string>;
    }[];
    expect(responses.map((one) => one.status).sort()).toEqual([201, 429]);
    expect(responses.find((one) => one.status === 429)?.headers['Retry-After']).toBe('2');
  });
});

describe('faults', () => {
  it('a dropped answer took effect all the same', async () => {
    const fault = { match: 'POST /v1.0/sites/**', drop: 'after', times: 1 };
    await fetch(`${standin.url}/standin/faults`, { method: 'POST', body: JSON.stringify(fault) });
    await expect(add({ Title: 'e1', RecordKey: 'e1' })).rejects.toThrow();
    expect((await graph('GET', `${items()}?$filter=fields/RecordKey eq 'e1'`)).body.value).toHaveLength(1);
  });

  it('a full disk is said clearly, and reading goes on', async () => {
    await fetch(`${standin.url}/standin/settings`, { method: 'POST', body: JSON.stringify({ diskFull: true }) });
    const refused = await add({ Title: 'f1', RecordKey: 'f1' });
    const read = await graph('GET', items());
    await fetch(`${standin.url}/standin/settings`, { method: 'POST', body: JSON.stringify({ diskFull: false }) });
    expect([refused.status, refused.body.error?.code, read.status]).toEqual([507, 'insufficientStorage', 200]);
  });
});

describe('the clock', () => {
  it('a mover is answered when the follower has finished', async () => {
    const clock: { n: number } = await (await fetch(`${standin.url}/standin/clock`)).json();
    const waiting = fetch(`${standin.url}/standin/clock?after=${clock.n}&follower=f1`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    let moved = false;
    const moving = fetch(`${standin.url}/standin/clock`, {
      method: 'POST',
      body: JSON.stringify({ now: '2026-11-25T08:45:00Z', frozen: true }),
    }).then((response) => {
      moved = true;
      return response.json() as Promise<{ waited: boolean }>;
    });
    const seen: { n: number; now: string } = await (await waiting).json();
    expect(seen).toMatchObject({ n: clock.n + 1, now: '2026-11-25T08:45:00.000Z' });
    expect(moved).toBe(false);
    const hangUp = new AbortController();
    fetch(`${standin.url}/standin/clock?after=${seen.n}&follower=f1`, { signal: hangUp.signal }).catch(() => undefined);
    expect((await moving).waited).toBe(true);
    hangUp.abort();
  });
});
