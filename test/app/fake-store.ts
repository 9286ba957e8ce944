import type { School, Store, World, Write, Written } from '../../src/app/ports.ts';
import type { JournalEntry } from '../../src/school/office/journal-entry.record.ts';
import { type RecordName, schoolRecords } from '../../src/school/records.ts';

/** A store over plain journal entries; every write is noted and answered as the test says. */
export function fakeStore(
  entries: readonly JournalEntry[],
  answer: (write: Write, entry: string) => Written = () => ({ outcome: 'saved', version: '2' }),
): Store & { readonly written: (Write & { readonly stamp: string })[]; readonly synced: RecordName[][]; age: number } {
  const written: (Write & { readonly stamp: string })[] = [];
  const synced: RecordName[][] = [];
  const store = {
    school: 'sch-trial',
    written,
    synced,
    age: 0,
    known: () => schoolRecords({ journalEntry: entries }),
    ageSeconds: () => store.age,
    sync: async (names: readonly RecordName[]) => {
      synced.push([...names]);
      store.age = 0;
    },
    find: async () => [],
    write: async (stamp: string, writes: readonly Write[]) => {
      written.push(...writes.map((one) => ({ ...one, stamp })));
      return writes.map((one) => answer(one, stamp));
    },
    unreadable: () => [],
    cost: () => ({ requests: 0, units: 0 }),
  };
  return store;
}

/** A world of one school; its clock stands at nine on a Tuesday. */
export function worldOf(store: Store): World & { readonly school: School } {
  const school: School = { key: 'sch-trial', store };
  return {
    school,
    schools: () => [school],
    directory: { find: async () => undefined },
    clock: { now: () => '2026-11-24T09:00:00Z', wakeAt: () => new Promise(() => undefined) },
    server: 'trial',
  };
}

/** An open entry that saves one call, its lease lapsed. */
export function openEntryOf(key: string, more: Partial<JournalEntry> = {}): JournalEntry {
  return {
    key,
    version: '1',
    action: 'record-contact',
    state: 'Open',
    by: 'p-1',
    at: '2026-11-24T08:55:00Z',
    leaseUntil: '2026-11-24T08:56:00Z',
    changes: [{ kind: 'save', record: 'setting', key: `setting-${key}`, seen: null, values: { value: 1 } }],
    ...more,
  };
}
