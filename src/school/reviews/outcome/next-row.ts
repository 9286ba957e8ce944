import { joinKey } from '../../../schema/record.ts';
import type { Known } from '../../action.ts';
import { shortDate } from '../../calendar/dates.ts';
import type { Save } from '../../change.ts';
import type { SchoolDay } from '../../moment.ts';
import type { Placement } from '../../placements/placement.record.ts';
import { isDirection } from '../direction.ts';
import type { Review, ReviewKind } from '../review.record.ts';
import { standsFor } from '../reviews-of.ts';
import { latestNextReview } from './next-day.ts';

/** The review that stands already for a half term and is still to be held: it is the next one, whatever its day. */
export function nextStanding(
  known: Pick<Known, 'records' | 'calendar'>,
  review: Review,
  on: SchoolDay,
): Review | undefined {
  const half = known.calendar.halfTermOf(on)?.key;
  const waiting = known.records.review
    .by('placement', review.placement)
    .filter((one) => one.key !== review.key && (one.stage === 'Planned' || one.stage === 'Booked'))
    .filter(({ kind }) => standsFor[kind].placement && kind !== 'Settling' && kind !== 'Emergency');
  const sameHalf = (one: Review) =>
    half !== undefined &&
    (one.scheduledFor === undefined
      ? one.halfTerm === half
      : known.calendar.halfTermOf(one.scheduledFor)?.key === half);
  return waiting.find(({ scheduledFor }) => scheduledFor === on) ?? waiting.find(sameHalf);
}

/** Why the day cannot stand beside a review that is booked already; `undefined` where it can. */
export function bookedTrouble(known: Known, review: Review, on: SchoolDay): string | undefined {
  const standing = nextStanding(known, review, on);
  if (standing?.stage !== 'Booked' || standing.scheduledFor === undefined || standing.scheduledFor === on)
    return undefined;
  return `The next review is booked for ${shortDate(standing.scheduledFor)}. Choose that day, or move the meeting first.`;
}

/**
 * The next review as a planned row, to be booked later; a planned one of the same half term moves to the day, a booked one
 * stays. Its key is that of the half term's review where this review is not the half term's own, so that nobody plans a second.
 */
export function nextRowSaves(known: Known, placement: Placement, review: Review): readonly Save[] {
  const on = review.nextReview;
  if (on === undefined) return [];
  const standing = nextStanding(known, review, on);
  if (standing?.stage === 'Booked') return [];
  const dueBy = latestNextReview(known, placement, known.now.today)?.day;
  const half = known.calendar.halfTermOf(on);
  const said = { scheduledFor: on, dueBy, halfTerm: half?.key };
  if (standing) {
    return [{ kind: 'save', record: 'review', key: standing.key, seen: standing.version, values: said }];
  }
  const usual = half && joinKey(placement.key, half.key, 'halfterm');
  const key = usual !== undefined && !known.records.review.get(usual) ? usual : known.freshId('re');
  const values = {
    ...said,
    placement: placement.key,
    pupil: placement.pupil,
    kind: nextKind(placement, review),
    stage: 'Planned',
    online: false,
  } as const;
  return [{ kind: 'save', record: 'review', key, seen: null, values }];
}

function nextKind(placement: Placement, { kind }: Review): ReviewKind {
  if (placement.legalBasis === 'FLEXI') return 'Termly';
  return isDirection(placement) && standsFor[kind].direction ? 'OSDStatutory' : 'HalfTerm';
}

/** The saves that cancel reviews only planned, once the placement has ended; a booked one is cancelled with its meeting. */
export function plannedAway(known: Known, review: Review, lastDay: SchoolDay): readonly Save[] {
  return known.records.review
    .by('placement', review.placement)
    .filter(({ key, stage }) => key !== review.key && stage === 'Planned')
    .filter(({ scheduledFor, dueBy }) => (scheduledFor ?? dueBy ?? '9999') > lastDay)
    .map(({ key, version }) => ({
      kind: 'save',
      record: 'review',
      key,
      seen: version,
      values: { stage: 'Cancelled' },
    }));
}
