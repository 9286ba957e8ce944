import { actions } from '../../school/actions.ts';
import { type RecordName, records } from '../../school/records.ts';
import { recover } from '../journal.ts';
import { perform } from '../perform.ts';
import type { School, World } from '../ports.ts';
import { sendWaiting } from '../post-office.ts';
import { watchCalendars } from './follow-calendar.ts';

/** What the clock does unasked, in this order; each does no harm when it is done again. */
export const clockActions = [
  'post-register',
  'chase-silence',
  'escalate-urgent',
  'post-open-list',
  'send-prompts',
  'close-day',
  'fold-cards',
  'keep-bookings',
] as const;

/** Every list that some action of a round needs. */
const neededLists: readonly RecordName[] = [
  ...new Set<RecordName>(['roleAssignment', 'setting', ...clockActions.flatMap((name) => actions[name]?.needs ?? [])]),
];

/** Seconds (machine's clock) in which lists just brought in step need not be asked again for a round. */
const justNow = 2;

/** What a round reports: `kind` of trouble only, never what a record holds. */
export interface RoundsReport {
  /** After each finished round, at the instant of school time for which it ran. */
  readonly onTick?: (at: string) => void;
  readonly onTrouble?: (trouble: { readonly school: string; readonly action: string; readonly kind: string }) => void;
}

/** The rounds as they run. */
export interface Rounds {
  /** One round for every school, now; waits for a round that runs already and then runs once more. */
  runOnce(): Promise<void>;
  /** Brings every list of every school in step, as after a jump of the clock. */
  syncAll(): Promise<void>;
  /** True when the last round could not be done because Microsoft 365 did not answer: it is to be run again. */
  behind(): boolean;
  stop(): void;
}

/** Runs the clock's actions each minute of school time. Two servers may: the keys of what they write are the same. */
export function startRounds(world: World, report: RoundsReport = {}): Rounds {
  const stopped = new AbortController();
  const watch = watchCalendars();
  let running: Promise<void> = Promise.resolve();

  async function step(school: School, action: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'unknown';
      report.onTrouble?.({ school: school.key, action, kind });
    }
  }
  let behind = false;
  async function round(): Promise<void> {
    behind = false;
    const at = world.clock.now();
    for (const school of world.schools()) {
      // Once for all: a round costs each list it needs one question, not one for every action.
      let inStep = false;
      await step(school, 'sync', async () => {
        if (school.store.ageSeconds(neededLists) > justNow) await school.store.sync(neededLists);
        inStep = true;
      });
      behind ||= !inStep;
      for (const action of inStep ? clockActions : []) {
        await step(school, action, () =>
          perform(world, { school: school.key, action, input: {}, by: 'clock', via: 'Round', inStep }),
        );
      }
      if (inStep) await step(school, 'follow-calendar', () => watch(world, school));
      await step(school, 'journal', () => recover({ ...world, schools: () => [school] }));
      await step(school, 'post-office', () => sendWaiting(world, school));
    }
    report.onTick?.(at);
  }
  function runOnce(): Promise<void> {
    running = running.then(round);
    return running;
  }
  async function loop(): Promise<void> {
    while (!stopped.signal.aborted) {
      const next = new Date(Math.floor(Date.parse(world.clock.now()) / 60_000 + 1) * 60_000).toISOString();
      await world.clock.wakeAt(next, stopped.signal);
      if (!stopped.signal.aborted) await runOnce();
    }
  }
  loop().catch(() => undefined);
  return {
    runOnce,
    async syncAll() {
      const names = Object.keys(records).filter((name): name is RecordName => name in records);
      await Promise.all(world.schools().map((school) => step(school, 'sync', () => school.store.sync(names))));
    },
    behind: () => behind,
    stop: () => stopped.abort(),
  };
}
