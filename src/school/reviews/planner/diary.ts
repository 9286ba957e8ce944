import { travelBetween } from './candidates.ts';
import { crowding } from './score.ts';
import {
  type Candidate,
  emptyDay,
  type Meeting,
  online,
  type Person,
  type PersonDay,
  type Room,
  type School,
  type Workings,
} from './workings.ts';

/** True when the slot is free in the plan as it stands: the day's number, everybody's reviews with travel, a room. */
export function fits(workings: Workings, meeting: Meeting, slot: Candidate): boolean {
  const { school } = meeting;
  const { atMostPerPersonPerDay } = workings.input.settings;
  if (school.crowd[slot.day] === Number.POSITIVE_INFINITY) return false;
  for (const person of meeting.shared) {
    const day = person.days[slot.day];
    if (!day || day.held.length === 0) continue;
    if (day.held.length >= atMostPerPersonPerDay) return false;
    if (clashesWithAny(workings, person, slot, day.held)) return false;
  }
  return slot.place !== 'school' || school.rooms.length === 0 || freeRoom(meeting, slot) !== undefined;
}

/** Reviews that the meeting's school holds on a day. */
export function loadOf({ school }: Meeting, day: number): number {
  return school.days[day]?.length ?? 0;
}

/** True when one person cannot be at both: they overlap, or leave too little between for travel and the buffer. */
export function clash(workings: Workings, person: Person, one: Candidate, other: Candidate): boolean {
  const { bufferMinutes } = workings.input.settings;
  const here = one.site === online ? person.base : one.site;
  const there = other.site === online ? person.base : other.site;
  return (
    one.start < other.end + bufferMinutes + travelBetween(workings, there, here) &&
    other.start < one.end + bufferMinutes + travelBetween(workings, here, there)
  );
}

/** The smallest room of the school that seats the review and is free for the slot. */
export function freeRoom({ school, review }: Meeting, slot: Candidate): Room | undefined {
  for (const room of school.rooms) {
    if (room.seats >= review.seats && !roomBusy(room, slot) && !roomHeld(room, slot)) return room;
  }
  return undefined;
}

/** True when the room's own calendar has something in the slot. */
export function roomBusy(room: Room, { day, start, end }: Candidate): boolean {
  const busy = room.busy[day];
  if (busy) for (const taken of busy) if (start < taken.end && taken.start < end) return true;
  return false;
}

/** True when a review of the plan has the room in the slot. */
function roomHeld(room: Room, { day, start, end }: Candidate): boolean {
  const held = room.days[day];
  if (held) for (const { at } of held) if (at && start < at.end && at.start < end) return true;
  return false;
}

/** The reviews of the plan that have the room in the slot. */
export function roomHolders(room: Room, { day, start, end }: Candidate): readonly Meeting[] {
  return room.days[day]?.filter(({ at }) => at && start < at.end && at.start < end) ?? [];
}

/** Points that the slot would add as the plan stands; what its people would be missed for elsewhere is left out. */
export function gainOf(workings: Workings, meeting: Meeting, slot: Candidate): number {
  let gain = slot.best - (meeting.school.crowd[slot.day] ?? 0);
  for (let index = 0; index < meeting.optional.length; index += 1) {
    const person = meeting.optional[index];
    const day = person?.days[slot.day];
    if (!person || !day || (slot.free & (1 << index)) === 0) continue;
    const taken =
      day.held.length + day.coming.length >= workings.input.settings.atMostPerPersonPerDay ||
      clashesWithAny(workings, person, slot, day.held) ||
      clashesWithAny(workings, person, slot, day.coming);
    if (taken) gain -= shareOf(slot);
  }
  return gain;
}

/** What one more review costs on the day and in its week. */
function crowdingStep({ weekOf }: Workings, { days, weeks }: School, day: number): number {
  return crowding.day * (days[day]?.length ?? 0) + crowding.week * (weeks[weekOf[day] ?? 0] ?? 0);
}

/** Counts one review more or less in the week of the day, and reckons anew what its days would cost. */
function countInWeek(workings: Workings, school: School, day: number, more: 1 | -1): void {
  const { atMostPerDay } = workings.input.settings;
  const week = workings.weekOf[day] ?? 0;
  school.weeks[week] = (school.weeks[week] ?? 0) + more;
  for (const one of workings.weekDays[week] ?? []) {
    const full = (school.days[one]?.length ?? 0) >= atMostPerDay;
    school.crowd[one] = full ? Number.POSITIVE_INFINITY : crowdingStep(workings, school, one);
  }
}

/** Gives the review the slot. The slot must fit, and so must the room if one is handed in. */
export function place(workings: Workings, meeting: Meeting, slot: Candidate, room?: Room): void {
  const { school } = meeting;
  workings.points += startingPoints(meeting, slot) - crowdingStep(workings, school, slot.day);
  school.days[slot.day]?.push(meeting);
  countInWeek(workings, school, slot.day, 1);
  meeting.at = slot;
  if (slot.place === 'school' && school.rooms.length > 0) {
    meeting.room = room ?? freeRoom(meeting, slot);
    if (meeting.room) {
      const taken = meeting.room.days[slot.day];
      if (taken) taken.push(meeting);
      else meeting.room.days[slot.day] = [meeting];
    }
  }
  for (const person of meeting.shared) {
    const day = dayOf(person, slot.day);
    day.held.push(meeting);
    if (day.wished.length > 0) settle(workings, person, day);
  }
  for (let index = 0; index < meeting.optional.length; index += 1) {
    const person = meeting.optional[index];
    if (!person || (slot.free & (1 << index)) === 0) continue;
    const day = dayOf(person, slot.day);
    putInOrder(day.wished, meeting);
    settle(workings, person, day);
  }
}

/** Takes the review's slot away again. */
export function lift(workings: Workings, meeting: Meeting): void {
  const slot = meeting.at;
  if (!slot) return;
  const { school, room } = meeting;
  meeting.at = undefined;
  meeting.room = undefined;
  drop(school.days[slot.day], meeting);
  countInWeek(workings, school, slot.day, -1);
  if (room) drop(room.days[slot.day], meeting);
  for (const person of meeting.shared) {
    const day = dayOf(person, slot.day);
    drop(day.held, meeting);
    if (day.wished.length > 0) settle(workings, person, day);
  }
  for (let index = 0; index < meeting.optional.length; index += 1) {
    const person = meeting.optional[index];
    if (!person || (slot.free & (1 << index)) === 0) continue;
    const day = dayOf(person, slot.day);
    drop(day.wished, meeting);
    settle(workings, person, day);
  }
  workings.points -= startingPoints(meeting, slot) - crowdingStep(workings, school, slot.day);
}

/** Everybody who comes: the pupil, the required, and the optional people whom this plan gives to the review. */
export function comingTo(meeting: Meeting): readonly string[] {
  const { at, people, optional } = meeting;
  const wished = at ? optional.filter((person) => person.days[at.day]?.coming.includes(meeting)) : [];
  return [...people, ...wished].map(({ id }) => id);
}

function startingPoints({ optional }: Meeting, slot: Candidate): number {
  return optional.length === 0 ? slot.best : slot.points;
}

function shareOf(slot: Candidate): number {
  return (slot.best - slot.points) / Math.max(1, bitsIn(slot.free));
}

function bitsIn(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

function dayOf(person: Person, day: number): PersonDay {
  const known = person.days[day];
  if (known) return known;
  const made = emptyDay();
  person.days[day] = made;
  return made;
}

/** Gives an optional person to as many of the day's reviews as can be: those that end first go first. */
function settle(workings: Workings, person: Person, day: PersonDay): void {
  const { held, wished, coming } = day;
  const room = workings.input.settings.atMostPerPersonPerDay - held.length;
  let points = 0;
  while (coming.length > 0) coming.pop();
  for (const meeting of wished) {
    const slot = meeting.at;
    if (!slot || coming.length >= room) continue;
    if (clashesWithAny(workings, person, slot, held) || clashesWithAny(workings, person, slot, coming)) continue;
    coming.push(meeting);
    points += shareOf(slot);
  }
  workings.points += points - day.points;
  day.points = points;
}

/** Adds to the day's reviews that would like the person, which are kept in the order in which they end. */
function putInOrder(wished: Meeting[], meeting: Meeting): void {
  let index = wished.length;
  for (; index > 0; index -= 1) {
    const before = wished[index - 1];
    if (!before || endsFirst(before, meeting) < 0) break;
    wished[index] = before;
  }
  wished[index] = meeting;
}

function endsFirst(one: Meeting, other: Meeting): number {
  return (one.at?.end ?? 0) - (other.at?.end ?? 0) || one.order - other.order;
}

function clashesWithAny(workings: Workings, person: Person, slot: Candidate, meetings: readonly Meeting[]): boolean {
  for (const { at } of meetings) if (at && clash(workings, person, slot, at)) return true;
  return false;
}

function drop(list: Meeting[] | undefined, meeting: Meeting): void {
  const from = list?.indexOf(meeting) ?? -1;
  if (!list || from < 0) return;
  for (let index = from + 1; index < list.length; index += 1) list[index - 1] = list[index] ?? meeting;
  list.pop();
}
