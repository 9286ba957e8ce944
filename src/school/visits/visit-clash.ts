import { joinKey } from '../../schema/record.ts';
import type { SchoolRecords } from '../records.ts';
import { occupiedBy } from '../reviews/occupied.ts';
import { overlaps, type Slot, timeOf } from '../reviews/slot.ts';
import type { Facts } from '../rule.ts';
import type { Visit } from './visit.record.ts';

/** What a visit takes of somebody's day. */
export type Taking = Partial<Pick<Visit, 'plannedFor' | 'start' | 'end' | 'visitor'>>;

/** "is at a review then (10:00 to 10:45)." of who would go there, from our own records; `undefined` where they are free. */
export function clashOf(facts: Facts, visit: Taking, own?: string): string | undefined {
  const { plannedFor, start, end, visitor } = visit;
  if (visitor === undefined || !start || !end) return undefined;
  const slot = { start: `${plannedFor}T${start}`, end: `${plannedFor}T${end}` };
  const review = occupiedBy(facts.records).find((one) => one.people.has(visitor) && overlaps(one, slot));
  if (review) return `is at a review then (${timeOf(review.start)} to ${timeOf(review.end)}).`;
  const where = visitAt(facts, visitor, slot, own);
  return where === undefined ? undefined : `makes a visit to ${where} then.`;
}

/** "Hill Farm (11:00 to 12:00)": where a planned visit has somebody at a time; `own` is not counted. */
export function visitAt(
  { records }: Pick<Facts, 'records'>,
  person: string,
  slot: Slot,
  own?: string,
): string | undefined {
  const other = visitsOf(records, person).find(
    (one) => one.key !== own && one.start && one.end && overlaps(slotOf(one), slot),
  );
  if (!other) return undefined;
  const where = records.provider.get(other.provider)?.name ?? 'another provider';
  return `${where} (${other.start} to ${other.end})`;
}

/** The planned visits of somebody. */
export function visitsOf(records: SchoolRecords, person: string): readonly Visit[] {
  return records.visit.by('visitor', person).filter(({ stage }) => stage === 'Planned');
}

function slotOf({ plannedFor, start, end }: Visit) {
  return { start: `${plannedFor}T${start}`, end: `${plannedFor}T${end}` };
}

/** A visit that waits in the journal, as JSON came back from the list. */
export interface WaitingVisit {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Visits of open journal entries: planned or changed, waiting with *Undo* or being made. */
export function waitingVisits({ journalEntry }: SchoolRecords): readonly WaitingVisit[] {
  return journalEntry
    .all()
    .filter(({ state }) => state === 'Open')
    .flatMap(({ changes }): readonly unknown[] => (Array.isArray(changes) ? changes : []))
    .flatMap((change) => {
      const { kind, record, key, values } = Object(change);
      return kind === 'save' && record === 'visit' ? [{ key: joinKey(String(key)), values: Object(values) }] : [];
    });
}
