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
