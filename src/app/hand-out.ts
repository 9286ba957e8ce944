import { shortDate } from '../school/calendar/dates.ts';
import { minutesFor } from '../school/reviews/minutes.ts';
import type { Review } from '../school/reviews/review.record.ts';
import { type Answer, ask } from './ask.ts';
import { factsOf } from './facts.ts';
import { freshId } from './fresh-id.ts';
import { noteInJournal } from './journal.ts';
import { NotSaved } from './perform.ts';
import type { School, World } from './ports.ts';
import { wordFile, wordType } from './word.ts';

/** Who asks for the minutes of which review. */
export interface MinutesWanted {
  /** School key; optional for a person with one school. */
  readonly school?: string;
  readonly review: string;
  /** Entra object id, and the name as the token has it. */
  readonly by: string;
  readonly name: string;
}

/** A document, or why there is none. */
export type HandedOut =
  | { readonly kind: 'document'; readonly fileName: string; readonly type: string; readonly content: Uint8Array }
  | Exclude<Answer, { readonly kind: 'shown' }>;

/** Milliseconds that somebody waits for the library before the document is made of the lists. */
const patience = 5_000;

/**
 * Hands out the minutes of a review that is written up to who may read it: on the site itself staff have no rights. The file
 * as it is filed; while it is not, or the library does not answer, the same made of the lists. Who took it is noted in the
 * journal first; throws NotSaved where that cannot be.
 */
export async function handOutMinutes(world: World, { review, by, name, school }: MinutesWanted): Promise<HandedOut> {
  const answer = await ask(world, { school, view: 'review-pack', params: { review }, by, name });
  if (answer.kind !== 'shown') return answer;
  const at = world.schools().find(({ key }) => key === answer.school);
  const row = at?.store.known().review.get(review);
  // The view has looked whether this person may see this review: what it does not show is not here.
  if (!at || !row || !answer.data) return none('This review is not here, or not yours to see.');
  if (row.stage !== 'Held' || row.completedOn === undefined) {
    return none('This review is not written up yet. Its minutes follow when it is.');
  }
  const plan = minutesFor(factsOf(at, row.completedOn), row);
  if (!plan) return none('The placement of this review is not in the lists, so its minutes cannot be made.');
  await note(world, at, row, { by, name });
  const content = (await filed(at, row)) ?? (await wordFile(plan));
  return { kind: 'document', fileName: plan.fileName, type: wordType, content };
}

async function filed({ files }: School, { minutesDocument }: Review): Promise<Uint8Array | undefined> {
  if (!files || minutesDocument === undefined) return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience).unref());
  return await Promise.race([files.read(minutesDocument).catch(() => undefined), late]);
}

async function note(
  world: World,
  school: School,
  { pupil, heldOn, completedOn = '' }: Review,
  { by, name }: Pick<MinutesWanted, 'by' | 'name'>,
): Promise<void> {
  const noted = await noteInJournal(school, {
    entry: freshId('je'),
    action: 'hand-out-minutes',
    by,
    byName: name,
    about: pupil,
    because: `Minutes of the review of ${shortDate(heldOn ?? completedOn)} handed out as a file`,
    at: world.clock.now(),
  });
  if (noted) return;
  throw new NotSaved(
    'Microsoft 365 does not answer, so who takes the minutes cannot be noted. Nothing was handed out. Try again in a minute.',
  );
}

function none(says: string): HandedOut {
  return { kind: 'unknown', says };
}
