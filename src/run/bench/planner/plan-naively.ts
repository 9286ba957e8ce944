import { candidatesOf } from '../../../school/reviews/planner/candidates.ts';
import { comingTo, fits, gainOf, place } from '../../../school/reviews/planner/diary.ts';
import type { PlannerInput, ProposedSlot } from '../../../school/reviews/planner/planner.types.ts';
import { timeOf } from '../../../school/reviews/planner/time-of-day.ts';
import { type Candidate, layOut } from '../../../school/reviews/planner/workings.ts';

/**
 * What somebody would do who goes down the list by due day and gives each review the best time still free, never moving
 * one again: the plan that planning must beat.
 */
export function planNaively(input: PlannerInput): readonly ProposedSlot[] {
  const workings = layOut(input);
  const inTurn = [...workings.meetings].sort((a, b) => (a.review.due < b.review.due ? -1 : 1));
  for (const meeting of inTurn) {
    let best: { readonly slot: Candidate; readonly gain: number } | undefined;
    for (const slot of candidatesOf(workings, meeting)) {
      const gain = gainOf(workings, meeting, slot);
      if ((!best || gain > best.gain) && fits(workings, meeting, slot)) best = { slot, gain };
    }
    if (best) place(workings, meeting, best.slot);
  }
  return workings.meetings.flatMap((meeting) => {
    const { at, room, review } = meeting;
    if (!at) return [];
    return [
      {
        review: review.review,
        day: workings.days[at.day] ?? '',
        start: timeOf(at.start),
        end: timeOf(at.end),
        place: at.place,
        room: room?.id,
        people: comingTo(meeting),
      },
    ];
  });
}
