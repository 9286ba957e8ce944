import { clash, fits, lift, place, roomBusy, roomHolders } from './diary.ts';
import { type BestFit, bestFit, bestSlot } from './insert.ts';
import type { Candidate, Meeting, Room, Workings } from './workings.ts';

/**
 * How much work improving may be: so many rounds for each review, and in small plans up to so many more as the tries
 * allow, so that the work of large plans grows with their size alone. A round may lose so many points at first, and
 * none at the end; now and then it takes up a few neighbours instead of making way for one slot.
 */
const bounds = { rounds: 32, roundsMore: 100, triesMore: 3000, slack: 10, neighbours: 4, neighboursEvery: 8 } as const;

/**
 * Betters the plan of reviews that share people: each round takes a few reviews up and lays them down again, the one that
 * would lose most first. A plan that is no worse stands. Says after each round how many reviews' rounds are done.
 */
export function* improve(workings: Workings, meetings: readonly Meeting[]): Generator<number, void> {
  const draw = drawing();
  const rounds = bounds.rounds + Math.min(bounds.roundsMore, Math.ceil(bounds.triesMore / workings.meetings.length));
  let best = taking(workings, meetings);
  for (let round = 0; round < rounds; round += 1) {
    const slack = bounds.slack * (1 - (round + 1) / rounds);
    for (const meeting of meetings) tryRound(workings, meetings, meeting, round, slack, draw);
    const now = taking(workings, meetings);
    if (now.placed > best.placed || (now.placed === best.placed && now.points > best.points)) best = now;
    yield round;
  }
  putBack(workings, best.had);
}

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
  const slot = (round + 1) % bounds.neighboursEvery !== 0 ? wanted(meeting, draw) : undefined;
  if (slot === meeting.at && slot) return;
  const way = slot ? givingWay(workings, meeting, slot, draw) : neighbours(meetings, meeting, round, draw);
  if (!way || (slot && hopeless(meeting, slot, way, slack))) return;
  const taken = slot ? [meeting, ...way] : way;
  const before = taking(workings, taken);
  for (const one of taken) lift(workings, one);
  if (slot && fits(workings, meeting, slot)) place(workings, meeting, slot);
  layDown(workings, taken);
  const placed = taken.filter(({ at }) => at).length;
  if (placed > before.placed || (placed === before.placed && workings.points >= before.points - slack - 1e-9)) return;
  putBack(workings, before.had);
}

/** A slot that is worth more to the review than its own could be. */
function wanted(meeting: Meeting, draw: (below: number) => number): Candidate | undefined {
  const { at, candidates } = meeting;
  const better = at ? candidates.findIndex(({ best }) => best <= at.points) : candidates.length;
  const count = better < 0 ? candidates.length : better;
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

/** True when not even the best slot for each that gives way could make up for the move. */
function hopeless(meeting: Meeting, slot: Candidate, way: readonly Meeting[], slack: number): boolean {
  if (!meeting.at) return false;
  let hope = slot.best - meeting.at.points;
  for (const { at, candidates } of way) hope += (candidates[0]?.best ?? 0) - (at?.points ?? 0);
  return hope < -slack;
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

function layDown(workings: Workings, taken: readonly Meeting[]): void {
  const waiting = taken.filter(({ at }) => !at);
  while (waiting.length > 1) {
    let next = -1;
    let best: BestFit | undefined;
    for (let index = waiting.length - 1; index >= 0; index -= 1) {
      const meeting = waiting[index];
      const fit = meeting && bestFit(workings, meeting);
      if (!fit) waiting.splice(index, 1);
      if (fit && (!best || fit.regret > best.regret)) {
        best = fit;
        next = index;
      } else if (!fit && next > index) next -= 1;
    }
    const [meeting] = best ? waiting.splice(next, 1) : [];
    if (!meeting || !best) return;
    place(workings, meeting, best.slot);
  }
  const [last] = waiting;
  const slot = last && bestSlot(workings, last);
  if (last && slot) place(workings, last, slot);
}

/** Numbers that look drawn and are the same each time: the same input always gives the same plan. */
function drawing(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
