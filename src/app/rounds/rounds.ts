import { actions } from '../../school/actions.ts';
import { momentOf } from '../../school/moment.ts';
import { perform, recover } from '../perform.ts';
import type { School, World } from '../ports.ts';
import { deliverWaiting } from '../post-office.ts';

/** What the app does unasked, in this order, at every tick; each is idempotent by the keys of what it writes. */
const unasked = [
  'post-register',
  'chase-silence',
  'escalate-urgent',
  'post-open-list',
  'close-day',
  'settle-counts',
] as const;

/** The rounds of this server. */
export interface Rounds {
  /** One tick for every school: sync, finish what was left behind, do what is due, deliver what waits. */
  tick(): Promise<void>;
  /** School time of the last tick, or `null`. */
  lastRound(): string | null;
  /** Journal entries not carried out, of all schools. */
  backlog(): number;
  stop(): void;
}

/** Where a round notes that something failed: kinds only, never names. */
export type RoundTrouble = (school: string, what: string, kind: string) => void;

/** Starts the rounds: a tick at each minute of the school's clock. A failure in one school never stops another. */
export function startRounds(world: World, trouble: RoundTrouble): Rounds {
  const stopping = new AbortController();
  let last: string | null = null;
  let ticking: Promise<void> | undefined;
  const left = new Map<string, number>();

  async function round(school: School): Promise<void> {
    const attempt = async (what: string, work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        trouble(school.key, what, error instanceof Error ? error.name : 'unknown');
      }
    };
    await attempt('sync', () => school.store.sync(syncedEachTick));
    await attempt('recover', async () => left.set(school.key, await recover(world, school)));
    for (const name of unasked) {
      if (!Object.hasOwn(actions, name)) continue;
      await attempt(name, () =>
        perform(world, { school: school.key, action: name, input: {}, by: 'clock', via: 'Round' }),
      );
    }
    await attempt('deliver', () => deliverWaiting(world, school));
  }

  function tick(): Promise<void> {
    ticking ??= Promise.all(world.schools().map(round))
      .then(() => {
        last = world.clock.now();
      })
      .finally(() => {
        ticking = undefined;
      });
    return ticking;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await tick();
      await world.clock.wakeAt(nextMinute(world.clock.now()), stopping.signal);
    }
  }
  void run();
  return {
    tick,
    lastRound: () => last,
    backlog: () => [...left.values()].reduce((sum, n) => sum + n, 0),
    stop: () => stopping.abort(),
  };
}

const syncedEachTick = [
  'pupil',
  'contact',
  'provider',
  'site',
  'placement',
  'scheduleSlot',
  'attendance',
  'followUp',
  'call',
  'calendarEntry',
  'roleAssignment',
  'setting',
  'journalEntry',
  'message',
  'conversation',
] as const;

function nextMinute(now: string): string {
  const { instant } = momentOf(new Date(Math.floor(Date.parse(now) / 60_000) * 60_000 + 60_000));
  return instant;
}
