import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apiWith } from '../../src/ui/api/api.ts';

const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return Response.json({ asOf: '2026-11-24T09:00:00Z', data: asked.length });
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what was asked ahead serves the first showing, and only that', async () => {
  const api = apiWith(async () => 'token');
  api.ahead('today');
  expect(await api.show('today', { date: undefined })).toMatchObject({ data: 1 });
  expect(await api.show('today', {})).toMatchObject({ data: 2 });
  expect(asked).toEqual(['/api/views/today', '/api/views/today']);
});

test('another day than the one asked ahead is asked by itself', async () => {
  const api = apiWith(async () => 'token');
  api.ahead('today');
  await api.show('today', { date: '2026-11-23' });
  expect(asked).toEqual(['/api/views/today', '/api/views/today?date=2026-11-23']);
});

test('an answer that has waited too long is asked again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const api = apiWith(async () => 'token');
  api.ahead('today');
  vi.setSystemTime(Date.now() + 5_001);
  await api.show('today', {});
  expect(asked).toHaveLength(2);
});

test('a document comes under the name that the server gives it, also with letters beyond ASCII', async () => {
  const named = [
    ['attachment; filename="AP review J.S. Y10.docx"', 'AP review J.S. Y10.docx'],
    [`attachment; filename="AP review ?.S.docx"; filename*=UTF-8''AP%20review%20%C3%89.S.docx`, 'AP review É.S.docx'],
  ];
  for (const [disposition = '', name] of named) {
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      return new Response('bytes', { headers: { 'content-disposition': disposition } });
    });
    const handed = await apiWith(async () => 'token').fetchDocument('minutes', 'pl-1|half|halfterm');
    expect([handed.name, await handed.file.text()]).toEqual([name, 'bytes']);
  }
  expect(asked[0]).toBe('/api/documents/minutes/pl-1%7Chalf%7Chalfterm');
  await apiWith(async () => 'token', 'sch-01').fetchDocument('minutes', 're-1');
  expect(asked.at(-1)).toBe('/api/documents/minutes/re-1?school=sch-01');
});

test('a document that is refused says why', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ message: 'Not yours.', requestId: 'r-1' }, { status: 404 }));
  const asking = apiWith(async () => 'token').fetchDocument('minutes', 're-1');
  await expect(asking).rejects.toMatchObject({ trouble: { says: 'Not yours.', requestId: 'r-1' } });
});

test('of a person with several schools every view names the one that was chosen, and another where it is asked for', async () => {
  const api = apiWith(async () => 'token', 'sch-01');
  api.ahead('me');
  await api.show('me', {});
  await api.show('reviews', { school: undefined });
  await api.show('reviews', { school: 'sch-02' });
  expect(asked).toEqual([
    '/api/views/me?school=sch-01',
    '/api/views/reviews?school=sch-01',
    '/api/views/reviews?school=sch-02',
  ]);
});

test('a plan for several schools comes in pieces, says how far it is, and an end that is missing is said', async () => {
  const answer = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const stream = new ReadableStream({
      start(controller) {
        // Cut in the middle of a line, as a network does.
        controller.enqueue(bytes.slice(0, 30));
        controller.enqueue(bytes.slice(30));
        controller.close();
      },
    });
    vi.stubGlobal('fetch', async () => new Response(stream));
  };
  const progress = [1, 2].map((done) => ({ part: 'planning', done, of: 2 }));
  const lines = progress.map((one) => JSON.stringify({ progress: one })).join('\n');
  const seen: unknown[] = [];
  answer(`${lines}\n{"plans":[{"school":"sch-01"}]}\n`);
  const plans = await apiWith(async () => 'token').planSchools((one) => seen.push(one));
  expect(plans).toEqual([{ school: 'sch-01' }]);
  expect(seen).toEqual(progress);
  answer(`${lines}\n`);
  await expect(apiWith(async () => 'token').planSchools(() => undefined)).rejects.toThrow('did not come to an end');
});
