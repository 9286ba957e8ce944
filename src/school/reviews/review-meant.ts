import type { Problem } from '../../schema/parse.ts';
import { shortDate } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { isDirection } from './direction.ts';
import type { Review, ReviewKind } from './review.record.ts';
import { parseReviewKey } from './review-key.ts';
import { reviewWindow } from './review-window.ts';
import { settlingDay } from './settling.ts';

/** The review that somebody wants to book: one that is kept, or one that the calendar makes due. */
export interface ReviewMeant {
  readonly key: string;
  readonly placement: Placement;
  readonly kind: ReviewKind;
  readonly halfTerm?: string;
  /** First day on which it counts. */
  readonly first?: SchoolDay;
  readonly dueBy?: SchoolDay;
  /** Its row, where there is one. */
  readonly stands?: Review;
}

/** The fields of a review's row that say which review it is. */
export function whichReview({ placement, kind, halfTerm, dueBy }: ReviewMeant) {
  return { placement: placement.key, pupil: placement.pupil, kind, halfTerm, dueBy };
}

/** Finds the review of a key; a problem where it is over, or nothing of the kind is due. */
export function reviewMeant(facts: Facts, key: string, today: SchoolDay): ReviewMeant | Problem {
  const field = 'review';
  const stands = facts.records.review.get(key);
  const due = parseReviewKey(key.toLowerCase());
  const placement = facts.records.placement.get(stands?.placement ?? due?.placement ?? '');
  if (!placement || (!stands && !due)) return { field, says: 'There is no such review.' };
  if (stands?.stage === 'Held') return { field, says: 'This review has been held.' };
  const computed = due ? dueReview(facts, placement, due, today) : undefined;
  if (computed && 'says' in computed) return { field, says: computed.says };
  if (placement.stage === 'Ended' || placement.stage === 'Cancelled') {
    const last = placement.actualEnd;
    return { field, says: last ? `The placement ended on ${shortDate(last)}.` : 'The placement was cancelled.' };
  }
  const { kind = 'HalfTerm', halfTerm, dueBy } = stands ?? {};
  return { key: stands?.key ?? key.toLowerCase(), placement, kind, halfTerm, dueBy, ...computed, stands };
}

type Due = Pick<ReviewMeant, 'kind' | 'halfTerm' | 'first' | 'dueBy'>;

function dueReview(
  facts: Facts,
  placement: Placement,
  { halfTerm, part }: { readonly halfTerm: string; readonly part: 'halfterm' | 'settling' },
  today: SchoolDay,
): Due | { readonly says: string } {
  const half = facts.calendar.halfTerms.find(({ key }) => key.toLowerCase() === halfTerm);
  if (!half) return { says: 'This half term is not in the term dates. Load them first.' };
  if (part === 'settling') {
    const answer = settlingDay(facts, placement, today);
    const starts = half.firstDay <= placement.startDate && placement.startDate <= half.lastDay;
    if (!answer || !starts) return { says: 'No settling review is due for this placement.' };
    if (!('day' in answer)) return { says: answer.says };
    return { kind: 'Settling', halfTerm: half.key, first: placement.startDate, dueBy: answer.day };
  }
  const window = reviewWindow(facts, placement, half, today);
  if (!window) return { says: `No review of this placement is due in ${half.name}.` };
  if ('notLoaded' in window) return { says: window.says };
  // The reviews of a direction are its half-termly ones too: one meeting serves both clauses (6.2, 8.3).
  const kind = isDirection(placement) ? 'OSDStatutory' : 'HalfTerm';
  return { kind, halfTerm: half.key, first: window.first, dueBy: window.dueBy };
}
