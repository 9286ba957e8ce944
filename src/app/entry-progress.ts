import type { JournalEntry } from '../school/office/journal-entry.record.ts';
import { changesOf } from './journal.ts';
import type { World } from './ports.ts';
import { askerOf, type Refusal } from './which-school.ts';

/** How far something is that was answered before it was carried out. */
export interface EntryProgress {
  readonly kind: 'progress';
  readonly state: JournalEntry['state'];
  /** Records that it saves; 0 where only its state is known any more. */
  readonly items: number;
  /** How many of them stand in the lists. */
  readonly saved: number;
}

/** How far an entry of the journal is, for the person who made it. Throws where the journal cannot be reached. */
export async function entryProgress(
  world: World,
  asked: { readonly school?: string; readonly entry: string; readonly by: string; readonly name?: string },
): Promise<EntryProgress | Refusal | { readonly kind: 'unknown'; readonly says: string }> {
  const asker = await askerOf(world, asked);
  if ('kind' in asker) return asker;
  const { school } = asker;
  const open = school.store.known().journalEntry.get(asked.entry);
  // Memory keeps what is open; what is not there is done, or another server has just written it.
  const [entry] = open ? [open] : await school.store.find('journalEntry', 'recordKey', asked.entry);
  if (entry?.by !== asked.by) return { kind: 'unknown', says: 'There is nothing of yours under this name.' };
  const saves = (open ? changesOf(school, open) : []).flatMap((change) => (change.kind === 'save' ? [change] : []));
  // An item carries the entry that wrote it.
  const known = school.store.known();
  const saved = saves.filter(({ record, key }) => known[record].get(key)?.entry === entry.key).length;
  return { kind: 'progress', state: entry.state, items: saves.length, saved };
}
