import { mondayOf } from '../../calendar/dates.ts';
import type { SchoolDay } from '../../moment.ts';
import type { HalfDay, PersonToPlan, PlannerInput, ReviewPlace, ReviewToPlace, Span } from './planner.types.ts';
import { optionalOf } from './score.ts';
import type { Starts, Stretch } from './starts.ts';
import { minutesOf } from './time-of-day.ts';

/** The site of a review held online: each joins from the person's own base. */
export const online = -2;

/** No travel is reckoned to or from here. */
export const nowhere = -1;

/** A slot that a review could have: free in every calendar, whatever the other reviews take. */
export interface Candidate {
  /** Index of the day in the workings. */
  readonly day: number;
  /** Minutes from midnight. */
  readonly start: number;
  readonly end: number;
  readonly place: ReviewPlace;
  /** Index of the site, or `online`. */
  readonly site: number;
  /** Points without the optional people. */
  readonly points: number;
  /** Which optional people's calendars are free: bit `n` for the n-th. */
  readonly free: number;
  /** Points if all of those come: no more can be had. */
  readonly best: number;
}

/** Somebody in the plan, with the reviews that the plan gives them day by day. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Index of the site from which the person joins online, or `nowhere`. */
  readonly base: number;
  /** What the calendar holds, by day; `site` is an index or `nowhere`. */
  readonly busy: ReadonlyMap<number, readonly (Stretch & { readonly site: number })[]>;
  readonly days: (PersonDay | undefined)[];
  /** Starts that the calendar forbids, by day, site and minutes, as they are asked for. */
  readonly known: Map<number, Starts>;
}

/** One person's reviews of a day. */
export interface PersonDay {
  /** Reviews that need the person. */
  readonly held: Meeting[];
  /** Reviews that would like the person, whose slot the calendar allows. */
  readonly wished: Meeting[];
  /** Those of `wished` that get the person. */
  coming: readonly Meeting[];
  /** Points of `coming`. */
  points: number;
}

/** A room and the reviews that the plan gives it day by day. */
export interface Room {
  readonly id: string;
  readonly seats: number;
  readonly busy: ReadonlyMap<number, readonly Stretch[]>;
  readonly days: (Meeting[] | undefined)[];
  /** Starts that the calendar forbids, by day and minutes, as they are asked for. */
  readonly known: Map<number, Starts>;
}

/** A school with its days, rooms, and the reviews that the plan gives it. */
export interface School {
  readonly id: string;
  readonly site: number;
  /** Hours by day; none where the school is shut. */
  readonly hours: readonly (Stretch | undefined)[];
  /** School days up to and including each day. */
  readonly ordinal: readonly number[];
  /** Smallest first. */
  readonly rooms: readonly Room[];
  readonly days: readonly Meeting[][];
  /** Reviews in each week. */
  readonly weeks: number[];
}

/** A review while a time is sought for it. */
export interface Meeting {
  /** Position in the input. */
  readonly order: number;
  readonly review: ReviewToPlace;
  readonly school: School;
  /** The pupil first, then those required. */
  readonly people: readonly Person[];
  readonly optional: readonly Person[];
  /** Best first. */
  candidates: readonly Candidate[];
  at: Candidate | undefined;
  room: Room | undefined;
}

/**
 * The input as the search needs it: keys are objects, days and sites are numbers. The search tries thousands of changes
 * a second, so this one structure is changed in place (by `diary.ts` alone) and never leaves the planner.
 */
export interface Workings {
  readonly input: PlannerInput;
  readonly days: readonly SchoolDay[];
  readonly dayIndex: ReadonlyMap<SchoolDay, number>;
  readonly weekOf: readonly number[];
  readonly sites: ReadonlyMap<string, number>;
  /** Minutes from site to site, row by row. */
  readonly travel: readonly number[];
  readonly midday: number;
  /** Sessions on which a provider is closed, by provider and day. */
  readonly closed: ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<HalfDay>>>;
  readonly meetings: readonly Meeting[];
  /** Points of the plan so far. */
  points: number;
}

/** Lays the input out. People who are named by a review but not listed are never busy; a school not listed has no hours. */
export function layOut(input: PlannerInput): Workings {
  const days = [...new Set(input.schools.flatMap((school) => school.days.map(({ day }) => day)))].sort();
  const dayIndex = new Map(days.map((day, index) => [day, index]));
  const mondays = [...new Set(days.map(mondayOf))];
  const weekIndex = new Map(mondays.map((monday, index) => [monday, index]));
  const weekOf = days.map((day) => weekIndex.get(mondayOf(day)) ?? 0);
  const sites = sitesOf(input);
  const siteOf = (key: string | undefined) => (key === undefined ? nowhere : (sites.get(key) ?? nowhere));

  const schools = new Map<string, School>();
  const schoolIds = new Set([...input.schools.map(({ id }) => id), ...input.reviews.map(({ school }) => school)]);
  for (const id of schoolIds) schools.set(id, schoolOf(input, id, days, dayIndex, weekOf, siteOf));

  const listed = new Map(input.people.map((person) => [person.id, person]));
  const labels = new Map(input.reviews.map(({ pupil, label }) => [pupil, label]));
  const people = new Map<string, Person>();
  const personOf = (id: string): Person => {
    const known = people.get(id);
    if (known) return known;
    const name = listed.get(id)?.name ?? labels.get(id) ?? id;
    const made = person(id, name, listed.get(id), dayIndex, siteOf);
    people.set(id, made);
    return made;
  };

  const meetings = input.reviews.map((review, order): Meeting => {
    const school = schools.get(review.school) ?? schoolOf(input, review.school, days, dayIndex, weekOf, siteOf);
    const required = [...new Set([review.pupil, ...review.required])].map(personOf);
    const optional = optionalOf(review).map(personOf);
    return { order, review, school, people: required, optional, candidates: [], at: undefined, room: undefined };
  });

  return {
    input,
    days,
    dayIndex,
    weekOf,
    sites,
    travel: travelOf(input, sites),
    midday: minutesOf(input.settings.midday),
    closed: new Map(input.providers.map(({ id, closed }) => [id, closedByDay(closed, dayIndex)])),
    meetings,
    points: 0,
  };
}

function sitesOf(input: PlannerInput): ReadonlyMap<string, number> {
  const keys = new Set<string>();
  for (const { site } of input.schools) keys.add(site);
  for (const { site } of input.reviews) keys.add(site);
  for (const { base, busy } of input.people) {
    if (base !== undefined) keys.add(base);
    for (const { site } of busy) if (site !== undefined) keys.add(site);
  }
  return new Map([...keys].map((key, index) => [key, index]));
}

function travelOf({ travel, settings }: PlannerInput, sites: ReadonlyMap<string, number>): readonly number[] {
  const size = sites.size;
  const minutes = new Array<number>(size * size).fill(settings.unknownTravelMinutes);
  for (let site = 0; site < size; site += 1) minutes[site * size + site] = 0;
  const back = new Set(travel.map(({ from, to }) => `${from}|${to}`));
  for (const { from, to, minutes: taken } of travel) {
    const a = sites.get(from);
    const b = sites.get(to);
    if (a === undefined || b === undefined || a === b) continue;
    minutes[a * size + b] = taken;
    if (!back.has(`${to}|${from}`)) minutes[b * size + a] = taken;
  }
  return minutes;
}

function schoolOf(
  input: PlannerInput,
  id: string,
  days: readonly SchoolDay[],
  dayIndex: ReadonlyMap<SchoolDay, number>,
  weekOf: readonly number[],
  siteOf: (key: string | undefined) => number,
): School {
  const listed = input.schools.find((school) => school.id === id);
  const open = new Map((listed?.days ?? []).map((span) => [span.day, stretchOf(span)]));
  const hours = days.map((day) => open.get(day));
  let count = 0;
  const ordinal = hours.map((open) => {
    if (open) count += 1;
    return count;
  });
  const weeks = new Array<number>((weekOf.at(-1) ?? 0) + 1).fill(0);
  const rooms = input.rooms
    .filter(({ school }) => school === id)
    .map((room): Room => {
      const busy = byDay(room.busy, dayIndex, stretchOf);
      const taken = new Array<Meeting[] | undefined>(days.length);
      return { id: room.id, seats: room.seats, busy, days: taken, known: new Map() };
    })
    .sort((a, b) => a.seats - b.seats || (a.id < b.id ? -1 : 1));
  return { id, site: siteOf(listed?.site), hours, ordinal, rooms, days: days.map(() => []), weeks };
}

function person(
  id: string,
  name: string,
  listed: PersonToPlan | undefined,
  dayIndex: ReadonlyMap<SchoolDay, number>,
  siteOf: (key: string | undefined) => number,
): Person {
  const busy = byDay(listed?.busy ?? [], dayIndex, (span) => ({ ...stretchOf(span), site: siteOf(span.site) }));
  const days = new Array<PersonDay | undefined>(dayIndex.size);
  return { id, name, base: siteOf(listed?.base), busy, days, known: new Map() };
}

/** A day with no review. */
export function emptyDay(): PersonDay {
  return { held: [], wished: [], coming: [], points: 0 };
}

function closedByDay(
  closed: PlannerInput['providers'][number]['closed'],
  dayIndex: ReadonlyMap<SchoolDay, number>,
): ReadonlyMap<number, ReadonlySet<HalfDay>> {
  const found = new Map<number, Set<HalfDay>>();
  for (const { day, session } of closed) {
    const index = dayIndex.get(day);
    if (index === undefined) continue;
    found.set(index, (found.get(index) ?? new Set()).add(session));
  }
  return found;
}

function byDay<S extends Span, T>(
  spans: readonly S[],
  dayIndex: ReadonlyMap<SchoolDay, number>,
  as: (span: S) => T,
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const span of spans) {
    const index = dayIndex.get(span.day);
    if (index !== undefined) pushTo(found, index, as(span));
  }
  return found;
}

function pushTo<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function stretchOf({ start, end }: Span): Stretch {
  return { start: minutesOf(start), end: minutesOf(end) };
}
