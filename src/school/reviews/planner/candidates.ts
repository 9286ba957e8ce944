import type { ReviewPlace } from './planner.types.ts';
import { optionalPoints, pupilWhere, slotPoints } from './score.ts';
import { addTouching, addWithin, hasStart, keepBoth, listStarts, noStarts, type Starts, takeAway } from './starts.ts';
import { type Candidate, type Meeting, nowhere, online, type Person, type Room, type Workings } from './workings.ts';

/**
 * Every slot that the review could have were it the only one: within its window and the school's hours, free in the
 * calendar of everybody required (with travel), the provider open, a room free. Best first, then earliest.
 */
export function candidatesOf(workings: Workings, meeting: Meeting): readonly Candidate[] {
  const { review, school } = meeting;
  const from = review.invitedFrom && review.invitedFrom > review.earliest ? review.invitedFrom : review.earliest;
  const pupilAt = pupilByDay(workings, meeting);
  const found: Candidate[] = [];
  const last = workings.days.findLastIndex((day) => day <= review.due);
  const dueOrdinal = last < 0 ? 0 : (school.ordinal[last] ?? 0);
  for (let day = 0; day <= last; day += 1) {
    if ((workings.days[day] ?? '') < from || !school.hours[day]) continue;
    const daysLeft = dueOrdinal - (school.ordinal[day] ?? 0);
    for (const [choice, place] of review.places.entries()) {
      if (review.places.indexOf(place) !== choice) continue;
      addSlots(workings, meeting, found, { day, place, choice, daysLeft, pupilAt });
    }
  }
  return found.sort((a, b) => b.best - a.best || a.day - b.day || a.start - b.start || (a.place < b.place ? -1 : 1));
}

/** The index of the site where a review is held, or `online`. */
export function siteOfPlace(workings: Workings, { review, school }: Meeting, place: ReviewPlace): number {
  if (place === 'online') return online;
  return place === 'school' ? school.site : (workings.sites.get(review.site) ?? nowhere);
}

/**
 * The starts at which a person's calendar forbids a review of so many minutes at a site, the way there and back
 * reckoned; `undefined` when the calendar holds nothing that day.
 */
export function busyStarts(
  workings: Workings,
  person: Person,
  day: number,
  site: number,
  minutes: number,
): Starts | undefined {
  const busy = person.busy[day];
  if (!busy) return undefined;
  const here = site === online ? person.base : site;
  const key = (day * (workings.sites.size + 1) + here + 1) * 1441 + minutes;
  const known = person.known.get(key);
  if (known) return known;
  const { slotMinutes } = workings.input.settings;
  const starts = noStarts(slotMinutes);
  for (const { start, end, site: there } of busy) {
    const kept = {
      start: start - travelBetween(workings, here, there),
      end: end + travelBetween(workings, there, here),
    };
    addTouching(starts, kept, minutes, slotMinutes);
  }
  person.known.set(key, starts);
  return starts;
}

/** Minutes on the road from one site to another; none where either is not known. */
export function travelBetween({ travel, sites }: Workings, from: number, to: number): number {
  return travel[(from + 1) * (sites.size + 1) + to + 1] ?? 0;
}

interface At {
  readonly day: number;
  readonly place: ReviewPlace;
  readonly choice: number;
  readonly daysLeft: number;
  /** Where the timetable has the pupil in the morning (two times the day) and in the afternoon (one more). */
  readonly pupilAt: readonly ('provider' | 'school' | undefined)[];
}

function pupilByDay({ dayIndex }: Workings, { review }: Meeting): At['pupilAt'] {
  const found = new Array<'provider' | 'school' | undefined>(dayIndex.size * 2).fill(undefined);
  for (const { day, session, at } of review.pupilAt) {
    const index = dayIndex.get(day);
    if (index !== undefined) found[index * 2 + (session === 'AM' ? 0 : 1)] = at;
  }
  return found;
}

function addSlots(workings: Workings, meeting: Meeting, found: Candidate[], at: At): void {
  const { review, optional } = meeting;
  const { day, place, pupilAt } = at;
  const { slotMinutes, leadDays } = workings.input.settings;
  const site = siteOfPlace(workings, meeting, place);
  const open = openStarts(workings, meeting, day, place, site);
  if (!open) return;
  const taken = optional.map((person) => busyStarts(workings, person, day, site, review.minutes));
  const morning = pupilAt[day * 2];
  const afternoon = pupilAt[day * 2 + 1];
  const inMorning = worthIn(at, [morning], leadDays);
  const inAfternoon = morning === afternoon ? inMorning : worthIn(at, [afternoon], leadDays);
  const overMidday = morning === afternoon ? inMorning : worthIn(at, [morning, afternoon], leadDays);
  for (const n of listStarts(open)) {
    const start = n * slotMinutes;
    const end = start + review.minutes;
    const points = end <= workings.midday ? inMorning : start >= workings.midday ? inAfternoon : overMidday;
    let free = 0;
    let coming = 0;
    for (let index = 0; index < taken.length; index += 1) {
      const starts = taken[index];
      if (starts && hasStart(starts, n)) continue;
      free |= 1 << index;
      coming += 1;
    }
    found.push({ day, start, end, place, site, points, free, best: points + optionalPoints(coming, taken.length) });
  }
}

function worthIn({ daysLeft, choice, place }: At, sessions: At['pupilAt'], leadDays: number): number {
  return slotPoints({ daysLeft, choice, pupil: pupilWhere(sessions, place) }, leadDays);
}

function openStarts(
  workings: Workings,
  meeting: Meeting,
  day: number,
  place: ReviewPlace,
  site: number,
): Starts | undefined {
  const { review, school, people } = meeting;
  const { slotMinutes } = workings.input.settings;
  const hours = school.hours[day];
  if (!hours) return undefined;
  const shut = place === 'provider' ? workings.closed.get(review.provider)?.get(day) : undefined;
  const within = {
    start: shut?.has('AM') ? Math.max(hours.start, workings.midday) : hours.start,
    end: shut?.has('PM') ? Math.min(hours.end, workings.midday) : hours.end,
  };
  const open = noStarts(slotMinutes);
  addWithin(open, within, review.minutes, slotMinutes);
  for (const person of people) {
    const busy = busyStarts(workings, person, day, site, review.minutes);
    if (busy && !takeAway(open, busy)) return undefined;
  }
  if (place === 'school' && school.rooms.length > 0 && !takeAway(open, roomless(workings, meeting, day))) {
    return undefined;
  }
  return open;
}

/** The starts at which no room that seats the review is free. */
function roomless(workings: Workings, { review, school }: Meeting, day: number): Starts {
  const { slotMinutes } = workings.input.settings;
  const none = noStarts(slotMinutes);
  addWithin(none, { start: 0, end: 1440 }, 0, slotMinutes);
  for (const room of school.rooms) {
    if (room.seats >= review.seats) keepBoth(none, roomStarts(room, day, review.minutes, slotMinutes));
  }
  return none;
}

/** The starts at which a room's calendar forbids a review of so many minutes. */
function roomStarts(room: Room, day: number, minutes: number, slotMinutes: number): Starts {
  const key = day * 1441 + minutes;
  const known = room.known.get(key);
  if (known) return known;
  const starts = noStarts(slotMinutes);
  for (const taken of room.busy[day] ?? []) addTouching(starts, taken, minutes, slotMinutes);
  room.known.set(key, starts);
  return starts;
}
