import { afterEach, expect, test, vi } from 'vitest';
import { apiWith } from '../../src/ui/api/api.ts';

const asked: string[] = [];
vi.stubGlobal('fetch', async (path: string) => {
  asked.push(path);
  return Response.json({ asOf: '2026-11-24T09:00:00Z', data: asked.length });
});
afterEach(() => {
  asked.length = 0;
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
});

test('a document that is refused says why', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ message: 'Not yours.', requestId: 'r-1' }, { status: 404 }));
  const asking = apiWith(async () => 'token').fetchDocument('minutes', 're-1');
  await expect(asking).rejects.toMatchObject({ trouble: { says: 'Not yours.', requestId: 'r-1' } });
});
