import type { PersonToPlan, PlannerInput, PlannerSettings, ReviewSchedule } from './planner.types.ts';

/** The input of one school, with the key that tells it from the others. */
export interface SchoolInput {
  readonly school: string;
  readonly input: PlannerInput;
}

/**
 * The inputs of several schools as one, so that somebody who works in two of them is never asked to be in both at a time.
 * People are one by their Entra object id; all else is told apart by its school. Where the schools' numbers differ the
 * strictest holds for all. Take each school's part out of the plan with `partOf`.
 */
export function inOne(inputs: readonly SchoolInput[]): PlannerInput {
  const named = inputs.map(({ school, input }) => withSchool(school, input));
  const all = <T>(of: (input: PlannerInput) => readonly T[]): readonly T[] => named.flatMap(of);
  return {
    reviews: all(({ reviews }) => reviews),
    people: together(all(({ people }) => people)),
    schools: all(({ schools }) => schools),
    rooms: all(({ rooms }) => rooms),
    providers: all(({ providers }) => providers),
    travel: all(({ travel }) => travel),
    settings: strictest(named.map(({ settings }) => settings)),
  };
}

/** What of a plan for several schools is one school's, with the keys as that school has them. */
export function partOf({ slots, unplaced }: ReviewSchedule, school: string): ReviewSchedule {
  const own = prefix(school);
  const bare = (key: string) => (key.startsWith(own) ? key.slice(own.length) : key);
  return {
    slots: slots
      .filter(({ review }) => review.startsWith(own))
      .map((slot) => ({
        ...slot,
        review: bare(slot.review),
        people: slot.people.map(bare),
        ...(slot.room === undefined ? {} : { room: bare(slot.room) }),
      })),
    unplaced: unplaced
      .filter(({ review }) => review.startsWith(own))
      .map((none) => ({
        ...none,
        review: bare(none.review),
        remedies: none.remedies.map((remedy) =>
          remedy.about === undefined ? remedy : { ...remedy, about: bare(remedy.about) },
        ),
      })),
  };
}

const prefix = (school: string) => `${school}>`;

function withSchool(school: string, input: PlannerInput): PlannerInput {
  const of = (key: string) => `${prefix(school)}${key}`;
  return {
    ...input,
    reviews: input.reviews.map((review) => ({
      ...review,
      review: of(review.review),
      pupil: of(review.pupil),
      placement: of(review.placement),
      school: of(review.school),
      provider: of(review.provider),
      site: of(review.site),
      ...(review.stands?.room === undefined ? {} : { stands: { ...review.stands, room: of(review.stands.room) } }),
    })),
    people: input.people.map((person) => ({
      ...person,
      busy: person.busy.map((busy) => (busy.site === undefined ? busy : { ...busy, site: of(busy.site) })),
      ...(person.base === undefined ? {} : { base: of(person.base) }),
    })),
    schools: input.schools.map((one) => ({ ...one, id: of(one.id), site: of(one.site) })),
    rooms: input.rooms.map((room) => ({ ...room, id: of(room.id), school: of(room.school) })),
    providers: input.providers.map((provider) => ({ ...provider, id: of(provider.id) })),
    travel: input.travel.map((way) => ({ ...way, from: of(way.from), to: of(way.to) })),
  };
}

/** Each person once, busy with what any school knows of; who has a place in two schools joins a call from either. */
function together(people: readonly PersonToPlan[]): readonly PersonToPlan[] {
  const found = new Map<string, PersonToPlan>();
  for (const person of people) {
    const before = found.get(person.id);
    found.set(
      person.id,
      before
        ? {
            id: person.id,
            name: before.name,
            busy: [...before.busy, ...person.busy],
            ...(before.base === person.base && person.base !== undefined ? { base: person.base } : {}),
          }
        : person,
    );
  }
  return [...found.values()];
}

function strictest(settings: readonly PlannerSettings[]): PlannerSettings {
  const [first] = settings;
  if (!first) throw new Error('There is no school to plan for.');
  const least = (of: (one: PlannerSettings) => number) => Math.min(...settings.map(of));
  const most = (of: (one: PlannerSettings) => number) => Math.max(...settings.map(of));
  return {
    ...first,
    atMostPerDay: least(({ atMostPerDay }) => atMostPerDay),
    atMostPerPersonPerDay: least(({ atMostPerPersonPerDay }) => atMostPerPersonPerDay),
    bufferMinutes: most(({ bufferMinutes }) => bufferMinutes),
    leadDays: most(({ leadDays }) => leadDays),
    unknownTravelMinutes: most(({ unknownTravelMinutes }) => unknownTravelMinutes),
  };
}
