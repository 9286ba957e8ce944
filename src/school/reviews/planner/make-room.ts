import { clash, fits, freeRoom, lift, place, roomBusy, roomHolders } from './diary.ts';
import { bestFit } from './insert.ts';
import type { Candidate, Meeting, Room, Workings } from './workings.ts';

/** How far a chain of moves goes, and how many slots are tried for each length: what one review may cost is bounded. */
const bounds = { depth: 6, slots: 2000 } as const;

/**
 * Finds a review without a slot one by moving others: it takes the slot of one or two, they take other slots, which may
 * be others' again. True when all of them have a slot in the end; else the plan is as it was.
 */
export function makeRoom(workings: Workings, meeting: Meeting): boolean {
  for (let depth = 1; depth <= bounds.depth; depth += 1) {
    const chain: Chain = { left: bounds.slots, moved: [], moving: new Set(), failed: new Map() };
    if (seat(workings, meeting, depth, chain)) return true;
    // Where the slots ran out, longer chains would run out of them sooner still.
    if (chain.left <= 0) return false;
  }
  return false;
}

/**
 * The reviews that would have to give way for the slot, each way on its own; none when moving reviews does not help. A
 * way names as few as will do: those that clash, and one more where the day, a person's day or the rooms are full.
 */
function waysToFree(workings: Workings, meeting: Meeting, slot: Candidate): readonly (readonly Meeting[])[] {
  const { atMostPerDay, atMostPerPersonPerDay } = workings.input.settings;
  const must = clashing(workings, meeting, slot);
  if (must.length > 2) return [];
  let ways: readonly (readonly Meeting[])[] = [must];
  for (const person of meeting.shared) {
    const day = person.days[slot.day];
    if (day) ways = withOneOf(ways, day.held, atMostPerPersonPerDay);
  }
  ways = withOneOf(ways, meeting.school.days[slot.day] ?? [], atMostPerDay);
  if (slot.place === 'school' && meeting.school.rooms.length > 0 && !freeRoom(meeting, slot)) {
    const rooms = meeting.school.rooms.filter((room) => room.seats >= meeting.review.seats && !roomBusy(room, slot));
    ways = ways.flatMap((way) => rooms.map((room) => withHolders(way, room, slot)));
  }
  return ways.filter((way) => way.length > 0 && way.length <= 2 && !way.some(({ review }) => review.stands));
}

/** The reviews at which somebody is needed who could not come to the slot as well. */
function clashing(workings: Workings, meeting: Meeting, slot: Candidate): readonly Meeting[] {
  const found: Meeting[] = [];
  for (const person of meeting.shared) {
    const day = person.days[slot.day];
    if (!day) continue;
    for (const other of day.held) {
      if (other.at && !found.includes(other) && clash(workings, person, slot, other.at)) found.push(other);
    }
  }
  return found;
}

/** The ways, with one more of the reviews held in each that would leave as many of them as there may be. */
function withOneOf(
  ways: readonly (readonly Meeting[])[],
  held: readonly Meeting[],
  most: number,
): readonly (readonly Meeting[])[] {
  if (held.length < most) return ways;
  return ways.flatMap((way) => {
    const left = held.filter((one) => !way.includes(one));
    return left.length < most ? [way] : left.map((other) => [...way, other]);
  });
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
  for (const other of way) {
    if (chain.moving.has(other) || (chain.failed.get(other) ?? -1) >= depth - 1) return false;
  }
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
