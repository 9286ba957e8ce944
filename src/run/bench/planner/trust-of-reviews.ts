import { seeded } from '../../../provision/scenarios/demonstration/history/usual.ts';
import { addDays, weekdayOf } from '../../../school/calendar/dates.ts';
import type {
  Busy,
  PersonToPlan,
  PlannerInput,
  ReviewPlace,
  ReviewToPlace,
  RoomToPlan,
  SchoolToPlan,
  Travel,
} from '../../../school/reviews/planner/planner.types.ts';

/** Reviews that one school has to hold in the half term. */
export const reviewsPerSchool = 30;

const days = weekdaysFrom('2026-11-02', '2026-12-18');

const settings: PlannerInput['settings'] = {
  atMostPerDay: 2,
  atMostPerPersonPerDay: 2,
  slotMinutes: 15,
  bufferMinutes: 5,
  leadDays: 10,
  midday: '12:15',
  unknownTravelMinutes: 45,
};

/**
 * A trust of so many schools in Autumn 2 of 2026/27, invented and the same for each seed. It is short of time on purpose:
 * leaders and tutors teach much of the week, each school has one room, two schools share a trust visitor, and many
 * reviews fall due before the half term ends.
 */
export function trustOfReviews(schools: number, seed: number): PlannerInput {
  const random = seeded(seed);
  const parts = Array.from({ length: schools }, (_, nth) => schoolPart(nth, random));
  const visitors = Array.from({ length: Math.ceil(schools / 2) }, (_, nth) =>
    person(`visitor-${nth}`, `Trust visitor ${nth + 1}`, 0.5, random, `school-${nth * 2}`),
  );
  return {
    settings,
    reviews: parts.flatMap(({ reviews }) => reviews),
    people: [...parts.flatMap(({ people }) => people), ...visitors],
    schools: parts.map(({ school }) => school),
    rooms: parts.map(({ room }) => room),
    providers: parts.flatMap(({ providers }) => providers),
    travel: parts.flatMap(({ travel }) => travel),
  };
}

interface SchoolPart {
  readonly school: SchoolToPlan;
  readonly people: readonly PersonToPlan[];
  readonly room: RoomToPlan;
  readonly providers: PlannerInput['providers'];
  readonly travel: readonly Travel[];
  readonly reviews: readonly ReviewToPlace[];
}

function schoolPart(nth: number, random: () => number): SchoolPart {
  const id = `school-${nth}`;
  const sites = [id, ...[0, 1, 2].map((n) => `${id}-site-${n}`)];
  const where = sites.map(() => [random() * 24, random() * 24] as const);
  const travel = sites.flatMap((from, a) =>
    sites.slice(a + 1).map((to, b): Travel => {
      const [here, there] = [where[a], where[a + 1 + b]];
      const across = (here?.[0] ?? 0) - (there?.[0] ?? 0);
      const up = (here?.[1] ?? 0) - (there?.[1] ?? 0);
      return { from, to, minutes: 5 + Math.ceil(Math.hypot(across, up)) };
    }),
  );
  const providers = sites.slice(1).map((site, n) => ({
    id: `${site}-provider`,
    name: `Provider ${nth + 1}.${n + 1}`,
    closed: days.filter(() => random() < 0.1).map((day) => ({ day, session: 'PM' as const })),
  }));
  const leader = person(`${id}-leader`, 'AP leader', 0.48, random, id);
  const senco = person(`${id}-senco`, 'SENCO', 0.55, random, id);
  const tutors = Array.from({ length: 6 }, (_, n) => person(`${id}-tutor-${n}`, `Tutor ${n + 1}`, 0.5, random, id));
  return {
    school: { id, site: id, days: days.map((day) => ({ day, start: '08:45', end: '16:00' })) },
    people: [leader, senco, ...tutors],
    room: { id: `${id}-room`, name: 'Meeting room', school: id, seats: 8, busy: busyHours(0.35, random) },
    providers,
    travel,
    reviews: Array.from({ length: reviewsPerSchool }, (_, n) => review(id, nth, n, random)),
  };
}

function review(school: string, nth: number, n: number, random: () => number): ReviewToPlace {
  const key = `${school}-review-${String(n).padStart(2, '0')}`;
  const site = Math.floor(random() * 3);
  const weekdays = new Set([1, 2, 3, 4, 5].filter(() => random() < 0.5));
  const first = Math.floor(random() * 7);
  const due = random() < 0.2 ? days.length - 1 : first + 5 + Math.floor(random() * 7);
  const places: readonly ReviewPlace[] = random() < 0.2 ? ['provider', 'school'] : ['provider', 'school', 'online'];
  return {
    review: key,
    pupil: `${key}-pupil`,
    placement: `${key}-placement`,
    label: `Pupil ${nth + 1}.${n + 1}`,
    school,
    provider: `${school}-site-${site}-provider`,
    site: `${school}-site-${site}`,
    earliest: days[first] ?? '',
    due: days[due] ?? '',
    minutes: random() < 0.7 ? 45 : 60,
    required: [
      `${school}-leader`,
      `${school}-tutor-${Math.floor(random() * 6)}`,
      ...(random() < 0.3 ? [`${school}-senco`] : []),
    ],
    optional: random() < 0.3 ? [`visitor-${Math.floor(nth / 2)}`] : random() < 0.4 ? [`${school}-senco`] : [],
    places,
    seats: 5,
    pupilAt: days.flatMap((day) => {
      const at = weekdays.has(weekdayOf(day)) ? ('provider' as const) : ('school' as const);
      return [
        { day, session: 'AM' as const, at },
        { day, session: 'PM' as const, at },
      ];
    }),
  };
}

function person(id: string, name: string, busy: number, random: () => number, base: string): PersonToPlan {
  return { id, name, base, busy: busyHours(busy, random).map((span) => ({ ...span, site: base })) };
}

/** Lessons and meetings: the hours from 08:45, each taken with the chance given. */
function busyHours(chance: number, random: () => number): readonly Busy[] {
  const starts = ['08:45', '09:45', '10:45', '12:00', '13:00', '14:00', '15:00'];
  const ends = ['09:45', '10:45', '11:45', '13:00', '14:00', '15:00', '16:00'];
  return days.flatMap((day) =>
    starts.flatMap((start, n) => (random() < chance ? [{ day, start, end: ends[n] ?? start }] : [])),
  );
}

function weekdaysFrom(first: string, last: string): readonly string[] {
  const found: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (weekdayOf(day) % 6 !== 0) found.push(day);
  }
  return found;
}
