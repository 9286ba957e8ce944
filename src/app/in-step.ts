import type { RecordName } from '../school/records.ts';
import type { Store } from './ports.ts';

/** Seconds (machine's clock) that a view may be old without saying so. */
const fresh = 30;
/** Seconds after which lists are too old to be shown at all: a day. */
const oldest = 24 * 3600;
/** Milliseconds that a question waits for lists that lag before it is answered from memory. */
const patience = 3_000;

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
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience).unref());
  await Promise.race([syncing.catch(() => 'late'), late]);
  const age = store.ageSeconds(names);
  return age <= fresh ? 0 : Math.round(age);
}
