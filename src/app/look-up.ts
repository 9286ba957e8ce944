import type { AnyAction, CalendarMeeting, Known, TenantPerson } from '../school/action.ts';
import { type TakenElsewhere, takenAt, takenNeeds } from '../school/reviews/elsewhere.ts';
import { inStep } from './in-step.ts';
import type { Diary, School, World } from './ports.ts';

/** What a decision knows beside the lists. */
export type LookedUp = Required<Pick<Known, 'found' | 'meetings' | 'elsewhere'>>;

/** Nothing is looked up. */
export const nothingLookedUp: LookedUp = { found: new Map(), meetings: new Map(), elsewhere: [] };

/** True where the action wants to know more than the lists of its own school before it decides. */
export function wantsLookingUp(action: AnyAction, input: unknown): boolean {
  return action.elsewhere === true || action.peopleIn(input).length > 0 || action.meetingsIn(input).length > 0;
}

/**
 * The people and the meetings of the organiser's calendar that an action asks for, and when other schools take people; who and
 * what is not there is left out.
 */
export async function lookUp(
  world: World,
  school: School,
  organiser: string,
  action: AnyAction,
  input: unknown,
): Promise<LookedUp> {
  const { directory, diary } = world;
  const [people, meetings, elsewhere] = await Promise.all([
    Promise.all([...new Set(action.peopleIn(input))].map(async (one) => [one, await directory.find(one)] as const)),
    standing(diary, organiser, action.meetingsIn(input)),
    action.elsewhere ? elsewhereOf(world, school) : [],
  ]);
  const found = new Map<string, TenantPerson>();
  for (const [asked, person] of people) if (person) found.set(asked, person);
  return { found, meetings, elsewhere };
}

/** When the other schools take people; a school that does not answer tells what is known of it. What this server books counts at once. */
async function elsewhereOf(world: World, school: School): Promise<readonly TakenElsewhere[]> {
  const others = world.schools().filter(({ key }) => key !== school.key);
  await Promise.all(others.map(({ store }) => inStep(store, takenNeeds).catch(() => undefined)));
  return others.flatMap(({ store }) => takenAt(store.known()));
}

/** Those of the meetings that stand in the organiser's calendar; what stands in another is nobody's business here. */
async function standing(
  diary: Diary | undefined,
  organiser: string,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, CalendarMeeting>> {
  if (!diary || organiser === '') return new Map();
  const read = await Promise.all(wanted.map(async (id) => [id, await diary.get(organiser, id)] as const));
  return new Map(
    read.flatMap(([asked, held]) => {
      if (!held) return [];
      const { id, start, end, joinUrl, series, answers } = held;
      return [
        [asked, { id, start, end, online: joinUrl !== undefined, series, mails: answers.map(({ mail }) => mail) }],
      ] as const;
    }),
  );
}
