import type { JournalEntry } from '../school/office/journal-entry.record.ts';
import type { PastWanted } from '../school/view.ts';
import type { Store } from './ports.ts';

/** Milliseconds for which what was read is told again without asking: a page asks every 15 s. */
const fresh = 60_000;
/** Milliseconds that a question waits for the journal before it is answered without. */
const patience = 3_000;
/** Entries looked up by their own key at most; the rest is older than what anybody asks for. */
const most = 12;

interface Held {
  readonly at: number;
  readonly entries: Promise<readonly JournalEntry[]>;
}
const held = new WeakMap<Store, Map<string, Held>>();

/**
 * Journal entries that are done, which the mirror does not keep: those about one thing, and those named. Undefined where
 * none were asked for, or Microsoft 365 does not answer: the view then says so.
 */
export async function pastOf(
  store: Store,
  wanted: PastWanted | undefined,
): Promise<readonly JournalEntry[] | undefined> {
  if (!wanted) return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience).unref());
  return await Promise.race([read(store, wanted).catch(() => undefined), late]);
}

/** Somebody wrote about this: the next question asks anew. */
export function forgetPast(store: Store, about: string | undefined): void {
  if (about !== undefined) held.get(store)?.delete(about);
}

async function read(store: Store, { about, entries }: PastWanted): Promise<readonly JournalEntry[]> {
  const own = await once(store, about, () => store.find('journalEntry', 'about', about));
  const missing = entries.filter((key) => !own.some((entry) => entry.key === key)).slice(0, most);
  const others = await Promise.all(
    missing.map((key) => once(store, key, () => store.find('journalEntry', 'recordKey', key))),
  );
  return [...own, ...others.flat()];
}

function once(
  store: Store,
  key: string,
  ask: () => Promise<readonly JournalEntry[]>,
): Promise<readonly JournalEntry[]> {
  const ofStore = held.get(store) ?? new Map<string, Held>();
  held.set(store, ofStore);
  const now = Date.now();
  for (const [of, { at }] of ofStore) if (now - at > fresh) ofStore.delete(of);
  const kept = ofStore.get(key);
  if (kept) return kept.entries;
  const entries = ask();
  // What failed is not kept.
  entries.catch(() => ofStore.delete(key));
  ofStore.set(key, { at: now, entries });
  return entries;
}
