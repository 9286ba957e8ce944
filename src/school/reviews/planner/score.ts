import { mondayOf } from '../../calendar/dates.ts';
import type { SchoolDay } from '../../moment.ts';
import type { PlannerInput, ProposedSlot, ReviewPlace, ReviewToPlace } from './planner.types.ts';
import { halfDaysOf, minutesOf } from './time-of-day.ts';

/** What the parts of a good slot are worth; together 100 points. */
export const worth = { early: 40, pupil: 25, place: 20, optional: 15 } as const;

/** What crowding costs: the second review of a school's day costs `day`, the third twice that; likewise in a week. */
export const crowding = { day: 4, week: 1 } as const;

/** What a slot's points come from. */
export interface SlotFacts {
  /** School days after the slot's day, up to and including the due day. */
  readonly daysLeft: number;
  /** Where the pupil is meanwhile: at the review's place, elsewhere in education, or in no session. */
  readonly pupil: 'there' | 'elsewhere' | 'nowhere';
  /** 0 for the place liked best. */
  readonly choice: number;
}

/** Points of a slot without its optional people (0 to 85): in good time, where the pupil is, at the place liked best. */
export function slotPoints({ daysLeft, pupil, choice }: SlotFacts, leadDays: number): number {
  const early = leadDays > 0 ? Math.min(1, daysLeft / leadDays) : 1;
  const there = pupil === 'there' ? 1 : pupil === 'elsewhere' ? 0.5 : 0;
  return worth.early * early + worth.pupil * there + worth.place / 2 ** choice;
}

/** Points for the optional people who can come (0 to 15); all of them where nobody is asked. */
export function optionalPoints(coming: number, asked: number): number {
  return asked === 0 ? worth.optional : (worth.optional * coming) / asked;
}

/** Points lost when a school has so many reviews on one day, or in one week. */
export function crowdingCost(reviews: number, each: number): number {
  return (each * reviews * (reviews - 1)) / 2;
}

/**
 * Where the pupil is for a review at a place, from where the timetable has the pupil in each session that the review
 * touches. Online, provider and school are equally good.
 */
export function pupilWhere(
  sessions: readonly ('provider' | 'school' | undefined)[],
  place: ReviewPlace,
): SlotFacts['pupil'] {
  if (sessions.includes(undefined)) return 'nowhere';
  return place === 'online' || sessions.every((at) => at === place) ? 'there' : 'elsewhere';
}

/** Those who are asked to come if they can: without doubles, the pupil and those who must come anyway; at most 30. */
export function optionalOf(review: ReviewToPlace): readonly string[] {
  const asked = review.optional.filter((person) => person !== review.pupil && !review.required.includes(person));
  return [...new Set(asked)].slice(0, 30);
}

/** The score of a plan. Fewer unplaced reviews always win; of two plans with as many, more points win. */
export interface PlanScore {
  readonly placed: number;
  readonly unplaced: number;
  /** Sum of the slots' points less what crowded days and weeks cost. */
  readonly points: number;
}

/** The score of slots for an input: counted from the slots alone, so that a plan from anywhere can be compared. */
export function scorePlan(input: PlannerInput, slots: readonly ProposedSlot[]): PlanScore {
  const { settings } = input;
  const reviews = new Map(input.reviews.map((review) => [review.review, review]));
  const days = new Map(input.schools.map(({ id, days }) => [id, days.map(({ day }) => day)]));
  const loads = new Map<string, number>();
  const add = (key: string) => loads.set(key, (loads.get(key) ?? 0) + 1);
  const load = (school: string, day: SchoolDay) => {
    add(`day|${school}|${day}`);
    add(`week|${school}|${mondayOf(day)}`);
  };
  let points = 0;
  for (const slot of slots) {
    const review = reviews.get(slot.review);
    if (!review) continue;
    load(review.school, slot.day);
    points += pointsOf(review, slot, days.get(review.school) ?? [], settings);
  }
  for (const [key, count] of loads) {
    points -= crowdingCost(count, key.startsWith('day|') ? crowding.day : crowding.week);
  }
  return { placed: slots.length, unplaced: input.reviews.length - slots.length, points };
}

/** Positive when the first plan is better, negative when the second is, 0 when they are worth the same. */
export function compareScores(one: PlanScore, other: PlanScore): number {
  return other.unplaced - one.unplaced || one.points - other.points;
}

function pointsOf(
  review: ReviewToPlace,
  slot: ProposedSlot,
  days: readonly SchoolDay[],
  { leadDays, midday }: PlannerInput['settings'],
): number {
  const facts: SlotFacts = {
    daysLeft: days.filter((day) => slot.day < day && day <= review.due).length,
    pupil: pupilWhere(
      halfDaysOf(minutesOf(slot.start), minutesOf(slot.end), minutesOf(midday)).map(
        (session) => review.pupilAt.find((at) => at.day === slot.day && at.session === session)?.at,
      ),
      slot.place,
    ),
    choice: review.places.indexOf(slot.place),
  };
  const asked = optionalOf(review);
  const coming = asked.filter((person) => slot.people.includes(person)).length;
  return slotPoints(facts, leadDays) + optionalPoints(coming, asked.length);
}
