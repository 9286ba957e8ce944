import type { AnyAction, Decision } from '../school/action.ts';
import { type Moment, momentOf } from '../school/moment.ts';
import type { RecordName } from '../school/records.ts';
import { type Person, personOn, theClock } from '../school/roles.ts';
import { factsOf } from './facts.ts';
import { freshId } from './fresh-id.ts';
import { fitsOneItem, openEntry, type Plan, withdrawEntry } from './journal.ts';
import { type LookedUp, lookUp, nothingLookedUp, wantsLookingUp } from './look-up.ts';
import type { Wish } from './perform.ts';
import type { School, World } from './ports.ts';

/** What was decided on lists in step. */
export interface Decided {
  readonly decision: Decision;
  /** The entry as it goes into the journal; absent where nothing changes. */
  readonly plan?: Plan;
  /** The entry is being written already; false where it could not be. */
  readonly opening?: Promise<boolean>;
}

/** Waits for Microsoft 365 as long as somebody may be kept waiting; throws NotSaved. */
type Reach = <T>(work: Promise<T>) => Promise<T>;

const lists: readonly RecordName[] = ['roleAssignment', 'setting'];
/** Seconds (machine's clock) that the lists may be old for a decision to be foreseen from them: three polls. */
const recent = 60;

/**
 * Brings the lists that an action needs in step and lets it decide; `forbidden` where the person's role of today may not. A
 * decision that can be foreseen from what is known is written into the journal in the same request as the lists are asked: a
 * press costs a round trip less. It is made again once they are in step, and taken back where it is another one then.
 */
export async function decide(
  world: World,
  school: School,
  action: AnyAction,
  wish: Wish,
  reach: Reach,
): Promise<Decided | 'forbidden'> {
  const needs = [...lists, ...action.needs];
  const asks = wantsLookingUp(action, wish.input);
  const judge = judgeOf(school, action, wish);
  const soon = momentOf(world.clock.now());
  // What looks for entries that wait would find its own there, and two presses would each give way to the other's; the clock
  // looks only for what people have made.
  const looksThere = wish.by !== 'clock' && action.needs.includes('journalEntry');
  const guessable = !asks && !looksThere && school.store.ageSeconds(needs) <= recent;
  const guessed = guessable ? judge(soon, nothingLookedUp) : undefined;
  const plan = guessed === undefined || guessed === 'forbidden' ? undefined : guessed.plan;
  // One that waits for *Undo* is in no hurry, and a long one is written in pieces.
  const foreseen = plan && plan.holdSeconds === undefined && fitsOneItem(plan.changes) ? plan : undefined;
  const opening = foreseen && openEntry(school, world.server, foreseen, soon).catch(() => false);
  // Its lease runs, so that nobody has carried it out.
  const takeBack = () =>
    void opening?.then(() => foreseen && withdrawEntry(school, foreseen.entry)).catch(() => undefined);
  try {
    await reach(wish.inStep ?? school.store.sync(needs));
    const now = foreseen ? soon : momentOf(world.clock.now());
    const may = judge(now, nothingLookedUp);
    if (may === 'forbidden') {
      takeBack();
      return may;
    }
    const { organiser } = factsOf(school, now.today).settings;
    const decided = asks ? judge(now, await reach(lookUp(world, school, organiser, action, wish.input))) : may;
    if (decided === 'forbidden') return decided;
    if (foreseen && same(foreseen, decided.plan)) return { ...decided, plan: foreseen, opening };
    takeBack();
    return decided;
  } catch (error) {
    takeBack();
    throw error;
  }
}

/** Decides by what is known at the time; the fresh ids are the same each time, so that two decisions can be compared. */
function judgeOf(school: School, action: AnyAction, wish: Wish) {
  const given: string[] = [];
  const repeated = () => {
    let nth = 0;
    return (prefix: string) => {
      const held = given[nth];
      const id = held?.startsWith(`${prefix}-`) ? held : freshId(prefix);
      given[nth] = id;
      nth += 1;
      return id;
    };
  };
  return (now: Moment, lookedUp: LookedUp): Decided | 'forbidden' => {
    const by = askerAt(school, wish, now);
    const may = by.roles.some((role) => action.roles.includes(role)) || isClockOf(action, by);
    if (!may) return 'forbidden';
    const facts = factsOf(school, now.today);
    const decision = action.attempt({ ...facts, now, by, via: wish.via, ...lookedUp, freshId: repeated() }, wish.input);
    if (!('changes' in decision) || decision.changes.length === 0) return { decision };
    const { changes, because, about, holdSeconds } = decision;
    const who = { action: action.name, by: by.id, byName: by.name };
    return { decision, plan: { entry: freshId('je'), ...who, because, about, changes, holdSeconds } };
  };
}

function askerAt({ store }: School, { by, name }: Wish, { today }: Moment): Person {
  return by === 'clock' ? theClock : personOn(store.known().roleAssignment, by, today, name);
}

function isClockOf(action: AnyAction, by: Person): boolean {
  return by.id === 'clock' && action.roles.includes('clock');
}

function same(foreseen: Plan, now: Plan | undefined): boolean {
  return now !== undefined && JSON.stringify({ ...now, entry: foreseen.entry }) === JSON.stringify(foreseen);
}
