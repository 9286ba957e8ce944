import { shortDate } from '../calendar/dates.ts';
import type { PlannedStaff, StaffBusy } from './review-plan.types.ts';
import { dayOf, overlaps, type Slot, timeOf } from './slot.ts';

/** A review of a plan where it now stands. */
export interface PlacedReview extends Slot {
  readonly id: string;
  /** "J.S. Y10": within a school nobody else is called so. */
  readonly pupil: string;
  /** Key and name of the school, where several are planned at once. */
  readonly school?: string;
  readonly schoolName?: string;
  /** Mailbox of the room, or a place in words. */
  readonly place?: string;
  readonly staff: readonly PlannedStaff[];
}

/** What is in the way of a review at its time. */
export interface Clash {
  /** "R.E. is at the review of J.S. Y10 (Hillcrest Academy): Thu 3 Dec, 10:00 to 10:45." */
  readonly says: string;
  /** True: it would not be booked. False: a person may decide. */
  readonly refused: boolean;
  /** Entra object id, where it is about somebody of the staff who need not come. */
  readonly without?: string;
}

/**
 * What is in the way of a review where somebody moved it: other reviews of the plan, of whichever school, with the same pupil,
 * room or people, then what else their calendars hold. Who need not come is no hindrance: they are not asked.
 */
export function clashesOf(
  review: PlacedReview,
  others: readonly PlacedReview[],
  busy: readonly StaffBusy[],
): readonly Clash[] {
  const beside = others.filter((other) => other.id !== review.id && overlaps(review, other));
  const pupil = beside.find((other) => other.school === review.school && other.pupil === review.pupil);
  const room = review.place?.includes('@') ? beside.find(({ place }) => place === review.place) : undefined;
  return [
    ...(pupil ? [{ says: `${review.pupil} has another review: ${when(pupil)}.`, refused: true }] : []),
    ...(room ? [{ says: `The room is taken by ${theReview(room)}.`, refused: true }] : []),
    ...review.staff.flatMap((one) => staffClash(review, one, beside, busy) ?? []),
  ];
}

function staffClash(
  review: PlacedReview,
  { id, initials, required }: PlannedStaff,
  beside: readonly PlacedReview[],
  busy: readonly StaffBusy[],
): Clash | undefined {
  const other = beside.find(({ staff }) => staff.some((one) => one.id === id));
  const meeting = busy.find(({ person, ...slot }) => person === id && overlaps(review, slot));
  const what = other ? `is at ${theReview(other)}` : meeting && `has another meeting: ${when(meeting)}`;
  if (what === undefined) return undefined;
  if (!required)
    return { says: `${initials} ${what}. They need not come and are not asked.`, refused: false, without: id };
  return { says: `${initials} ${what}.`, refused: other !== undefined };
}

function theReview(review: PlacedReview): string {
  return `the review of ${review.pupil}${review.schoolName ? ` (${review.schoolName})` : ''}: ${when(review)}`;
}

function when({ start, end }: Slot): string {
  return `${shortDate(dayOf(start))}, ${timeOf(start)} to ${timeOf(end)}`;
}
