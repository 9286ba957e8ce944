import { shortDate } from '../calendar/dates.ts';
import { flexiReview } from '../flexi-schooling/flexi-review.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { lastDayOf } from './in-review.ts';
import { reviewWindows } from './review-window.ts';
import { dayBooked, dayHeld, reviewsOf } from './reviews-of.ts';

/** The last day in time for a pupil's next review, and the sentence that says so. */
export interface NextReview {
  readonly due: SchoolDay;
  readonly says: string;
}

/** In what span a review of which clause counts. */
export interface NextWindow {
  readonly first: SchoolDay;
  readonly dueBy: SchoolDay;
  readonly clause: string;
}

/**
 * The day by which the next review of the pupil's placements is due: half-termly (clause 8.3; D7, D8), termly for
 * flexi-schooling (10.6; D16), the earliest where there are several. One that was held is done; one that is booked is named.
 */
export function nextReviewOf(facts: Facts, pupil: string, today: SchoolDay): NextReview | undefined {
  return facts.records.placement
    .by('pupil', pupil)
    .filter(({ stage }) => stage === 'Active' || stage === 'Paused' || stage === 'Approved')
    .flatMap((placement) => nextOf(facts, placement, today) ?? [])
    .toSorted((a, b) => a.due.localeCompare(b.due))[0];
}

function nextOf(facts: Facts, placement: Placement, today: SchoolDay): NextReview | undefined {
  const next = nextWindowOf(facts, placement, today);
  if (!next) return undefined;
  const booked = countingReviews(facts, placement)
    .flatMap((one) => (within(next, dayBooked(one)) ? (dayBooked(one) ?? []) : []))
    .toSorted()[0];
  const by = `due by ${shortDate(next.dueBy)} (${next.clause}).`;
  return { due: next.dueBy, says: booked ? `Review on ${shortDate(booked)}, ${by}` : `Review ${by}` };
}

/** The window of the next review that a placement needs from a day on and has not had; `undefined` where the term dates hold none. */
export function nextWindowOf(facts: Facts, placement: Placement, today: SchoolDay): NextWindow | undefined {
  const reviews = countingReviews(facts, placement);
  return windowsOf(facts, placement, today)
    .filter(({ dueBy }) => dueBy >= today)
    .find((window) => !reviews.some((one) => within(window, dayHeld(one))));
}

function countingReviews(facts: Facts, { key, legalBasis }: Placement) {
  return reviewsOf(facts, key, legalBasis === 'FLEXI' ? 'placement' : 'halfTerm');
}

function within({ first, dueBy }: Pick<NextWindow, 'first' | 'dueBy'>, day: SchoolDay | undefined): boolean {
  return day !== undefined && first <= day && day <= dueBy;
}

function windowsOf(facts: Facts, placement: Placement, today: SchoolDay): readonly NextWindow[] {
  if (placement.legalBasis !== 'FLEXI') {
    const windows = reviewWindows(facts, placement, today);
    return 'notLoaded' in windows ? [] : windows.map(({ first, dueBy }) => ({ first, dueBy, clause: '8.3' }));
  }
  const span = { from: placement.startDate, to: lastDayOf(facts, placement, today) };
  const term = placement.stage === 'Approved' ? undefined : flexiReview(facts.calendar, span, today);
  return term && !('notLoaded' in term) ? [{ first: term.first, dueBy: term.dueBy, clause: '10.6' }] : [];
}
