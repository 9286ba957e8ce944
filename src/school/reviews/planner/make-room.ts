import { clash, fits, freeRoom, lift, place, roomBusy, roomHolders } from './diary.ts';
import { bestFit } from './insert.ts';
import type { Candidate, Meeting, Room, Workings } from './workings.ts';

/** How far a chain of moves goes, and how many slots are tried for one review: what one review may cost is bounded. */
const bounds = { depth: 6, slots: 2000 } as const;

/**
 * Finds a review without a slot one by moving others: it takes the slot of one or two, they take other slots, which may
 * be others' again. True when all of them have a slot in the end; else the plan is as it was.
 */
export function makeRoom(workings: Workings, meeting: Meeting): boolean {
  for (let depth = 1; depth <= bounds.depth; depth += 1) {
    if (seat(workings, meeting, depth, { left: bounds.slots, moved: [], moving: new Set(), failed: new Map() }))
      return true;
  }
  return false;
}

/**
 * The reviews that would have to give way for the slot, each way on its own; none when moving reviews does not help. A
 * way names as few as will do: those that clash, and one more where the day, a person's day or the rooms are full.
 */
function waysToFree(workings: Workings, meeting: Meeting, slot: Candidate): readonly (readonly Meeting[])[] {
  const { atMostPerDay, atMostPerPersonPerDay } = workings.input.settings;
  const must = new Set<Meeting>();
  for (const person of meeting.people) {
    for (const other of person.days[slot.day]?.held ?? []) {
      if (other.at && clash(workings, person, slot, other.at)) must.add(other);
    }
  }
  if (must.size > 2) return [];
  let ways: (readonly Meeting[])[] = [[...must]];
  const oneOf = (enough: (way: readonly Meeting[]) => boolean, others: readonly Meeting[]) => {
    ways = ways.flatMap((way) => (enough(way) ? [way] : others.map((other) => [...way, other])));
  };
  const gone = (list: readonly Meeting[], way: readonly Meeting[]) => list.filter((one) => !way.includes(one)).length;
  for (const person of meeting.people) {
    const day = person.days[slot.day];
    if (day) oneOf((way) => gone(day.held, way) < atMostPerPersonPerDay, day.held);
  }
  const held = meeting.school.days[slot.day] ?? [];
  oneOf((way) => gone(held, way) < atMostPerDay, held);
  if (slot.place === 'school' && meeting.school.rooms.length > 0 && !freeRoom(meeting, slot)) {
    const rooms = meeting.school.rooms.filter((room) => room.seats >= meeting.review.seats && !roomBusy(room, slot));
    ways = ways.flatMap((way) => rooms.map((room) => withHolders(way, room, slot)));
  }
  return ways.filter((way) => way.length > 0 && way.length <= 2 && !way.some(({ review }) => review.stands));
}

function withHolders(way: readonly Meeting[], room: Room, slot: Candidate): readonly Meeting[] {
  return [...new Set([...way, ...roomHolders(room, slot)])];
}

/** A slot that a review had before a chain moved it. */
interface Moved {
  readonly meeting: Meeting;
  readonly at: Candidate | undefined;
  readonly room: Room | undefined;
}

interface Chain {
  left: number;
  readonly moved: Moved[];
  readonly moving: Set<Meeting>;
  /** Reviews that found no other slot with so many moves left: they are not asked again in this chain. */
  readonly failed: Map<Meeting, number>;
}

function seat(workings: Workings, meeting: Meeting, depth: number, chain: Chain): boolean {
  const free = bestFit(workings, meeting);
  if (free) {
    put(workings, meeting, free.slot, chain);
    return true;
  }
  if (depth === 0) {
    chain.failed.set(meeting, 0);
    return false;
  }
  chain.moving.add(meeting);
  const seated = meeting.candidates.some(
    (slot) =>
      chain.left-- > 0 &&
      waysToFree(workings, meeting, slot).some((way) => takeFrom(workings, meeting, slot, way, depth, chain)),
  );
  chain.moving.delete(meeting);
  if (!seated) chain.failed.set(meeting, depth);
  return seated;
}

function takeFrom(
  workings: Workings,
  meeting: Meeting,
  slot: Candidate,
  way: readonly Meeting[],
  depth: number,
  chain: Chain,
): boolean {
  const cannot = (other: Meeting) => chain.moving.has(other) || (chain.failed.get(other) ?? -1) >= depth - 1;
  if (way.some(cannot)) return false;
  const before = chain.moved.length;
  for (const other of way) put(workings, other, undefined, chain);
  if (fits(workings, meeting, slot)) {
    put(workings, meeting, slot, chain);
    if (way.every((other) => seat(workings, other, depth - 1, chain))) return true;
  }
  putBack(workings, chain, before);
  return false;
}

function put(workings: Workings, meeting: Meeting, slot: Candidate | undefined, chain: Chain): void {
  chain.moved.push({ meeting, at: meeting.at, room: meeting.room });
  lift(workings, meeting);
  if (slot) place(workings, meeting, slot);
}

function putBack(workings: Workings, chain: Chain, length: number): void {
  while (chain.moved.length > length) {
    const step = chain.moved.pop();
    if (!step) return;
    lift(workings, step.meeting);
    if (step.at) place(workings, step.meeting, step.at, step.room);
  }
}
