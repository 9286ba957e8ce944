import type { Change, ChangeResult } from '../school/change.ts';
import type { JournalEntry } from '../school/office/journal-entry.record.ts';
import type { School, World } from './ports.ts';

/** How long a server holds an entry before another may take it over (machine's clock). */
export const LEASE_MS = 60_000;

/** What goes into the journal before anything is carried out. */
export interface NewEntry {
  readonly entry: string;
  readonly action: string;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly about?: string;
  readonly because: string;
  readonly changes: readonly Change[];
}

/** Writes the entry. False when the journal could not be reached: then nothing is saved. */
export async function open(world: World, school: School, fresh: NewEntry): Promise<boolean> {
  const [written] = await school.store.write(fresh.entry, [
    {
      record: 'journalEntry',
      key: fresh.entry,
      seen: null,
      values: {
        action: fresh.action,
        state: 'Open',
        by: fresh.by,
        byName: fresh.byName,
        at: fresh.at,
        about: fresh.about,
        because: fresh.because,
        owner: world.server,
        leaseUntil: lease(),
        changes: fresh.changes,
      },
    },
  ]);
  return written?.outcome === 'saved' || written?.outcome === 'unchanged';
}

/** Notes the results; a done entry is the audit trail. */
export async function close(school: School, entry: string, results: readonly ChangeResult[]): Promise<void> {
  await school.store.write(entry, [
    {
      record: 'journalEntry',
      key: entry,
      seen: 'any',
      values: { state: 'Done', owner: undefined, leaseUntil: undefined, results },
    },
  ]);
}

/** Takes over an entry whose lease has lapsed; false when another server was quicker (its ETag moved). */
export async function takeOver(world: World, school: School, held: JournalEntry): Promise<boolean> {
  if (held.owner !== world.server && Date.parse(held.leaseUntil ?? '1970-01-01T00:00:00Z') > Date.now()) return false;
  const [written] = await school.store.write(`${held.key}~${world.server}`, [
    { record: 'journalEntry', key: held.key, seen: held.version, values: { owner: world.server, leaseUntil: lease() } },
  ]);
  return written?.outcome === 'saved';
}

/** Entries that are not carried out yet, oldest first. */
export function openEntries(school: School): readonly JournalEntry[] {
  return school.store
    .known()
    .journalEntry.by('state', 'Open')
    .slice()
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function lease(): string {
  return `${new Date(Date.now() + LEASE_MS).toISOString().slice(0, 19)}Z`;
}
