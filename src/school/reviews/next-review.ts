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
interface Window {
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
  const reviews = reviewsOf(facts, placement.key, placement.legalBasis === 'FLEXI' ? 'placement' : 'halfTerm');
  const within = ({ first, dueBy }: Window, day: SchoolDay | undefined) =>
    day !== undefined && first <= day && day <= dueBy;
  const next = windowsOf(facts, placement, today)
    .filter(({ dueBy }) => dueBy >= today)
    .find((window) => !reviews.some((one) => within(window, dayHeld(one))));
  if (!next) return undefined;
  const booked = reviews.flatMap((one) => (within(next, dayBooked(one)) ? (dayBooked(one) ?? []) : [])).toSorted()[0];
  const by = `due by ${shortDate(next.dueBy)} (${next.clause}).`;
  return { due: next.dueBy, says: booked ? `Review on ${shortDate(booked)}, ${by}` : `Review ${by}` };
}

function windowsOf(facts: Facts, placement: Placement, today: SchoolDay): readonly Window[] {
  if (placement.legalBasis !== 'FLEXI') {
    const windows = reviewWindows(facts, placement, today);
    return 'notLoaded' in windows ? [] : windows.map(({ first, dueBy }) => ({ first, dueBy, clause: '8.3' }));
  }
  const span = { from: placement.startDate, to: lastDayOf(facts, placement, today) };
  const term = placement.stage === 'Approved' ? undefined : flexiReview(facts.calendar, span, today);
  return term && !('notLoaded' in term) ? [{ first: term.first, dueBy: term.dueBy, clause: '10.6' }] : [];
}
