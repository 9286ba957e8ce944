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
