import { fits, gainOf, place } from './diary.ts';
import type { Candidate, Meeting, Workings } from './workings.ts';

/** The best free slot of a review, and what it would lose if that day were taken from it. */
export interface BestFit {
  readonly slot: Candidate;
  readonly gain: number;
  /** Points between the best and the best on another day; infinite when there is no other day. */
  readonly regret: number;
  readonly otherDay: number | undefined;
}

/** The best free slot of the review in the plan as it stands; slots that add no more than the points given are none. */
export function bestFit(workings: Workings, meeting: Meeting, more = Number.NEGATIVE_INFINITY): BestFit | undefined {
  const { crowd } = meeting.school;
  let slot: Candidate | undefined;
  let gain = more;
  let other: Candidate | undefined;
  let second = more;
  for (const candidate of meeting.candidates) {
    // Best first, and crowding only takes away: from here on nothing can be better.
    if (candidate.best <= second) break;
    const floor = slot !== undefined && candidate.day === slot.day ? gain : second;
    if (candidate.best - (crowd[candidate.day] ?? 0) <= floor) continue;
    const value = gainOf(workings, meeting, candidate);
    if (value <= floor || !fits(workings, meeting, candidate)) continue;
    if (value > gain) {
      if (slot && slot.day !== candidate.day) {
        other = slot;
        second = gain;
      }
      slot = candidate;
      gain = value;
    } else {
      other = candidate;
      second = value;
    }
  }
  if (!slot) return undefined;
  return { slot, gain, regret: other ? gain - second : Number.POSITIVE_INFINITY, otherDay: other?.day };
}

/** The best free slot of the review that adds more than the points given, when nothing else waits for one. */
export function bestSlot(workings: Workings, meeting: Meeting, more = Number.NEGATIVE_INFINITY): Candidate | undefined {
  let slot: Candidate | undefined;
  const { crowd } = meeting.school;
  let gain = more;
  for (const candidate of meeting.candidates) {
    if (candidate.best <= gain) break;
    if (candidate.best - (crowd[candidate.day] ?? 0) <= gain) continue;
    const value = gainOf(workings, meeting, candidate);
    if (value <= gain || !fits(workings, meeting, candidate)) continue;
    slot = candidate;
    gain = value;
  }
  return slot;
}

/**
 * Gives slots to the reviews one after another, always to the one that would lose most by waiting: first those with one
 * day left, fewest slots first. Says after each how many are done.
 */
export function* insertAll(workings: Workings, meetings: readonly Meeting[]): Generator<number, void> {
  const waiting = new Map<Meeting, BestFit>();
  for (const meeting of meetings) {
    const best = bestFit(workings, meeting);
    if (best) waiting.set(meeting, best);
    yield 0;
  }
  let done = meetings.length - waiting.size;
  while (waiting.size > 0) {
    const [meeting, best] = mostPressing(waiting);
    waiting.delete(meeting);
    place(workings, meeting, best.slot);
    const week = workings.weekOf[best.slot.day];
    const inWeek = (day: number | undefined) => day !== undefined && workings.weekOf[day] === week;
    for (const [other, theirs] of waiting) {
      if (!inWeek(theirs.slot.day) && !inWeek(theirs.otherDay)) continue;
      const again = bestFit(workings, other);
      if (again) waiting.set(other, again);
      else waiting.delete(other);
    }
    done = meetings.length - waiting.size;
    yield done;
  }
}

function mostPressing(waiting: ReadonlyMap<Meeting, BestFit>): readonly [Meeting, BestFit] {
  let found: readonly [Meeting, BestFit] | undefined;
  for (const entry of waiting) {
    if (!found || comesBefore(entry, found)) found = entry;
  }
  if (!found) throw new Error('No review is waiting.');
  return found;
}

function comesBefore(one: readonly [Meeting, BestFit], other: readonly [Meeting, BestFit]): boolean {
  if (one[1].regret !== other[1].regret) return one[1].regret > other[1].regret;
  const fewer = one[0].candidates.length - other[0].candidates.length;
  return fewer < 0 || (fewer === 0 && one[0].order < other[0].order);
}
