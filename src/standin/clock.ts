import type { Clock } from './part.ts';
import type { State } from './state/state.ts';

/** What the clock answers: a count of moves, the school's time, and whether it stands still. */
export interface ClockAnswer {
  readonly n: number;
  readonly now: string;
  readonly frozen: boolean;
}

interface Kept {
  readonly n: number;
  readonly now: string;
  /** The machine's time when it was set, in milliseconds. */
  readonly setAt: number;
  readonly frozen: boolean;
}

/** The school's clock: it can be moved, and those who follow it are waited for. */
export interface MovableClock extends Clock {
  read(): ClockAnswer;
  /** Answers when the clock has moved past `after`, or after 25 s. `gone` tells when the follower hangs up. */
  follow(after: number, follower: string, gone: (stop: () => void) => void): Promise<ClockAnswer>;
  /** Moves the clock; resolves when every follower has finished what falls between, at most a minute later. */
  move(now: string, frozen: boolean): Promise<ClockAnswer & { waited: boolean }>;
}

interface Follower {
  done: number;
  waiting: number;
  seenAt: number;
}

const PATIENCE = 60_000;

/** The clock, kept in the tenant's state: it goes on where it stood after a restart. */
export function createClock(state: State, start: string): MovableClock {
  const followers = new Map<string, Follower>();
  let wake: (() => void)[] = [];
  if (!state.get<Kept>('clock')) state.set('clock', { n: 1, now: start, setAt: Date.now(), frozen: false });
  const kept = (): Kept => state.get<Kept>('clock') ?? { n: 1, now: start, setAt: Date.now(), frozen: false };
  const read = (): ClockAnswer => {
    const held = kept();
    const elapsed = held.frozen ? 0 : Date.now() - held.setAt;
    return { n: held.n, now: new Date(Date.parse(held.now) + elapsed).toISOString(), frozen: held.frozen };
  };
  const changed = () => {
    const waiting = wake;
    wake = [];
    for (const each of waiting) each();
  };
  const next = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  return {
    now: () => read().now,
    read,
    async follow(after, name, gone) {
      const follower = followers.get(name) ?? { done: 0, waiting: 0, seenAt: 0 };
      followers.set(name, follower);
      Object.assign(follower, { done: after, waiting: follower.waiting + 1, seenAt: Date.now() });
      let here = true;
      gone(() => {
        here = false;
        followers.delete(name);
        changed();
      });
      changed();
      const until = Date.now() + 25_000;
      while (here && kept().n <= after && Date.now() < until) await next(until - Date.now());
      follower.waiting -= 1;
      follower.seenAt = Date.now();
      return read();
    },
    async move(now, frozen) {
      const n = kept().n + 1;
      state.set('clock', { n, now, setAt: Date.now(), frozen });
      changed();
      const until = Date.now() + PATIENCE;
      const behind = () =>
        [...followers.values()].some(
          (one) => one.done < n && (one.waiting > 0 || Date.now() - one.seenAt < PATIENCE + 10_000),
        );
      while (behind() && Date.now() < until) await next(Math.min(500, until - Date.now()));
      return { ...read(), waited: !behind() };
    },
  };
}
