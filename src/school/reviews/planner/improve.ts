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
  triesMore: 6000,
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
  let best = standing(workings, meetings);
  for (let round = 0; round < rounds; round += 1) {
    const slack = bounds.slack * (1 - (round + 1) / rounds);
    for (const [nth, meeting] of meetings.entries()) {
      const tries = meeting.at ? 1 : bounds.triesUnplaced;
      for (let n = 0; n < tries; n += 1) tryRound(workings, meetings, meeting, round, slack, draw);
      yield (round + nth / meetings.length) / rounds;
    }
    const placed = placedOf(meetings);
    if (placed > best.placed || (placed === best.placed && workings.points > best.points)) {
      best = standing(workings, meetings);
    }
  }
  putBack(workings, best.had);
}

/** How a few reviews stand, so that they can be put back. */
interface Stand {
  readonly placed: number;
  readonly points: number;
  readonly had: readonly Had[];
}

function standing(workings: Workings, meetings: readonly Meeting[]): Stand {
  return {
    placed: placedOf(meetings),
    points: workings.points,
    had: meetings.map((meeting) => ({ meeting, at: meeting.at, room: meeting.room })),
  };
}

function placedOf(meetings: readonly Meeting[]): number {
  let placed = 0;
  for (const { at } of meetings) if (at) placed += 1;
  return placed;
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
  if (slot) takeUp(workings, meeting, had);
  for (const one of way) takeUp(workings, one, had);
  if (slot && fits(workings, meeting, slot)) place(workings, meeting, slot);
  if (slot) pushOn(workings, had, draw);
  let before = 0;
  for (const { at } of had) if (at) before += 1;
  // Where all had a slot, fewer points than this are no use; where one had none, a slot for it is worth any.
  const enough = points - slack - 1e-9;
  layDown(workings, had, before === had.length ? enough : Number.NEGATIVE_INFINITY);
  let placed = 0;
  for (const one of had) if (one.meeting.at) placed += 1;
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
    const pushed = had.find(waits);
    const slot = pushed && wanted(pushed.meeting, pushed.at, draw);
    if (!pushed || !slot || slot === pushed.at) return;
    const way = givingWay(workings, pushed.meeting, slot, draw);
    const [one] = way ?? [];
    if (!way || way.length > 1 || had.some(({ meeting }) => meeting === one)) return;
    if (one) takeUp(workings, one, had);
    if (fits(workings, pushed.meeting, slot)) place(workings, pushed.meeting, slot);
  }
}

function waits({ meeting }: Had): boolean {
  return !meeting.at;
}

/** A slot that is worth more to the review than the one it had, or little less; good ones more often. */
function wanted(
  { candidates }: Meeting,
  at: Candidate | undefined,
  draw: (below: number) => number,
): Candidate | undefined {
  const count = at ? countAbove(candidates, at.best - bounds.littleLess) : candidates.length;
  return count === 0 ? undefined : candidates[Math.min(draw(count), draw(count))];
}

/** How many slots, best first, are worth more than so many points. */
function countAbove(candidates: readonly Candidate[], points: number): number {
  let from = 0;
  let to = candidates.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((candidates[middle]?.best ?? 0) > points) from = middle + 1;
    else to = middle;
  }
  return from;
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
  for (const person of meeting.shared) {
    const day = person.days[slot.day];
    if (!day) continue;
    for (const other of day.held) {
      if (other === meeting || way.includes(other) || !other.at) continue;
      if (clash(workings, person, slot, other.at)) way.push(other);
    }
  }
  for (const person of meeting.shared) {
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

/** A review that waits for a slot, its best one when last looked for, and the points that it can add at most. */
interface Waiting {
  readonly meeting: Meeting;
  fit: BestFit | undefined;
  most: number;
}

/** Gives slots to those that have none, the one first that would lose most; gives up where the least cannot be reached. */
function layDown(workings: Workings, taken: readonly Had[], least: number): void {
  let waiting: readonly Waiting[] = taken.filter(waits).map(({ meeting }) => {
    return { meeting, fit: undefined, most: meeting.candidates[0]?.best ?? 0 };
  });
  let week: number | undefined;
  while (waiting.length > 1) {
    const next = mostPressing(workings, waiting, week, least);
    if (!next?.fit) return;
    place(workings, next.meeting, next.fit.slot);
    week = workings.weekOf[next.fit.slot.day];
    waiting = waiting.filter((one) => one !== next);
  }
  const [last] = waiting;
  const slot = last && bestSlot(workings, last.meeting, least - workings.points);
  if (last && slot) place(workings, last.meeting, slot);
}

/**
 * The one that would lose most by waiting; none where the least cannot be reached, as no slot adds more to a fuller plan
 * than to an emptier one. After a review was placed only those are looked at again whose slots lie in its week.
 */
function mostPressing(
  workings: Workings,
  waiting: readonly Waiting[],
  week: number | undefined,
  least: number,
): Waiting | undefined {
  let next: Waiting | undefined;
  let hope = workings.points;
  for (const { most } of waiting) hope += most;
  for (const one of waiting) {
    if (!one.fit || touches(workings, one.fit, week)) {
      one.fit = bestFit(workings, one.meeting, least - hope + one.most);
      if (!one.fit && least > Number.NEGATIVE_INFINITY) return undefined;
      const most = one.fit?.gain ?? 0;
      hope += most - one.most;
      one.most = most;
    }
    if (one.fit && (!next?.fit || one.fit.regret > next.fit.regret)) next = one;
  }
  return next;
}

function touches({ weekOf }: Workings, { slot, otherDay }: BestFit, week: number | undefined): boolean {
  return weekOf[slot.day] === week || (otherDay !== undefined && weekOf[otherDay] === week);
}

/** Numbers that look drawn and are the same each time: the same input always gives the same plan. */
function drawing(): (below: number) => number {
  // In an array, so that no number need be put aside for each draw.
  const state = new Uint32Array([1]);
  return (below) => {
    state[0] = Math.imul(state[0] ?? 0, 1_664_525) + 1_013_904_223;
    return Math.floor(((state[0] ?? 0) / 4_294_967_296) * below);
  };
}
