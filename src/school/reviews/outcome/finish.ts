import type { Problem } from '../../../schema/parse.ts';
import type { Known } from '../../action.ts';
import type { Save } from '../../change.ts';
import { endChanges } from '../../placements/ending.ts';
import { weekChange } from '../../placements/new-week.ts';
import type { Placement } from '../../placements/placement.record.ts';
import { attendanceSince } from '../attendance-since.ts';
import { isDirection } from '../direction.ts';
import type { Review } from '../review.record.ts';
import { factsWith } from './as-written.ts';
import { nextRowSaves, plannedAway } from './next-row.ts';
import type { OutcomeWish } from './outcome-input.ts';
import { finishProblems, heldOnOf } from './outcome-problems.ts';
import { weekOf } from './week-text.ts';

/** What closing a review comes to: what it still lacks, or the review as it then stands and what follows from it. */
export type Finish =
  | { readonly problems: readonly Problem[] }
  | { readonly review: Review; readonly follows: readonly Save[] };

/** Closes a review that is written so far: held, with its attendance; the placement, its week and the next review follow. */
export function finished(known: Known, placement: Placement, written: Review, wish: OutcomeWish): Finish {
  const { today } = known.now;
  const heldOn = heldOnOf(written, today);
  if (heldOn === undefined) return { problems: [{ field: 'heldOn', says: 'Say on which day it was held.' }] };
  const asHeld: Review = { ...written, heldOn, stage: 'Held', completedOn: today };
  const after = placementAfter(placement, asHeld);
  const facts = factsWith(known, asHeld, after);
  const answered = new Set((wish.objectives ?? []).map(({ objective }) => objective));
  for (const { objective } of known.records.progress.by('review', written.key)) answered.add(objective);
  const problems = finishProblems(facts, after, asHeld, answered);
  if (problems.length > 0) return { problems };
  const { ap } = attendanceSince(facts, placement, asHeld, today);
  return {
    review: { ...asHeld, attendedSessions: ap.attended, possibleSessions: ap.possible },
    follows: [...placementSaves(facts, placement, asHeld), ...nextSaves(facts, after, asHeld)],
  };
}

/** The placement as the decision leaves it, for the deadlines of what comes next: a direction goes on until the day decided. */
function placementAfter(placement: Placement, { decision, continuesUntil }: Review): Placement {
  if (!isDirection(placement) || decision === 'End' || continuesUntil === undefined) return placement;
  return { ...placement, plannedEnd: continuesUntil };
}

function placementSaves(known: Known, placement: Placement, review: Review): readonly Save[] {
  const { endsOn, endReason, decision } = review;
  if (decision === 'End') {
    if (placement.stage === 'Ended' || endsOn === undefined) return [];
    return endChanges(known, placement, { lastDay: endsOn, endReason: endReason ?? 'Other', seen: placement.version });
  }
  const week = weekOf(review);
  const { plannedEnd } = placementAfter(placement, review);
  const { key, version } = placement;
  return [
    ...(plannedEnd === placement.plannedEnd
      ? []
      : [{ kind: 'save', record: 'placement', key, seen: version, values: { plannedEnd } } as const]),
    ...(week ? weekChange(known, placement, week).saves : []),
  ];
}

function nextSaves(known: Known, placement: Placement, review: Review): readonly Save[] {
  const last = placement.actualEnd ?? review.endsOn;
  if (review.decision === 'End') return last === undefined ? [] : plannedAway(known, review, last);
  return nextRowSaves(known, placement, review);
}
