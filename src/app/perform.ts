import { type Problem, parse } from '../schema/parse.ts';
import type { Known } from '../school/action.ts';
import { actions } from '../school/actions.ts';
import type { Change, ChangeResult } from '../school/change.ts';
import type { Finding } from '../school/finding.ts';
import { carryOut } from './carry-out.ts';
import { schoolFor, seenBy } from './facts.ts';
import * as journal from './journal.ts';
import { opaqueId } from './opaque-id.ts';
import type { School, World } from './ports.ts';

/** What somebody wants done. */
export interface Wish {
  readonly school?: string;
  readonly action: string;
  readonly input: unknown;
  /** Entra object id, or `clock`. */
  readonly by: string;
  readonly name?: string;
  readonly via: Known['via'];
}

/** What became of it. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly school: string;
      readonly entry: string;
      readonly results: readonly ChangeResult[];
    }
  /** In the journal; SharePoint lags and it will be carried out. */
  | { readonly kind: 'accepted'; readonly school: string; readonly entry: string }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'forbidden'; readonly says: string }
  | { readonly kind: 'unknown'; readonly says: string };

/** Nothing was written: not even the journal could be reached. Routes answer 503, cards "not saved, press again". */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}

const NOT_SAVED = 'Microsoft 365 does not answer just now. Nothing was saved. Press again in a minute.';
/** A press is answered within five seconds; what takes longer goes on after the answer. */
const ANSWER_MS = 4_000;

/** Does what somebody wants, or says why not: parse, role, needs, decide, journal, carry out. Every write goes through here. */
export async function perform(world: World, wish: Wish): Promise<Outcome> {
  const action = Object.hasOwn(actions, wish.action) ? actions[wish.action] : undefined;
  if (!action) return { kind: 'unknown', says: `There is no action called ${wish.action}.` };
  const found = schoolFor(world, wish.school, wish.by);
  if ('says' in found) return found;
  const { school } = found;
  const parsed = parse(action.input, wish.input);
  if (!parsed.ok) return { kind: 'problems', problems: parsed.problems };
  const may = (by: { readonly id: string; readonly roles: readonly string[] }) =>
    by.id === 'clock'
      ? action.roles.includes('clock')
      : by.roles.some((role) => (action.roles as readonly string[]).includes(role));
  if (!may(seenBy(world, school, wish.by, wish.name).by)) {
    return { kind: 'forbidden', says: 'Your role may not do this. Ask your AP leader.' };
  }
  await school.store.sync([...action.needs, 'roleAssignment']).catch(() => {
    throw new NotSaved(NOT_SAVED);
  });
  const known: Known = { ...seenBy(world, school, wish.by, wish.name), via: wish.via, freshId: opaqueId };
  if (!may(known.by)) return { kind: 'forbidden', says: 'Your role may not do this any more. Ask your AP leader.' };
  const decision = action.decide(known, parsed.value);
  if ('refused' in decision) return { kind: 'refused', findings: decision.refused };
  if ('problems' in decision) return { kind: 'problems', problems: decision.problems };
  if (decision.changes.length === 0) {
    return { kind: 'done', school: school.key, entry: '', results: unchanged(parsed.value) };
  }
  return await journalled(world, school, known, wish, decision);
}

async function journalled(
  world: World,
  school: School,
  known: Known,
  wish: Wish,
  decision: { readonly changes: readonly Change[]; readonly because: string; readonly about?: string },
): Promise<Outcome> {
  const entry = opaqueId('je-');
  const at = known.now.instant;
  const opened = await journal.open(world, school, {
    entry,
    action: wish.action,
    by: known.by.id,
    byName: known.by.name,
    at,
    about: decision.about,
    because: decision.because,
    changes: decision.changes,
  });
  if (!opened) throw new NotSaved(NOT_SAVED);
  const work = finish(world, school, entry, decision.changes, at);
  const quick = await Promise.race([work, new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_MS))]);
  if (quick?.complete) return { kind: 'done', school: school.key, entry, results: quick.results };
  return { kind: 'accepted', school: school.key, entry };
}

/** Carries an entry out and closes it. An entry that is not complete stays open, and the next tick takes it up. */
async function finish(world: World, school: School, entry: string, changes: readonly Change[], at: string) {
  const done = await carryOut(school, entry, changes, at);
  if (done.complete) await journal.close(school, entry, done.results);
  if (done.post) world.postWaiting?.(school);
  return done;
}

/** Takes up what a server left behind, this one or another whose lease has lapsed. Returns how many entries stay open. */
export async function recover(world: World, school: School): Promise<number> {
  for (const held of journal.openEntries(school)) {
    if (!Array.isArray(held.changes) || !(await journal.takeOver(world, school, held))) continue;
    await finish(world, school, held.key, held.changes as readonly Change[], held.at);
  }
  return journal.openEntries(school).length;
}

/** A wish that changes nothing: the same content stands already. */
function unchanged(input: unknown): readonly ChangeResult[] {
  const marks: unknown = typeof input === 'object' && input !== null && 'marks' in input ? input.marks : [];
  if (!Array.isArray(marks)) return [];
  const { date, session } = input as { date?: string; session?: string };
  return marks.map((mark: { placement?: string; pupil?: string; date?: string; session?: string }) => ({
    about: [mark.placement ?? mark.pupil, mark.date ?? date, mark.session ?? session].join('|').toLowerCase(),
    outcome: 'unchanged' as const,
  }));
}
