import type { JournalEntry } from './journal-entry.record.ts';

/** True while an entry still waits and nobody has begun to carry it out: until then it is taken back as if it had not been. */
export function canBeUndone({ state, holdUntil, tries = 0 }: JournalEntry): boolean {
  return state === 'Open' && holdUntil !== undefined && tries === 0;
}
