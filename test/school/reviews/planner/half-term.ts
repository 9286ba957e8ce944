import { addDays, weekdayOf } from '../../../../src/school/calendar/dates.ts';
import { planReviews } from '../../../../src/school/reviews/planner/plan-reviews.ts';
import type {
  Busy,
  PersonToPlan,
  PlannerInput,
  ReviewSchedule,
  ReviewToPlace,
  Span,
} from '../../../../src/school/reviews/planner/planner.types.ts';

/** The school days from Monday 30 November to Friday 18 December 2026. */
export const schoolDays: readonly string[] = Array.from({ length: 19 }, (_, n) => addDays('2026-11-30', n)).filter(
  (day) => weekdayOf(day) % 6 !== 0,
);

/** One school that reviews from 09:00 to 15:00, two providers 20 minutes away, an AP leader and a tutor with empty calendars. */
export function input(reviews: readonly ReviewToPlace[], other: Partial<PlannerInput> = {}): PlannerInput {
  return {
    reviews,
    people: [leader(), { id: 'tutor', name: 'Mr Cole', busy: [], base: 'school' }],
    schools: [{ id: 'school', site: 'school', days: schoolDays.map((day) => ({ day, start: '09:00', end: '15:00' })) }],
    rooms: [],
    providers: [
      { id: 'farm', name: 'Hill Farm', closed: [] },
      { id: 'garage', name: 'The Garage', closed: [] },
    ],
    travel: [
      { from: 'school', to: 'farm-site', minutes: 20 },
      { from: 'school', to: 'garage-site', minutes: 20 },
      { from: 'farm-site', to: 'garage-site', minutes: 30 },
    ],
    settings: settings({}),
    ...other,
  };
}

/** Three a day, two for one person, starts every quarter of an hour, no buffer, five school days ahead of the due day. */
export function settings(other: Partial<PlannerInput['settings']>): PlannerInput['settings'] {
  return {
    atMostPerDay: 3,
    atMostPerPersonPerDay: 3,
    slotMinutes: 15,
    bufferMinutes: 0,
    leadDays: 5,
    midday: '12:00',
    unknownTravelMinutes: 45,
    ...other,
  };
}

/** A review of an hour at the farm with the AP leader, due in the whole window. */
export function review(id: string, other: Partial<ReviewToPlace> = {}): ReviewToPlace {
  return {
    review: id,
    pupil: `pupil of ${id}`,
    placement: `placement of ${id}`,
    label: `J.S. Y10 (${id})`,
    school: 'school',
    provider: 'farm',
    site: 'farm-site',
    earliest: '2026-11-30',
    due: '2026-12-18',
    minutes: 60,
    required: ['leader'],
    optional: [],
    places: ['provider'],
    seats: 5,
    pupilAt: schoolDays.flatMap((day) => [
      { day, session: 'AM', at: 'provider' },
      { day, session: 'PM', at: 'provider' },
    ]),
    ...other,
  };
}

/** The AP leader, with a calendar. */
export function leader(busy: readonly Busy[] = []): PersonToPlan {
  return { id: 'leader', name: 'Ms Shah', base: 'school', busy };
}

/** Busy all day on every day but those. */
export function awayBut(...days: readonly string[]): readonly Span[] {
  return schoolDays.filter((day) => !days.includes(day)).map((day) => ({ day, start: '00:00', end: '24:00' }));
}

/** "2026-12-10 09:00 provider" for each review placed, and "none" for each that is not. */
export function told(plan: ReviewSchedule): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...plan.slots.map(({ review, day, start, place, room }) => [
      review,
      [day, start, place, room].filter((word) => word).join(' '),
    ]),
    ...plan.unplaced.map(({ review }) => [review, 'none']),
  ]);
}

/** The plan for reviews, as `told` tells it. */
export function planned(reviews: readonly ReviewToPlace[], other: Partial<PlannerInput> = {}) {
  return told(planReviews(input(reviews, other)));
}
