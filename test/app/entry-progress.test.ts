import { describe, expect, it } from 'vitest';
import { entryProgress } from '../../src/app/entry-progress.ts';
import type { Store } from '../../src/app/ports.ts';
import type { JournalEntry } from '../../src/school/office/journal-entry.record.ts';
import { schoolRecords } from '../../src/school/records.ts';
import { fakeStore, openEntryOf, worldOf } from './fake-store.ts';

const save = (key: string) => ({ kind: 'save', record: 'setting', key, seen: null, values: { value: 1 } });
const root = openEntryOf('je-1', { changes: [save('a'), { kind: 'redraw', message: 'm-1' }] });
const piece = openEntryOf('je-1|1', { parent: 'je-1', changes: [save('b'), save('c')] });
const setting = (key: string, entry: string) => ({ key, version: '1', entry, value: 1 });

function store(entries: readonly JournalEntry[], inList: readonly JournalEntry[] = []): Store {
  const known = schoolRecords({
    journalEntry: entries,
    setting: [setting('a', 'je-1'), setting('b', 'je-1|closed'), setting('c', 'je-of-another')],
  });
  const find = async (_: string, __: string, key: string) => inList.filter((one) => one.key === key);
  return { ...fakeStore([]), known: () => known, find: find as Store['find'] };
}
const progress = (of: Store, by = 'p-1') => entryProgress(worldOf(of), { entry: 'je-1', by });

describe('how far an entry is', () => {
  it('counts what it saves, in its pieces too, and of it what carries its stamp', async () => {
    expect(await progress(store([root, piece]))).toEqual({ kind: 'progress', state: 'Open', items: 3, saved: 1 });
  });

  it('asks the list where memory does not know it: it is done, or another server has just opened it', async () => {
    const done = { ...root, state: 'Done' as const, changes: undefined };
    expect(await progress(store([], [done]))).toEqual({ kind: 'progress', state: 'Done', items: 0, saved: 0 });
    expect(await progress(store([piece], [{ ...done, state: 'Open' }]))).toMatchObject({ state: 'Open', items: 0 });
  });

  it('is told to nobody but the one who made it', async () => {
    const unknown = { kind: 'unknown', says: 'There is nothing of yours under this name.' };
    expect(await progress(store([root, piece]), 'p-2')).toEqual(unknown);
    expect(await progress(store([], [root]), 'p-2')).toEqual(unknown);
    expect(await progress(store([]))).toEqual(unknown);
  });
});
