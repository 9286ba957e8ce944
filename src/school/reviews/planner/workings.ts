import { mondayOf } from '../../calendar/dates.ts';
import type { SchoolDay } from '../../moment.ts';
import type { HalfDay, PersonToPlan, PlannerInput, ReviewPlace, ReviewToPlace, Span } from './planner.types.ts';
import { optionalOf } from './score.ts';
import type { Starts, Stretch } from './starts.ts';
import { minutesOf } from './time-of-day.ts';
import { sitesOf, travelOf } from './travel.ts';

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
  readonly busy: readonly (readonly (Stretch & { readonly site: number })[] | undefined)[];
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
  readonly coming: Meeting[];
  /** Points of `coming`. */
  points: number;
}

/** A room and the reviews that the plan gives it day by day. */
export interface Room {
  readonly id: string;
  readonly seats: number;
  readonly busy: readonly (readonly Stretch[] | undefined)[];
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
  /** Points that one more review would cost, by day; infinite on a day that is full. */
  readonly crowd: number[];
}

/** A review while a time is sought for it. */
export interface Meeting {
  /** Position in the input. */
  readonly order: number;
  readonly review: ReviewToPlace;
  readonly school: School;
  /** The pupil first, then those required. */
  readonly people: readonly Person[];
  /** Those of `people` who are wanted at another review too: only they can be missed elsewhere. */
  readonly shared: readonly Person[];
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
  /** The days of each week. */
  readonly weekDays: readonly (readonly number[])[];
  readonly sites: ReadonlyMap<string, number>;
  /** Minutes from site to site, row by row; the first row and column stand for `nowhere`. */
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
  const mondays = days.map(mondayOf);
  const weeks = [...new Set(mondays)];
  const weekOf = mondays.map((monday) => weeks.indexOf(monday));
  const weekDays = weeks.map((week) => [...mondays.keys()].filter((day) => mondays[day] === week));
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

  const shared = sharedBy(input.reviews);
  const meetings = input.reviews.map((review, order): Meeting => {
    const school = schools.get(review.school) ?? schoolOf(input, review.school, days, dayIndex, weekOf, siteOf);
    const required = [...new Set([review.pupil, ...review.required])].map(personOf);
    return {
      order,
      review,
      school,
      people: required,
      shared: required.filter(({ id }) => shared.has(id)),
      optional: optionalOf(review).map(personOf),
      candidates: [],
      at: undefined,
      room: undefined,
    };
  });

  return {
    input,
    days,
    dayIndex,
    weekOf,
    weekDays,
    sites,
    travel: travelOf(input, sites),
    midday: minutesOf(input.settings.midday),
    closed: new Map(input.providers.map(({ id, closed }) => [id, closedByDay(closed, dayIndex)])),
    meetings,
    points: 0,
  };
}

/** Those who are wanted at more than one review. */
function sharedBy(reviews: readonly ReviewToPlace[]): ReadonlySet<string> {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const { pupil, required, optional } of reviews) {
    for (const id of new Set([pupil, ...required, ...optional])) {
      if (once.has(id)) shared.add(id);
      else once.add(id);
    }
  }
  return shared;
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
      const taken = new Array<Meeting[] | undefined>(days.length).fill(undefined);
      return { id: room.id, seats: room.seats, busy, days: taken, known: new Map() };
    })
    .sort((a, b) => a.seats - b.seats || (a.id < b.id ? -1 : 1));
  const crowd = days.map(() => (input.settings.atMostPerDay > 0 ? 0 : Number.POSITIVE_INFINITY));
  return { id, site: siteOf(listed?.site), hours, ordinal, rooms, days: days.map(() => []), weeks, crowd };
}

function person(
  id: string,
  name: string,
  listed: PersonToPlan | undefined,
  dayIndex: ReadonlyMap<SchoolDay, number>,
  siteOf: (key: string | undefined) => number,
): Person {
  const busy = byDay(listed?.busy ?? [], dayIndex, ({ start, end, site }) => ({
    start: minutesOf(start),
    end: minutesOf(end),
    site: siteOf(site),
  }));
  const days = new Array<PersonDay | undefined>(dayIndex.size).fill(undefined);
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
): readonly (readonly T[] | undefined)[] {
  const found = new Array<T[] | undefined>(dayIndex.size).fill(undefined);
  for (const span of spans) {
    const index = dayIndex.get(span.day);
    if (index === undefined) continue;
    const day = found[index];
    if (day) day.push(as(span));
    else found[index] = [as(span)];
  }
  return found;
}

function stretchOf({ start, end }: Span): Stretch {
  return { start: minutesOf(start), end: minutesOf(end) };
}
