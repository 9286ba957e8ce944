import { candidatesOf, siteOfPlace } from './candidates.ts';
import { comingTo, place } from './diary.ts';
import { improve } from './improve.ts';
import { bestFit, insertAll } from './insert.ts';
import { makeRoom } from './make-room.ts';
import type { PlannerInput, PlanProgress, ProposedSlot, ReviewSchedule } from './planner.types.ts';
import { minutesOf, timeOf } from './time-of-day.ts';
import { whyUnplaced } from './why-unplaced.ts';
import { type Candidate, layOut, type Meeting, type Room, type Workings } from './workings.ts';

/** A plan for all reviews in one go; `onProgress` is told on the way. The same input gives the same plan. */
export function planReviews(
  input: PlannerInput,
  onProgress: (progress: PlanProgress) => void = () => {},
): ReviewSchedule {
  const steps = planSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value);
  }
}

/**
 * The same plan in small steps, for a server that has others to answer in between. `done` never falls and ends at `of`, the
 * number of reviews. First every review gets a slot, those first that would lose most by waiting; then reviews without one
 * have others moved for them; then the plan is bettered for as long as its size allows.
 */
export function* planSteps(input: PlannerInput): Generator<PlanProgress, ReviewSchedule> {
  const workings = layOut(input);
  const of = workings.meetings.length;
  let done = 0;
  for (const meeting of workings.meetings) {
    meeting.candidates = onAgreedDay(workings, meeting, candidatesOf(workings, meeting));
    yield { done, of };
  }
  for (const meeting of workings.meetings) keepStanding(workings, meeting);
  for (const group of groupsOf(workings.meetings)) {
    const movable = group.filter(({ review }) => !review.stands);
    const half = Math.floor(movable.length / 2);
    for (const inserted of insertAll(workings, movable)) yield { done: done + Math.floor(inserted / 2), of };
    seatTheRest(workings, movable);
    seatOnOtherDays(workings, movable);
    for (const share of improve(workings, movable)) yield { done: done + half + Math.floor(half * share), of };
    seatTheRest(workings, movable);
    done += group.length;
    yield { done, of };
  }
  return scheduleOf(workings);
}

/** Reviews that share a school or anybody, directly or through others: what is planned in one group touches no other. */
export function groupsOf(meetings: readonly Meeting[]): readonly (readonly Meeting[])[] {
  const above = new Map<string, string>();
  const top = (key: string): string => {
    let at = key;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    above.set(key, at);
    return at;
  };
  for (const { school, people, optional } of meetings) {
    const root = top(`school|${school.id}`);
    for (const { id } of [...people, ...optional]) above.set(top(`person|${id}`), root);
  }
  const groups = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    const root = top(`school|${meeting.school.id}`);
    const group = groups.get(root);
    if (group) group.push(meeting);
    else groups.set(root, [meeting]);
  }
  return [...groups.values()];
}

/** A review that is booked keeps its slot, whatever would forbid it now; one on a day not given has no part in the plan. */
function keepStanding(workings: Workings, meeting: Meeting): void {
  const { stands } = meeting.review;
  const day = stands && workings.dayIndex.get(stands.day);
  if (!stands || day === undefined) return;
  const start = minutesOf(stands.start);
  const end = minutesOf(stands.end);
  const known = meeting.candidates.find(
    (one) => one.day === day && one.start === start && one.end === end && one.place === stands.place,
  );
  const site = siteOfPlace(workings, meeting, stands.place);
  const slot = known ?? { day, start, end, place: stands.place, site, points: 0, free: 0, best: 0 };
  const room = meeting.school.rooms.find(({ id }) => id === stands.room);
  place(workings, meeting, slot, room);
}

/** The slots on the day that was agreed; all, where none was or nothing is free on it. */
function onAgreedDay({ days }: Workings, { review }: Meeting, candidates: readonly Candidate[]): readonly Candidate[] {
  if (review.agreed === undefined) return candidates;
  const kept = candidates.filter(({ day }) => days[day] === review.agreed);
  return kept.length > 0 ? kept : candidates;
}

/** What others have taken of an agreed day is not to be had: any day will do then. */
function seatOnOtherDays(workings: Workings, meetings: readonly Meeting[]): void {
  const left = meetings.filter(({ at, review }) => !at && review.agreed !== undefined);
  for (const meeting of left) meeting.candidates = candidatesOf(workings, meeting);
  if (left.length > 0) seatTheRest(workings, meetings);
}

/** Until nobody more can be seated: one review's moving may leave a time free for another. */
function seatTheRest(workings: Workings, meetings: readonly Meeting[]): void {
  for (let seated = 1; seated > 0; ) {
    seated = 0;
    for (const meeting of meetings) {
      if (meeting.at || meeting.candidates.length === 0) continue;
      const free = bestFit(workings, meeting);
      if (free) place(workings, meeting, free.slot);
      if (free || makeRoom(workings, meeting)) seated += 1;
    }
  }
}

function scheduleOf(workings: Workings): ReviewSchedule {
  const slots = workings.meetings.flatMap((meeting): readonly ProposedSlot[] => {
    const { at, room, review } = meeting;
    if (review.stands) return [{ ...review.stands, review: review.review, people: comingTo(meeting) }];
    return at ? [slotOf(workings, meeting, at, room)] : [];
  });
  const unplaced = workings.meetings.filter(({ at, review }) => !at && !review.stands);
  return { slots, unplaced: unplaced.map((meeting) => whyUnplaced(workings, meeting)) };
}

function slotOf({ days }: Workings, meeting: Meeting, at: Candidate, room: Room | undefined): ProposedSlot {
  return {
    review: meeting.review.review,
    day: days[at.day] ?? '',
    start: timeOf(at.start),
    end: timeOf(at.end),
    place: at.place,
    room: room?.id,
    people: comingTo(meeting),
  };
}
