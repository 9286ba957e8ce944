import type { Problem } from '../schema/parse.ts';
import type { Known } from '../school/action.ts';
import { actions } from '../school/actions.ts';
import type { ChangeResult } from '../school/change.ts';
import type { Finding } from '../school/finding.ts';
import { momentOf } from '../school/moment.ts';
import { type Carried, carryOut } from './carry-out.ts';
import { carryOutFiles, documentsOf } from './carry-out-files.ts';
import { decide } from './decide.ts';
import { freshId } from './fresh-id.ts';
import { carryHeld, closeEntry, leased, openEntry, type Plan, withdrawEntry } from './journal.ts';
import { forgetPast } from './past.ts';
import type { School, World } from './ports.ts';
import { sendWaiting } from './post-office.ts';
import { askerOf, type Refusal } from './which-school.ts';

/** What somebody wants done. */
export interface Wish {
  readonly school?: string;
  readonly action: string;
  readonly input: unknown;
  /** Entra object id, or `clock`. */
  readonly by: string;
  readonly name?: string;
  readonly via: Known['via'];
  /** Where somebody else is bringing the lists in step, as for all actions of a round: when that is done. They are not asked again. */
  readonly inStep?: Promise<void>;
}

/** What became of it. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly school: string;
      readonly entry: string;
      readonly results: readonly ChangeResult[];
      /** What of it Microsoft 365 refused for good, in sentences; the rest is saved. */
      readonly says: readonly string[];
    }
  /** In the journal; SharePoint lags and it will be carried out. */
  | {
      readonly kind: 'accepted';
      readonly school: string;
      readonly entry: string;
      readonly says: readonly string[];
      /** Instant (machine's clock) until which it waits and can be undone. */
      readonly undoUntil?: string;
    }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | Refusal
  | { readonly kind: 'unknown'; readonly says: string };

/** Nothing was written: not even the journal could be reached. Routes answer 503, cards "not saved, press again". */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}

/** Milliseconds (machine's clock) in which a press is answered: Teams gives a card five seconds. */
const patience = 4_300;
/** Nobody waits for a round: it may take as long as Graph's own patience. */
const roundPatience = 25_000;

/** Does what somebody wants, or says why not: parse, role, needs, decide, journal, carry out. Every write goes through here. */
export async function perform(world: World, wish: Wish): Promise<Outcome> {
  const until = Date.now() + (wish.via === 'Round' ? roundPatience : patience);
  const action = Object.hasOwn(actions, wish.action) ? actions[wish.action] : undefined;
  if (!action) return { kind: 'unknown', says: `There is no action called ${wish.action}.` };
  const asker = await reach(askerOf(world, wish), until);
  if ('kind' in asker) return asker;
  const { school } = asker;
  const decided = await decide(world, school, action, wish, (work) => reach(work, until));
  if (decided === 'forbidden') {
    return { kind: 'forbidden', says: 'Your role does not do this. Ask the AP leader if it should.' };
  }
  const { decision, plan, opening } = decided;
  if ('problems' in decision) return { kind: 'problems', problems: decision.problems };
  if ('refused' in decision) return { kind: 'refused', findings: decision.refused };
  const { changes, unchanged = [], holdSeconds, says = [] } = decision;
  if (!plan) return { kind: 'done', school: school.key, entry: freshId('je'), results: unchanged, says };
  const { entry } = plan;
  await journal(world, school, plan, until, opening);
  if (holdSeconds !== undefined) {
    const wait = holdSeconds * 1000;
    setTimeout(() => void carryHeld(world, school, entry).catch(() => undefined), wait).unref();
    const undoUntil = new Date(Date.now() + wait).toISOString();
    return { kind: 'accepted', school: school.key, entry, says, undoUntil };
  }
  const work = carry(world, school, plan);
  const carried = await within(work, until).catch(() => undefined);
  if (!carried || carried.later)
    return { kind: 'accepted', school: school.key, entry, says: [...says, ...(carried?.waits ?? [])] };
  if (carried.results.length === 0 && carried.refused.length > 0) throw new NotSaved(carried.refused.join(' '));
  return {
    kind: 'done',
    school: school.key,
    entry,
    results: [...carried.results, ...unchanged],
    says: [...says, ...carried.refused, ...(documentsOf(changes).length > 0 ? [documentFollows] : [])],
  };
}

/** Writes the entry, or says that nothing was saved: an entry that arrives too late is closed again as Refused. */
async function journal(
  world: World,
  school: School,
  plan: Plan,
  until: number,
  opening?: Promise<boolean>,
): Promise<void> {
  const writing = opening ?? openEntry(school, world.server, plan, momentOf(world.clock.now()));
  const written = await within(writing, until).catch(() => undefined);
  if (written) return;
  writing
    .catch(() => false)
    .then(() => withdrawEntry(school, plan.entry))
    .catch(() => undefined);
  throw new NotSaved('Microsoft 365 does not answer. Nothing was saved. Press again in a minute.');
}

/** Said where a document is filed after the answer. */
const documentFollows = 'The minutes follow as a Word document in the school’s library.';

/**
 * Carries out and closes; what SharePoint does not take now stays Open and is finished when the lease has lapsed. Nobody waits
 * for a document: what was saved is answered, and the entry is closed once it is filed.
 */
async function carry(
  world: World,
  school: School,
  { entry, changes, about }: Pick<Plan, 'entry' | 'changes' | 'about'>,
): Promise<Carried> {
  const work = carryOut(world, school, entry, changes, momentOf(world.clock.now()));
  const carried = await leased(world.server, school, entry, work);
  if (carried.later) return carried;
  const nothing = carried.results.length === 0 && carried.refused.length > 0;
  const close = async () => {
    await closeEntry(school, entry, nothing ? 'Refused' : 'Done', carried.results);
    forgetPast(school.store, about);
  };
  if (nothing || documentsOf(changes).length === 0) await close();
  else void fileThen(close, school, entry, changes);
  sendWaiting(world, school).catch(() => undefined);
  return carried;
}

async function fileThen(
  close: () => Promise<void>,
  school: School,
  entry: string,
  changes: Plan['changes'],
): Promise<void> {
  const { waits } = await carryOutFiles(school, entry, changes);
  // What does not close now is finished by whichever server takes the entry over.
  if (waits.length === 0) await close().catch(() => undefined);
}

async function reach<T>(work: Promise<T>, until: number): Promise<T> {
  try {
    return await within(work, until);
  } catch (error) {
    const { says } = Object(error);
    const why = typeof says === 'string' ? says : 'Microsoft 365 does not answer.';
    throw new NotSaved(
      `${why} Nothing was saved. ${typeof says === 'string' ? '' : 'Press again in a minute.'}`.trim(),
    );
  }
}

async function within<T>(work: Promise<T>, until: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Too late.')), Math.max(0, until - Date.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
