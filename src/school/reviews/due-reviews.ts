import type { HalfTerm, NotLoaded } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { isDirection } from './direction.ts';
import { inReview } from './in-review.ts';
import type { ReviewKind } from './review.record.ts';
import { dueReviewKey, parseReviewKey } from './review-key.ts';
import { reviewWindow } from './review-window.ts';
import { dayBooked, dayHeld, reviewsOf } from './reviews-of.ts';
import { settlingDay } from './settling.ts';

/** A review that is due in a half term and neither booked nor held. */
export interface DueReviewOf {
  /** RecordKey that it has, or will have once it is booked. */
  readonly review: string;
  readonly placement: Placement;
  readonly kind: ReviewKind;
  /** First and last day in time, both included. */
  readonly first: SchoolDay;
  readonly dueBy: SchoolDay;
}

/**
 * What is to be booked in a half term (clause 8.3; D5, D7, D8): the half-termly review of each placement, the settling one of
 * a placement that starts late in it, and those that stand planned for a day of their own. A sentence where the term dates do not reach.
 */
export function dueReviews(facts: Facts, half: HalfTerm, today: SchoolDay): readonly DueReviewOf[] | NotLoaded {
  const due: DueReviewOf[] = [];
  for (const placement of facts.records.placement.all()) {
    if (!inReview(facts, placement, today)) continue;
    const window = reviewWindow(facts, placement, half, today);
    if (window && 'notLoaded' in window) return window;
    const settling = settlingIn(facts, placement, half, today);
    if (settling) due.push(settling);
    if (!window || window.dueBy < today || isSeenTo(facts, placement, window.first, window.dueBy)) continue;
    due.push({
      review: dueReviewKey({ placement: placement.key, halfTerm: half.key, part: 'halfterm' }),
      placement,
      kind: isDirection(placement) ? 'OSDStatutory' : 'HalfTerm',
      first: window.first,
      dueBy: window.dueBy,
    });
  }
  return [...due, ...plannedIn(facts, half, today)];
}

/**
 * Reviews that stand planned for a day of their own: agreed to at the request of a parent or the authority, or set at the
 * review before. An emergency review is held on the day it is called, and waits for no plan.
 */
function plannedIn({ records, ...facts }: Facts, half: HalfTerm, today: SchoolDay): readonly DueReviewOf[] {
  return records.review.all().flatMap((one): readonly DueReviewOf[] => {
    const placement = records.placement.get(one.placement);
    if (one.stage !== 'Planned' || one.kind === 'Emergency' || one.dueBy === undefined || !placement) return [];
    // What the calendar makes due is found by the calendar.
    if (parseReviewKey(one.key) || one.dueBy < today || one.dueBy < half.firstDay || half.lastDay < one.dueBy)
      return [];
    if (!inReview({ records, ...facts }, placement, today)) return [];
    return [{ review: one.key, placement, kind: one.kind, first: today, dueBy: one.dueBy }];
  });
}

function isSeenTo(facts: Facts, placement: Placement, first: SchoolDay, dueBy: SchoolDay): boolean {
  const within = (day: SchoolDay | undefined) => day !== undefined && first <= day && day <= dueBy;
  return reviewsOf(facts, placement.key, 'halfTerm').some((one) => within(dayHeld(one)) || within(dayBooked(one)));
}

/** School days before its day on which a settling review may be held already: earlier, nothing has settled. */
const settlingEarly = 3;

/** The settling review falls on the tenth school day after the start, or a little before it. */
function settlingIn(facts: Facts, placement: Placement, half: HalfTerm, today: SchoolDay): DueReviewOf | undefined {
  const answer = settlingDay(facts, placement, today);
  if (!answer || 'notLoaded' in answer || answer.day < today) return undefined;
  if (answer.day < half.firstDay || half.lastDay < answer.day) return undefined;
  const seen = facts.records.review
    .by('placement', placement.key)
    .some((one) => one.kind === 'Settling' && (dayHeld(one) ?? dayBooked(one) ?? one.notNeeded) !== undefined);
  if (seen) return undefined;
  const early = facts.calendar.before(answer.day, settlingEarly);
  const started = facts.calendar.halfTermOf(placement.startDate) ?? half;
  return {
    review: dueReviewKey({ placement: placement.key, halfTerm: started.key, part: 'settling' }),
    placement,
    kind: 'Settling',
    first: 'day' in early ? early.day : answer.day,
    dueBy: answer.day,
  };
}
