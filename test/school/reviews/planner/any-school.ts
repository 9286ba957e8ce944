import { seeded } from '../../../../src/provision/scenarios/demonstration/history/usual.ts';
import {
  type Busy,
  type PlannerInput,
  type ReviewToPlace,
  reviewPlaces,
} from '../../../../src/school/reviews/planner/planner.types.ts';
import { timeOf } from '../../../../src/school/reviews/planner/time-of-day.ts';
import { schoolDays } from './half-term.ts';

const sites = ['one', 'two', 'farm-site', 'garage-site'] as const;

/** Two schools that share a leader, drawn: ragged calendars, odd lengths, closures, ways of unequal length, small rooms. */
export function anySchool(seed: number): PlannerInput {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  const some = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);
  const days = schoolDays.slice(0, 4 + below(11));
  const calendar = (): readonly Busy[] =>
    days.flatMap((day) =>
      Array.from({ length: below(4) }, () => {
        const start = 480 + below(400);
        const site = random() < 0.5 ? pick(sites) : undefined;
        return { day, start: timeOf(start), end: timeOf(start + 10 + below(150)), site };
      }),
    );
  const staff = ['leader', 'tutor-1', 'tutor-2', 'visitor'];
  const review = (nth: number): ReviewToPlace => {
    const first = below(days.length);
    const last = Math.min(days.length - 1, first + below(days.length));
    const places = some(reviewPlaces, 0.6);
    const day = (index: number) => days[index] ?? '';
    return {
      review: `re-${nth}`,
      pupil: `pu-${below(12)}`,
      placement: `pl-${nth}`,
      label: `R.${nth} Y9`,
      school: pick(['one', 'two']),
      provider: pick(['farm', 'garage']),
      site: pick(['farm-site', 'garage-site']),
      earliest: day(first),
      due: day(last),
      invitedFrom: random() < 0.2 ? day(below(first + 2)) : undefined,
      minutes: 20 + below(60),
      required: some(staff, 0.35),
      optional: some(staff, 0.3),
      places: places.length > 0 ? places : [pick(reviewPlaces)],
      seats: 2 + below(6),
      pupilAt: days.flatMap((date) => [{ day: date, session: pick(['AM', 'PM']), at: pick(['provider', 'school']) }]),
    };
  };
  return {
    reviews: Array.from({ length: 2 + below(14) }, (_, nth) => review(nth)),
    people: staff.map((id) => ({ id, name: id, busy: calendar(), base: random() < 0.7 ? pick(sites) : undefined })),
    schools: (['one', 'two'] as const).map((id) => ({
      id,
      site: id,
      days: some(days, 0.9).map((day) => ({ day, start: timeOf(500 + below(90)), end: timeOf(780 + below(200)) })),
    })),
    rooms: ['one', 'two', 'two'].map((school, nth) => ({
      id: `room-${nth}`,
      name: `Room ${nth}`,
      school,
      seats: 3 + below(6),
      busy: calendar(),
    })),
    providers: ['farm', 'garage'].map((id) => ({
      id,
      name: id,
      closed: some(days, 0.3).map((day) => ({ day, session: pick(['AM', 'PM']) })),
    })),
    travel: sites.flatMap((from) => some(sites, 0.7).map((to) => ({ from, to, minutes: below(50) }))),
    settings: {
      atMostPerDay: 1 + below(3),
      atMostPerPersonPerDay: 1 + below(3),
      slotMinutes: pick([5, 10, 15, 30]),
      bufferMinutes: below(15),
      leadDays: below(8),
      midday: '12:10',
      unknownTravelMinutes: 25,
    },
  };
}
