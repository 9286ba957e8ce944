import type { SchoolRecords } from '../records.ts';
import { waitingVisits } from '../visits/visit-clash.ts';
import { occupiedBy } from './occupied.ts';
import { overlaps, type Slot, slotWords, timeOf } from './slot.ts';

/**
 * A time that is taken at another school of the trust. It says who and when and nothing of a pupil or a place: those are that
 * school's business.
 */
export interface TakenElsewhere extends Slot {
  readonly what: 'review' | 'visit';
  /** Entra object ids of staff; what else stands here is known at that school alone. */
  readonly people: ReadonlySet<string>;
  /** Mailbox of the room. */
  readonly room?: string;
}

/** Lists of a school from which another school learns when people are taken. */
export const takenNeeds = ['review', 'invitee', 'visit', 'journalEntry', 'contact'] as const;

/** What a school tells the others: when its reviews and visits take people and rooms, those too that wait to be booked. */
export function takenAt(records: SchoolRecords): readonly TakenElsewhere[] {
  const reviews = occupiedBy(records).map(({ start, end, people, place }): TakenElsewhere => {
    return { what: 'review', start, end, people, ...(place?.includes('@') ? { room: place } : {}) };
  });
  const visits = [...records.visit.all(), ...waitingVisits(records).map(({ values }) => values)].flatMap((visit) => {
    const { stage, visitor, plannedFor, start, end } = visit;
    if (stage !== 'Planned' || !visitor || !plannedFor || !start || !end) return [];
    const slot = { start: `${plannedFor}T${start}`, end: `${plannedFor}T${end}` };
    return [{ what: 'visit' as const, ...slot, people: new Set([String(visitor)]) }];
  });
  return [...reviews, ...visits];
}

/** "is at a review of another school on Thu 3 Dec at 10:00 (until 10:45)" of a member of staff; `undefined` where nothing there takes them. */
export function elsewhereAt(taken: readonly TakenElsewhere[], person: string, wanted: Slot): string | undefined {
  const other = taken.find((one) => one.people.has(person) && overlaps(wanted, one));
  if (!other) return undefined;
  const doing = other.what === 'review' ? 'is at a review of' : 'makes a visit for';
  return `${doing} another school on ${slotWords(other)} (until ${timeOf(other.end)})`;
}

/** The time in which another school has a room, given by its mailbox. */
export function roomElsewhere(taken: readonly TakenElsewhere[], room: string, wanted: Slot): Slot | undefined {
  return taken.find((one) => one.room === room && overlaps(wanted, one));
}
