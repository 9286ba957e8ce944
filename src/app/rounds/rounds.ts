import { actions } from '../../school/actions.ts';
import { type RecordName, records } from '../../school/records.ts';
import { recover } from '../journal.ts';
import { perform } from '../perform.ts';
import type { School, World } from '../ports.ts';
import { sendWaiting } from '../post-office.ts';
import { watchCalendars } from './follow-calendar.ts';

/** What the clock does unasked; each does no harm when it is done again, and what one has to see of another it sees a minute later. */
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
  /**
   * The clock's actions of a school decide beside each other, while its lists are asked once for all of them: what several of
   * them write shares its requests, the journal's included. False where the lists could not be brought in step.
   */
  async function actTogether(school: School): Promise<boolean> {
    const fresh = school.store.ageSeconds(neededLists) <= justNow;
    const inStep = fresh ? Promise.resolve() : school.store.sync(neededLists);
    // Its failure is told below, even where nobody has come to wait for it before.
    inStep.catch(() => undefined);
    const acts = clockActions.map((action) => {
      const done = perform(world, { school: school.key, action, input: {}, by: 'clock', via: 'Round', inStep });
      return { action, done };
    });
    await Promise.allSettled(acts.map(({ done }) => done));
    let failed = true;
    await step(school, 'sync', async () => {
      await inStep;
      failed = false;
    });
    if (failed) return false;
    for (const { action, done } of acts) await step(school, action, () => done);
    return true;
  }
  let behind = false;
  async function round(): Promise<void> {
    behind = false;
    const at = world.clock.now();
    for (const school of world.schools()) {
      const inStep = await actTogether(school);
      behind ||= !inStep;
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
