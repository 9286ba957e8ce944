import type { Problem } from '../schema/parse.ts';
import { addDays } from '../school/calendar/dates.ts';
import { type Instant, momentOf } from '../school/moment.ts';
import type { RecordName } from '../school/records.ts';
import type { Person } from '../school/roles.ts';
import type { BusyTime, CalendarsWanted, Seen } from '../school/view.ts';
import { views } from '../school/views.ts';
import { factsOf } from './facts.ts';
import { inStep } from './in-step.ts';
import { pastOf } from './past.ts';
import type { School, World } from './ports.ts';
import { askerOf, type Refusal } from './which-school.ts';

/** A question: which view, for whom. */
export interface Question {
  /** School key; optional for a person with one school. */
  readonly school?: string;
  readonly view: string;
  readonly params: unknown;
  /** Entra object id of who asks, or `clock` for the app's own rounds and channel cards. */
  readonly by: string;
  /** Display name as the token has it, for people without an assignment. */
  readonly name?: string;
}

/** What the question gets. */
export type Answer =
  | {
      readonly kind: 'shown';
      readonly school: string;
      readonly asOf: Instant;
      /** Seconds since it was known to be so; 0 up to half a minute. */
      readonly ageSeconds: number;
      readonly data: unknown;
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | Refusal
  | { readonly kind: 'unknown'; readonly says: string };

/** Answers a question from memory: checks parameters and role, shows the view. Every read goes through here. */
export async function ask(world: World, question: Question): Promise<Answer> {
  const view = Object.hasOwn(views, question.view) ? views[question.view] : undefined;
  if (!view) return { kind: 'unknown', says: `There is no view called ${question.view}.` };
  const asker = await askerOf(world, question);
  if ('kind' in asker) return asker;
  const { school, person } = asker;
  const { roles } = view;
  if (person.id !== 'clock' && roles !== 'anyone' && !roles.some((role) => person.roles.includes(role))) {
    return { kind: 'forbidden', says: 'Your role does not show this. Ask the AP leader if it should.' };
  }
  const { seen, age } = await seenBy(world, school, person, view.needs, (facts) =>
    view.calendarsFor(facts, question.params),
  );
  const past = await pastOf(school.store, view.pastFor(seen, question.params));
  const shown = view.answer({ ...seen, past }, question.params);
  if (!shown.ok) return { kind: 'problems', problems: shown.problems };
  const asOf = before(seen.now.instant, age);
  return { kind: 'shown', school: school.key, asOf, ageSeconds: age, data: shown.value };
}

/** What a person sees of a school: its records in step, the time, and the calendars that are asked for. */
export async function seenBy(
  world: World,
  school: School,
  person: Person,
  needs: readonly RecordName[],
  calendars: (seen: Seen) => CalendarsWanted | undefined,
): Promise<{ readonly seen: Seen; readonly age: number }> {
  const age = await inStep(school.store, needs);
  const now = momentOf(world.clock.now());
  const seen = { ...factsOf(school, now.today), now, by: person };
  const busy = await calendarsOf(world, seen.settings.organiser, calendars(seen));
  return { seen: { ...seen, busy }, age };
}

/** Milliseconds that a question waits for calendars before it is answered without them. */
const patience = 8_000;

/** The busy times that a view asked for; none where Outlook does not answer, and the view says so. */
async function calendarsOf(
  { diary }: World,
  organiser: string,
  wanted: CalendarsWanted | undefined,
): Promise<ReadonlyMap<string, readonly BusyTime[]> | undefined> {
  if (!wanted || !diary || organiser === '') return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience).unref());
  const read = diary.busy(organiser, wanted.mailboxes, wanted.from, wanted.to).catch(() => undefined);
  const held = await Promise.race([read, late]);
  return held && new Map([...held].flatMap(([mail, taken]) => (taken ? [[mail, taken.flatMap(byDay)] as const] : [])));
}

/** One stretch a day: what goes on over night is busy until the one day's end and from the next one's beginning. */
function byDay({ start, end }: { readonly start: string; readonly end: string }): readonly BusyTime[] {
  const days: BusyTime[] = [];
  const last = end.slice(0, 10);
  for (let day = start.slice(0, 10); day <= last; day = addDays(day, 1)) {
    const from = day === start.slice(0, 10) ? start.slice(11, 16) : '00:00';
    const until = day === last ? end.slice(11, 16) : '23:59';
    if (from < until) days.push({ day, start: from, end: until });
  }
  return days;
}

function before(instant: Instant, seconds: number): Instant {
  return seconds === 0 ? instant : `${new Date(Date.parse(instant) - seconds * 1000).toISOString().slice(0, 19)}Z`;
}
