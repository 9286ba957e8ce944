import { expect, it, vi } from 'vitest';
import { forgetPast, pastOf } from '../../src/app/past.ts';
import type { JournalEntry } from '../../src/school/office/journal-entry.record.ts';
import { fakeStore, openEntryOf } from './fake-store.ts';

/** A store that answers finds with these entries, and notes what it was asked. */
function storeOf(entries: readonly JournalEntry[]) {
  const asked: string[] = [];
  const store = fakeStore([]);
  const find = async (_: string, field: string, value: string): Promise<readonly never[]> => {
    asked.push(`${field} ${value}`);
    return entries.filter((entry) => (field === 'about' ? entry.about : entry.key) === value) as never[];
  };
  return { store: { ...store, find }, asked };
}

const done = (key: string, about: string) => openEntryOf(key, { state: 'Done', about });

it('reads what is about a pupil, and only those named entries that were not among it; for a minute nothing is asked again', async () => {
  vi.useFakeTimers();
  const { store, asked } = storeOf([done('je-1', 'pu-1'), done('je-2', 'pupils')]);
  const wanted = { about: 'pu-1', entries: ['je-1', 'je-2'] };
  expect((await pastOf(store, wanted))?.map(({ key }) => key)).toEqual(['je-1', 'je-2']);
  await pastOf(store, wanted);
  expect(asked).toEqual(['about pu-1', 'recordKey je-2']);
  forgetPast(store, 'pu-1');
  await pastOf(store, wanted);
  expect(asked).toEqual(['about pu-1', 'recordKey je-2', 'about pu-1']);
  await vi.advanceTimersByTimeAsync(60_001);
  await pastOf(store, wanted);
  expect(asked).toHaveLength(5);
  vi.useRealTimers();
});

it('is nothing known while Microsoft 365 fails or keeps silent, and a failure is not remembered', async () => {
  const { store } = storeOf([done('je-1', 'pu-1')]);
  const failing: typeof store = { ...store, find: () => Promise.reject(new Error('503')) };
  expect(await pastOf(failing, { about: 'pu-1', entries: [] })).toBeUndefined();
  failing.find = store.find;
  expect(await pastOf(failing, { about: 'pu-1', entries: [] })).toHaveLength(1);
  expect(await pastOf(store, undefined)).toBeUndefined();
});
