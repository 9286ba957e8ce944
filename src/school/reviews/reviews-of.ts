import type { SchoolDay } from '../moment.ts';
import type { Facts } from '../rule.ts';
import type { Review, ReviewKind } from './review.record.ts';

/** What a review of each kind stands for. */
export const standsFor = {
  HalfTerm: { placement: true, halfTerm: true, direction: false },
  // Booked because a start late in a half term goes without a half-termly review: it never stands for one (D8).
  Settling: { placement: true, halfTerm: false, direction: false },
  OSDStatutory: { placement: true, halfTerm: true, direction: true },
  ParentRequested: { placement: true, halfTerm: true, direction: true },
  LARequested: { placement: true, halfTerm: true, direction: true },
  Emergency: { placement: true, halfTerm: true, direction: false },
  // Reviews of another plan than the placement, led by others.
  PEP: { placement: false, halfTerm: false, direction: false },
  EHCPAnnual: { placement: false, halfTerm: false, direction: false },
  Termly: { placement: true, halfTerm: false, direction: false },
  Final: { placement: true, halfTerm: true, direction: false },
} as const satisfies Readonly<Record<ReviewKind, Readonly<Record<Purpose, boolean>>>>;

/** Whether a review counts as one of the placement at all, as a half-termly one (D7), as one of the direction (D4–D6). */
export type Purpose = 'placement' | 'halfTerm' | 'direction';

/** The reviews of a placement that stand for what is asked. */
export function reviewsOf(facts: Facts, placement: string, purpose: Purpose): readonly Review[] {
  return facts.records.review.by('placement', placement).filter(({ kind }) => standsFor[kind][purpose]);
}

/** The day on which a review was held; `undefined` while nobody has said that it was. */
export function dayHeld({ stage, heldOn, scheduledFor }: Review): SchoolDay | undefined {
  return stage === 'Held' ? (heldOn ?? scheduledFor) : undefined;
}

/** The day for which a review is booked; `undefined` for one that is only planned, or over. */
export function dayBooked({ stage, scheduledFor }: Review): SchoolDay | undefined {
  return stage === 'Booked' ? scheduledFor : undefined;
}

/** The last of these reviews held by a day. */
export function lastHeld(reviews: readonly Review[], by: SchoolDay): Review | undefined {
  return reviews
    .filter((one) => (dayHeld(one) ?? '9999') <= by)
    .toSorted((a, b) => (dayHeld(a) ?? '').localeCompare(dayHeld(b) ?? ''))
    .at(-1);
}

/** The next of these reviews booked for a day or later. */
export function nextBooked(reviews: readonly Review[], from: SchoolDay): Review | undefined {
  return reviews
    .filter((one) => (dayBooked(one) ?? '') >= from)
    .toSorted((a, b) => (dayBooked(a) ?? '').localeCompare(dayBooked(b) ?? ''))[0];
}
