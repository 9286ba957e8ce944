import type { RecordName } from '../school/records.ts';
import type { Store } from './ports.ts';

/** Seconds (machine's clock) that a view may be old without saying so. */
const fresh = 30;
/** Seconds after which lists are too old to be shown at all: a day. */
const oldest = 24 * 3600;
/** Milliseconds that a question waits for lists that lag before it is answered from memory. */
const patience = 3_000;
/** Milliseconds after a wait in vain in which nobody waits again: a page asks for several views, and would stand still. */
const rest = 20_000;
/** When somebody last waited for a school's lists in vain, on the machine's clock. */
const inVain = new WeakMap<Store, number>();

/**
 * Brings the lists that a view needs in step where they are more than half a minute old, and answers their age in seconds.
 * While Microsoft 365 does not answer, what is known stands, with its age; where nothing was ever read, it throws.
 */
export async function inStep(store: Store, names: readonly RecordName[]): Promise<number> {
  if (store.ageSeconds(names) <= fresh) return 0;
  const held = store.ageSeconds(names);
  const syncing = store.sync(names);
  if (held > oldest) {
    await syncing;
    return 0;
  }
  const asked = syncing.catch(() => undefined);
  if (Date.now() - (inVain.get(store) ?? 0) >= rest) {
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  }
  const age = store.ageSeconds(names);
  if (age <= fresh) return 0;
  if (Date.now() - (inVain.get(store) ?? 0) >= rest) inVain.set(store, Date.now());
  return Math.round(age);
}
