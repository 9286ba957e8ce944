import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesOf } from '../../src/microsoft365/files.ts';
import { connectGraph } from '../../src/microsoft365/graph.ts';
import { expectContractKept, openTrial, type Trial } from '../standin/trial.ts';

let trial: Trial;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const path = 'AP minutes/2026-27/AP review J.S. Y10 #1 50%.docx';
const bytes = (length: number) => Uint8Array.from({ length }, (_, nth) => (nth * 7 + 13) % 256);

function files(patienceSeconds?: number, site = trial.site) {
  const graph = connectGraph({
    graphUrl: trial.standin.url,
    token: async () => trial.tokens.app,
    userAgent: 'NONISV|AlternativeProvision|Test/1.0',
    patienceSeconds,
  });
  return filesOf(graph, site);
}

const drive = () => `/sites/${trial.site}/drive`;
const folder = async () => (await trial.graph('GET', `${drive()}/root:/AP%20minutes/2026-27`)).body;
const inFolder = async () => (await trial.graph('GET', `${drive()}/items/${(await folder()).id}/children`)).body.value;
const fault = (body: Readonly<Record<string, unknown>>) => trial.control('POST', '/faults', body);

beforeAll(async () => {
  trial = await openTrial();
}, 60_000);
beforeEach(() => trial.control('DELETE', '/faults'));
afterAll(async () => {
  await trial.control('DELETE', '/faults');
  await expectContractKept(trial);
  await trial.stop();
});

describe('a file in the library of the site', () => {
  it('is put where its folders are made on the way, and read back byte for byte', async () => {
    const content = bytes(70_000);
    expect(await files().keep(path, content.subarray(1_000), word)).toEqual({ ok: true });
    expect(await files().read(path)).toEqual(content.subarray(1_000));
    expect((await inFolder()).map(({ name, size }) => [name, size])).toEqual([[path.split('/').at(-1), 69_000]]);
  });

  it('takes the place of the one that has the name: put twice there is one', async () => {
    expect(await files().keep(path, bytes(10), word)).toEqual({ ok: true });
    expect(await files().read(path)).toEqual(bytes(10));
    expect(await inFolder()).toHaveLength(1);
  });

  it('that is not there is undefined', async () => {
    expect(await files().read('AP minutes/2026-27/nothing.docx')).toBeUndefined();
  });

  it('is put again where the answer was a throttle, within its patience', async () => {
    await fault({ match: 'PUT /v1.0/**', status: 429, retryAfter: 1, times: 1 });
    expect(await files().keep(path, bytes(20), word)).toEqual({ ok: true });
    expect(await files().read(path)).toEqual(bytes(20));
  });

  it('waits for later where the throttle is longer than the patience, or no answer comes', async () => {
    await fault({ match: 'PUT /v1.0/**', status: 429, retryAfter: 60, times: 1 });
    const says = 'SharePoint does not answer. It is tried again.';
    expect(await files(1).keep(path, bytes(5), word)).toEqual({ ok: false, again: true, says });
    await fault({ match: 'PUT /v1.0/**', drop: 'after', times: 1 });
    expect(await files(1).keep(path, bytes(5), word)).toEqual({ ok: false, again: true, says });
    expect(await files().read(path)).toEqual(bytes(5));
  });

  it('waits, and says what IT can do, where the library is full, forbidden or not there', async () => {
    for (const [status, says] of [
      [507, 'The school’s site is full. Ask IT to make room; then it is done by itself.'],
      [
        403,
        'The app may not write into the library of the school’s site. Ask IT to allow it; then it is done by itself.',
      ],
      [404, 'The school’s site has no document library. Ask IT to add one; then it is done by itself.'],
    ] as const) {
      await fault({ match: 'PUT /v1.0/**', status, times: 1 });
      expect(await files().keep(path, bytes(5), word)).toEqual({ ok: false, again: true, says });
    }
  });

  it('is refused for good where its name is none', async () => {
    const answer = await files().keep('AP minutes/a:b?.docx', bytes(5), word);
    expect(answer).toMatchObject({ ok: false, again: false });
  });
});
