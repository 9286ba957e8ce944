import { grouped } from '../../../school/grouped.ts';
import { travelBetween } from '../../../school/reviews/planner/candidates.ts';
import { roomBusy } from '../../../school/reviews/planner/diary.ts';
import { crowding, worth } from '../../../school/reviews/planner/score.ts';
import {
  type Candidate,
  type Meeting,
  online,
  type Person,
  type Room,
  type Workings,
} from '../../../school/reviews/planner/workings.ts';

/** A slot, and the room if one is needed, that the program may choose for a review. */
export interface Choice {
  /** Name of the variable. */
  readonly name: string;
  readonly meeting: Meeting;
  readonly slot: Candidate;
  readonly room: Room | undefined;
}

/** An optional person at a slot of a review. */
export interface Attendance {
  readonly name: string;
  readonly meeting: Meeting;
  readonly person: Person;
  readonly slot: Candidate;
}

/** A whole-number program in the text that HiGHS reads, and what its variables stand for. */
export interface ExactProgram {
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly attendances: readonly Attendance[];
  /** Points for placing one more review: more than all else together, so that no review is given up for better times. */
  readonly perPlaced: number;
}

/**
 * The reviews of one group, none of them booked yet, as an assignment program over the planner's own candidate slots and score: at most one choice a
 * review, nobody and no room in two places (travel and buffer included), at most so many a day, optional people where they
 * can come, and the cost of crowded days and weeks as steps that grow.
 */
export function exactProgram(workings: Workings, meetings: readonly Meeting[]): ExactProgram {
  const choices = choicesOf(meetings);
  const attendances = attendancesOf(meetings);
  const perPlaced = 120 * meetings.length;
  const rows: string[] = [];
  const row = (terms: readonly string[], end: string) => {
    if (terms.length > 0) rows.push(` r${rows.length}: ${terms.join(' ')} ${end}`);
  };
  const sum = (names: readonly string[]) => names.map((name) => `+ ${name}`);

  const byMeeting = grouped(choices, ({ meeting }) => meeting.review.review);
  for (const [, mine] of byMeeting) row(sum(mine.map(({ name }) => name)), '<= 1');
  for (const { name, meeting, slot } of attendances) {
    const here = (byMeeting.get(meeting.review.review) ?? []).filter((choice) => choice.slot === slot);
    row([`+ ${name}`, ...here.map((choice) => `- ${choice.name}`)], '<= 0');
  }
  for (const names of cliques(workings, choices, attendances)) row(sum(names), '<= 1');
  for (const names of roomCliques(choices)) row(sum(names), '<= 1');
  personDays(workings, choices, attendances).forEach(({ names, most }) => {
    if (names.length > most) row(sum(names), `<= ${most}`);
  });
  const steps = crowdingSteps(workings, choices);
  for (const { names, levels } of steps) row([...sum(names), ...levels.map(({ name }) => `- ${name}`)], '= 0');

  const objective = [
    ...choices.map(
      ({ name, meeting, slot }) =>
        `+ ${perPlaced + slot.points + (meeting.optional.length === 0 ? worth.optional : 0)} ${name}`,
    ),
    ...attendances.map(({ name, meeting }) => `+ ${worth.optional / meeting.optional.length} ${name}`),
    ...steps.flatMap(({ levels }) =>
      levels.filter(({ cost }) => cost > 0).map(({ name, cost }) => `- ${cost} ${name}`),
    ),
  ];
  const text = [
    'Maximize',
    ` points: ${objective.join('\n ')}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...steps.flatMap(({ levels }) => levels.map(({ name }) => ` 0 <= ${name} <= 1`)),
    'Binary',
    ...[...choices, ...attendances].map(({ name }) => ` ${name}`),
    'End',
  ].join('\n');
  return { text, choices, attendances, perPlaced };
}

function choicesOf(meetings: readonly Meeting[]): readonly Choice[] {
  const found: Choice[] = [];
  for (const meeting of meetings) {
    for (const slot of meeting.candidates) {
      for (const room of roomsFor(meeting, slot)) found.push({ name: `x${found.length}`, meeting, slot, room });
    }
  }
  return found;
}

function roomsFor({ school, review }: Meeting, slot: Candidate): readonly (Room | undefined)[] {
  if (slot.place !== 'school' || school.rooms.length === 0) return [undefined];
  return school.rooms.filter((room) => room.seats >= review.seats && !roomBusy(room, slot));
}

function attendancesOf(meetings: readonly Meeting[]): readonly Attendance[] {
  const found: Attendance[] = [];
  for (const meeting of meetings) {
    for (const slot of meeting.candidates) {
      for (const [index, person] of meeting.optional.entries()) {
        if ((slot.free & (1 << index)) !== 0) found.push({ name: `y${found.length}`, meeting, person, slot });
      }
    }
  }
  return found;
}

/** Something that takes a person's time if it is chosen. */
interface Use {
  readonly name: string;
  readonly meeting: Meeting;
  readonly slot: Candidate;
  /** Where the person would be. */
  readonly site: number;
}

function usesByPersonDay(
  choices: readonly Choice[],
  attendances: readonly Attendance[],
): ReadonlyMap<string, readonly (Use & { readonly person: Person })[]> {
  const all = [
    ...choices.flatMap(({ name, meeting, slot }) => meeting.people.map((person) => ({ name, meeting, slot, person }))),
    ...attendances,
  ].map(({ name, meeting, slot, person }) => ({
    name,
    meeting,
    slot,
    person,
    site: slot.site === online ? person.base : slot.site,
  }));
  return grouped(all, ({ person, slot }) => `${person.id}|${slot.day}`);
}

/**
 * Sets of choices of which any two clash for one person. Around a site X: what is there at time t, with what is at another
 * site Y at t shifted by up to the way between, are all in each other's way, because no detour is shorter than the way
 * itself. Shifted by the whole way ahead, not at all, and the whole way back (and steps between, where a way is longer
 * than a review) these sets hold every pair that clashes.
 */
function cliques(
  workings: Workings,
  choices: readonly Choice[],
  attendances: readonly Attendance[],
): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const { bufferMinutes } = workings.input.settings;
  for (const [, uses] of usesByPersonDay(choices, attendances)) {
    if (new Set(uses.map(({ meeting }) => meeting)).size < 2) continue;
    const shortest = Math.min(...uses.map(({ slot }) => slot.end - slot.start)) + bufferMinutes;
    const sites = [...new Set(uses.map(({ site }) => site))];
    for (const centre of sites) {
      const way = new Map(sites.map((site) => [site, travelBetween(workings, centre, site)]));
      const steps = Math.ceil(Math.max(...way.values()) / shortest);
      for (let step = -steps; step <= steps; step += 1) {
        const shift = (site: number) => (steps === 0 ? 0 : ((way.get(site) ?? 0) * step) / steps);
        const spans = uses.map((use) => ({
          use,
          start: use.slot.start - shift(use.site),
          end: use.slot.end + bufferMinutes - shift(use.site),
        }));
        for (const at of new Set(spans.map(({ start }) => start))) {
          const here = spans.filter(({ start, end }) => start <= at && at < end).map(({ use }) => use);
          if (new Set(here.map(({ meeting }) => meeting)).size < 2) continue;
          const names = here.map(({ name }) => name);
          found.set(names.join(' '), names);
        }
      }
    }
  }
  return [...found.values()];
}

function roomCliques(choices: readonly Choice[]): readonly (readonly string[])[] {
  const byRoomDay = grouped(
    choices.filter(({ room }) => room),
    ({ room, slot }) => `${room?.id}|${slot.day}`,
  );
  return [...byRoomDay.values()].flatMap((uses) =>
    [...new Set(uses.map(({ slot }) => slot.start))]
      .map((at) => uses.filter(({ slot }) => slot.start <= at && at < slot.end))
      .filter((here) => new Set(here.map(({ meeting }) => meeting)).size > 1)
      .map((here) => here.map(({ name }) => name)),
  );
}

function personDays(
  workings: Workings,
  choices: readonly Choice[],
  attendances: readonly Attendance[],
): readonly { readonly names: readonly string[]; readonly most: number }[] {
  const { atMostPerPersonPerDay } = workings.input.settings;
  return [...usesByPersonDay(choices, attendances).values()].flatMap((uses) => {
    const [first] = uses;
    if (!first || new Set(uses.map(({ meeting }) => meeting)).size <= atMostPerPersonPerDay) return [];
    return [{ names: uses.map(({ name }) => name), most: atMostPerPersonPerDay }];
  });
}

/** The reviews of a day or week, and the steps by which each further one costs more; a day has as many as it may hold. */
interface Steps {
  readonly names: readonly string[];
  readonly levels: readonly { readonly name: string; readonly cost: number }[];
}

function crowdingSteps(workings: Workings, choices: readonly Choice[]): readonly Steps[] {
  const { atMostPerDay } = workings.input.settings;
  let made = 0;
  const stepsOf = (of: readonly Choice[], most: number, each: number): Steps => ({
    names: of.map(({ name }) => name),
    levels: Array.from({ length: most }, (_, n) => {
      made += 1;
      return { name: `z${made}`, cost: each * n };
    }),
  });
  return [...grouped(choices, ({ meeting }) => meeting.school.id).values()].flatMap((mine) => [
    ...[...grouped(mine, ({ slot }) => `${slot.day}`).values()].map((of) => stepsOf(of, atMostPerDay, crowding.day)),
    ...[...grouped(mine, ({ slot }) => `${workings.weekOf[slot.day]}`).values()].map((of) =>
      stepsOf(of, Math.min(5 * atMostPerDay, new Set(of.map(({ meeting }) => meeting)).size), crowding.week),
    ),
  ]);
}
