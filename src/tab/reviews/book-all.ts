import type { Clash } from '../../school/reviews/plan-clash.ts';
import type { Outcome } from '../../ui/api/api.ts';
import { batches, bookingOf, type DeskRow, type Sent, troublesIn } from './plan-desk.ts';
import type { Slot } from './slot.ts';

/** What came of *Book all*: bookings that wait with *Undo*, and what was not booked, by row or in sentences for a school. */
export interface Booked {
  readonly sent: readonly Sent[];
  readonly byRow: Readonly<Record<string, string>>;
  readonly says: readonly string[];
}

/**
 * Books rows school by school. A booking that Microsoft 365 did not take (it throttles an app that asks much) is tried once
 * more after the others. `far` is told how many rows have been asked for.
 */
export async function bookAll(
  rows: readonly DeskRow[],
  slotOf: (row: DeskRow) => Slot,
  clashes: ReadonlyMap<string, readonly Clash[]>,
  book: (input: object) => Promise<Outcome>,
  far: (done: number) => void,
): Promise<Booked> {
  const sent: Sent[] = [];
  const byRow: Record<string, string> = {};
  const says = new Set<string>();
  const first = batches(rows);
  const waiting = [...first];
  let done = 0;
  for (let nth = 0; nth < waiting.length; nth += 1) {
    const batch = waiting[nth] ?? [];
    far(done);
    const outcome = await book(bookingOf(batch, slotOf, clashes, waiting.length - 1 - nth));
    if (outcome.kind === 'trouble' && nth < first.length) {
      waiting.push(batch);
      continue;
    }
    done += batch.length;
    if (outcome.kind === 'accepted' && outcome.undoUntil) {
      const reviews = batch.map(({ review }) => review);
      sent.push({ school: batch[0]?.school, entry: outcome.entry, until: outcome.undoUntil, reviews });
      continue;
    }
    const kept = troublesIn(outcome, batch);
    Object.assign(byRow, kept.byRow);
    if (kept.says) says.add(withSchool(batch[0]?.schoolName, kept.says));
  }
  return { sent, byRow, says: [...says] };
}

/** A sentence with the school it is about, where there are several. */
export function withSchool(name: string | undefined, says: string): string {
  return name === undefined ? says : `${name}: ${says}`;
}
