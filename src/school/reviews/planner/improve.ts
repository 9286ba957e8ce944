import { clash, fits, lift, place, roomBusy, roomHolders } from './diary.ts';
import { type BestFit, bestFit, bestSlot } from './insert.ts';
import type { Candidate, Meeting, Room, Workings } from './workings.ts';

/**
 * How much work improving may be: so many rounds, and in small plans up to so many more as the tries allow, so that the
 * work of large plans grows with their size alone. A try may lose so many points (`slack`) at first, and none at the end;
 * every fourth round takes up a few neighbours instead of making way for one slot. Who has no slot is tried more often. A
 * `chain` of reviews that push each other on is shorter than this; a slot may be worth so much (`littleLess`) less.
 */
const bounds = {
  rounds: 32,
  roundsMore: 48,
  triesMore: 3000,
  slack: 12,
  neighbours: 3,
  neighboursEvery: 4,
  triesUnplaced: 4,
  chain: 6,
  littleLess: 6,
} as const;

/**
 * Betters the plan of reviews that share people. Each try takes a few reviews up and lays them down again, the one that
 * would lose most first; it stands if no fewer are placed and little is lost. The best plan met is the one that stays.
 * Says after each review how much of the work is done, from 0 to 1.
 */
export function* improve(workings: Workings, meetings: readonly Meeting[]): Generator<number, void> {
  const draw = drawing();
  const more = Math.min(bounds.roundsMore, Math.ceil(bounds.triesMore / workings.meetings.length));
  const rounds = bounds.rounds + more;
  let best = taking(workings, meetings);
  for (let round = 0; round < rounds; round += 1) {
    const slack = bounds.slack * (1 - (round + 1) / rounds);
    for (const [nth, meeting] of meetings.entries()) {
      const tries = meeting.at ? 1 : bounds.triesUnplaced;
      for (let n = 0; n < tries; n += 1) tryRound(workings, meetings, meeting, round, slack, draw);
      yield (round + nth / meetings.length) / rounds;
    }
    const now = taking(workings, meetings);
    if (now.placed > best.placed || (now.placed === best.placed && now.points > best.points)) best = now;
  }
  putBack(workings, best.had);
}

/** How a few reviews stand, so that they can be put back. */
interface Stand {
  readonly placed: number;
  readonly points: number;
  readonly had: readonly Had[];
}

function taking(workings: Workings, meetings: readonly Meeting[]): Stand {
  return {
    placed: meetings.filter(({ at }) => at).length,
    points: workings.points,
    had: meetings.map((meeting) => ({ meeting, at: meeting.at, room: meeting.room })),
  };
}

function putBack(workings: Workings, had: readonly Had[]): void {
  for (const { meeting } of had) lift(workings, meeting);
  for (const { meeting, at, room } of had) if (at) place(workings, meeting, at, room);
}

interface Had {
  readonly meeting: Meeting;
  readonly at: Candidate | undefined;
  readonly room: Room | undefined;
}

function tryRound(
  workings: Workings,
  meetings: readonly Meeting[],
  meeting: Meeting,
  round: number,
  slack: number,
  draw: (below: number) => number,
): void {
  const byNeighbours = (round + 1) % bounds.neighboursEvery === 0;
  const slot = byNeighbours ? undefined : wanted(meeting, meeting.at, draw);
  if (!byNeighbours && (!slot || slot === meeting.at)) return;
  const way = slot ? givingWay(workings, meeting, slot, draw) : neighbours(meetings, meeting, round, draw);
  if (!way) return;
  const points = workings.points;
  const had: Had[] = [];
  for (const one of slot ? [meeting, ...way] : way) takeUp(workings, one, had);
  if (slot && fits(workings, meeting, slot)) place(workings, meeting, slot);
  if (slot) pushOn(workings, had, draw);
  const before = had.filter(({ at }) => at).length;
  // Where all had a slot, fewer points than this are no use; where one had none, a slot for it is worth any.
  const enough = points - slack - 1e-9;
  const taken = had.map((one) => one.meeting);
  layDown(workings, taken, before === taken.length ? enough : Number.NEGATIVE_INFINITY);
  const placed = taken.filter(({ at }) => at).length;
  if (placed > before || (placed === before && workings.points >= enough)) return;
  putBack(workings, had);
}

function takeUp(workings: Workings, meeting: Meeting, had: Had[]): void {
  had.push({ meeting, at: meeting.at, room: meeting.room });
  lift(workings, meeting);
}

/** Lets one that gave way take a slot that it would like from another, and so on for a few steps as drawn. */
function pushOn(workings: Workings, had: Had[], draw: (below: number) => number): void {
  for (let steps = draw(bounds.chain); steps > 0; steps -= 1) {
    const pushed = had.find(({ meeting }) => !meeting.at);
    const slot = pushed && wanted(pushed.meeting, pushed.at, draw);
    if (!pushed || !slot || slot === pushed.at) return;
    const way = givingWay(workings, pushed.meeting, slot, draw);
    if (!way || way.length > 1 || way.some((one) => had.some(({ meeting }) => meeting === one))) return;
    for (const one of way) takeUp(workings, one, had);
    if (fits(workings, pushed.meeting, slot)) place(workings, pushed.meeting, slot);
  }
}

/** A slot that is worth more to the review than the one it had, or little less; good ones more often. */
function wanted(
  { candidates }: Meeting,
  at: Candidate | undefined,
  draw: (below: number) => number,
): Candidate | undefined {
  const end = at ? candidates.findIndex(({ best }) => best <= at.best - bounds.littleLess) : -1;
  const count = end < 0 ? candidates.length : end;
  return count === 0 ? undefined : candidates[Math.min(draw(count), draw(count))];
}

/** Reviews that must give way for the slot, one way of several as drawn; none if it would be more than three. */
function givingWay(
  workings: Workings,
  meeting: Meeting,
  slot: Candidate,
  draw: (below: number) => number,
): readonly Meeting[] | undefined {
  const { atMostPerDay, atMostPerPersonPerDay } = workings.input.settings;
  const way: Meeting[] = [];
  for (const person of meeting.people) {
    const day = person.days[slot.day];
    if (!day) continue;
    for (const other of day.held) {
      if (other === meeting || way.includes(other) || !other.at) continue;
      if (clash(workings, person, slot, other.at)) way.push(other);
    }
  }
  for (const person of meeting.people) {
    const day = person.days[slot.day];
    if (day) drawUntil(way, meeting, day.held, atMostPerPersonPerDay, draw);
  }
  const held = meeting.school.days[slot.day] ?? [];
  drawUntil(way, meeting, held, atMostPerDay, draw);
  if (slot.place === 'school' && meeting.school.rooms.length > 0) {
    const rooms = meeting.school.rooms.filter((room) => room.seats >= meeting.review.seats && !roomBusy(room, slot));
    const room = rooms[draw(Math.max(1, rooms.length))];
    if (!room) return undefined;
    for (const other of roomHolders(room, slot)) if (other !== meeting && !way.includes(other)) way.push(other);
  }
  return way.length > 3 || way.some(({ review }) => review.stands) ? undefined : way;
}

/** Draws reviews out of a day until one more would fit. */
function drawUntil(
  way: Meeting[],
  meeting: Meeting,
  held: readonly Meeting[],
  most: number,
  draw: (below: number) => number,
): void {
  let left = 0;
  for (const other of held) if (other !== meeting && !way.includes(other)) left += 1;
  for (; left >= most && left > 0; left -= 1) {
    let nth = draw(left);
    for (const other of held) {
      if (other === meeting || way.includes(other)) continue;
      if (nth === 0) {
        way.push(other);
        break;
      }
      nth -= 1;
    }
  }
}

/** The review with some that are near it in time, or any. */
function neighbours(
  meetings: readonly Meeting[],
  meeting: Meeting,
  round: number,
  draw: (below: number) => number,
): readonly Meeting[] {
  const taken = new Set([meeting]);
  const near =
    (round + 1) % (2 * bounds.neighboursEvery) === 0 && meeting.at ? nearDay(meetings, meeting.at.day) : meetings;
  const wish = Math.min(near.length, 2 + draw(bounds.neighbours - 1));
  for (let n = 0; n < wish; n += 1) {
    const one = near[draw(near.length)];
    if (one) taken.add(one);
  }
  return [...taken];
}

function nearDay(meetings: readonly Meeting[], day: number): readonly Meeting[] {
  return meetings.filter(({ at }) => at && Math.abs(at.day - day) <= 1);
}

/** Gives slots to those that have none, the one first that would lose most; gives up where the least cannot be reached. */
function layDown(workings: Workings, taken: readonly Meeting[], least: number): void {
  const waiting = taken.filter(({ at }) => !at);
  while (waiting.length > 1) {
    if (hopeOf(workings, waiting) < least) return;
    let next: Meeting | undefined;
    let best: BestFit | undefined;
    for (const meeting of waiting) {
      const fit = bestFit(workings, meeting);
      if (!fit && least > Number.NEGATIVE_INFINITY) return;
      if (!fit || (best && fit.regret <= best.regret)) continue;
      best = fit;
      next = meeting;
    }
    if (!next || !best) return;
    place(workings, next, best.slot);
    waiting.splice(waiting.indexOf(next), 1);
  }
  const [last] = waiting;
  const slot = last && bestSlot(workings, last, least - workings.points);
  if (last && slot) place(workings, last, slot);
}

/** The points that the plan would have if each that waits could have its best slot: more cannot be had. */
function hopeOf(workings: Workings, waiting: readonly Meeting[]): number {
  let hope = workings.points;
  for (const { candidates } of waiting) hope += candidates[0]?.best ?? 0;
  return hope;
}

/** Numbers that look drawn and are the same each time: the same input always gives the same plan. */
function drawing(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
