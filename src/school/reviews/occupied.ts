import { joinKey } from '../../schema/record.ts';
import type { SchoolRecords } from '../records.ts';
import { type Slot, slotWords } from './slot.ts';

/** A time that is taken by a review: booked, or waiting in the journal to be booked. */
export interface Occupied extends Slot {
  readonly review: string;
  readonly pupil: string;
  /** Entra object ids of staff, and the persons behind contacts, the same for siblings. */
  readonly people: ReadonlySet<string>;
  readonly place?: string;
  /** True while it waits in the journal, or is being made. */
  readonly waits: boolean;
  /** Key of the journal entry with which it waits. */
  readonly entry?: string;
}

/** Every time that reviews take, with whom. */
export function occupiedBy(records: SchoolRecords): readonly Occupied[] {
  const booked = records.review
    .all()
    .filter(({ stage }) => stage === 'Booked')
    .map(
      ({ key, pupil, scheduledFor, start, end, place }): Occupied => ({
        review: key,
        pupil,
        start: `${scheduledFor}T${start}`,
        end: `${scheduledFor}T${end}`,
        place,
        people: new Set(
          records.invitee
            .by('review', key)
            .flatMap(({ person, contact }) => person ?? (contact ? personBehind(records, contact) : [])),
        ),
        waits: false,
      }),
    );
  return [...booked, ...waiting(records)];
}

/** "It is booked for Thu 14 May at 14:00", or that it is being booked for then. */
export function standsInWords(slot: Occupied): string {
  return `${slot.waits ? 'It is being booked' : 'It is booked'} for ${slotWords(slot)}`;
}

/** Who is behind a contact's key; any other key is its own person. */
export function personBehind(records: SchoolRecords, key: string): string {
  return records.contact.get(key)?.person ?? key;
}

/** Bookings of open journal entries, as JSON came back from the list. */
function waiting(records: SchoolRecords): readonly Occupied[] {
  const { journalEntry } = records;
  const open = (key: string) => journalEntry.get(key)?.state === 'Open';
  const entries = journalEntry.all().filter(({ key, parent }) => open(key) && (parent === undefined || open(parent)));
  const changes = entries.flatMap(({ key: entry, changes }) =>
    (Array.isArray(changes) ? changes : []).map((change: unknown) => ({ entry, change })),
  );
  const saves = new Map(
    changes.flatMap(({ change }) => {
      const { kind, record, key, values } = Object(change);
      return kind === 'save' && record === 'review' ? [[String(key), Object(values)] as const] : [];
    }),
  );
  return changes.flatMap(({ entry, change }) => {
    const { kind, review, start, end, place, people } = Object(change);
    if (kind !== 'book' || typeof review !== 'string') return [];
    return [
      {
        review: joinKey(review),
        pupil: String(saves.get(review)?.pupil ?? ''),
        start: String(start),
        end: String(end),
        people: new Set(Array.isArray(people) ? people.map(String) : []),
        ...(typeof place === 'string' ? { place } : {}),
        waits: true,
        entry,
      },
    ];
  });
}
