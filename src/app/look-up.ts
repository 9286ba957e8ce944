import type { AnyAction, CalendarMeeting, Known, TenantPerson } from '../school/action.ts';
import type { Diary, World } from './ports.ts';

/** What a decision knows beside the lists. */
export type LookedUp = Required<Pick<Known, 'found' | 'meetings'>>;

/** Nothing is looked up. */
export const nothingLookedUp: LookedUp = { found: new Map(), meetings: new Map() };

/** True where the action wants people or meetings looked up in Microsoft 365 before it decides. */
export function wantsLookingUp(action: AnyAction, input: unknown): boolean {
  return action.peopleIn(input).length > 0 || action.meetingsIn(input).length > 0;
}

/** The people and the meetings of the organiser's calendar that an action asks for; who and what is not there is left out. */
export async function lookUp(
  { directory, diary }: World,
  organiser: string,
  action: AnyAction,
  input: unknown,
): Promise<LookedUp> {
  const [people, meetings] = await Promise.all([
    Promise.all([...new Set(action.peopleIn(input))].map(async (one) => [one, await directory.find(one)] as const)),
    standing(diary, organiser, action.meetingsIn(input)),
  ]);
  const found = new Map<string, TenantPerson>();
  for (const [asked, person] of people) if (person) found.set(asked, person);
  return { found, meetings };
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
