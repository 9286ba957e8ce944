import type { Instant } from '../school/moment.ts';
import type { Clock } from './ports.ts';

/** A clock that the app follows, and the way to say that a move of it has been dealt with. */
export interface FollowedClock extends Clock {
  /** Called after each move with the work to be done before the mover is answered. */
  onMove(work: () => Promise<void>): void;
  stop(): void;
}

/** The machine's own clock. */
export function machineClock(): FollowedClock {
  return {
    now: () => instantOf(Date.now()),
    wakeAt: (instant, signal) => sleep(Date.parse(instant) - Date.now(), signal),
    onMove: () => undefined,
    stop: () => undefined,
  };
}

/**
 * Follows a clock over HTTP by waiting GETs (`CLOCK_URL`; never in production). Asking for what comes after N says that
 * everything up to N is finished here, rounds included.
 */
export function followClock(url: string, follower: string): FollowedClock {
  let offset = 0;
  let frozenAt: number | undefined;
  let n = 0;
  let stopped = false;
  let work: () => Promise<void> = () => Promise.resolve();
  let moved: (() => void)[] = [];
  const schoolTime = () => frozenAt ?? Date.now() + offset;

  function take(answer: { n: number; now: string; frozen: boolean }): void {
    n = answer.n;
    const now = Date.parse(answer.now);
    frozenAt = answer.frozen ? now : undefined;
    offset = now - Date.now();
    const waiting = moved;
    moved = [];
    for (const wake of waiting) wake();
  }

  async function follow(): Promise<void> {
    while (!stopped) {
      try {
        const query = n === 0 ? '' : `?after=${n}&follower=${encodeURIComponent(follower)}`;
        const response = await fetch(`${url}${query}`, { signal: AbortSignal.timeout(30_000) });
        const answer: { n: number; now: string; frozen: boolean } = await response.json();
        if (answer.n === n) continue;
        take(answer);
        await work().catch(() => undefined);
      } catch {
        await sleep(1_000);
      }
    }
  }
  void follow();

  return {
    now: () => instantOf(schoolTime()),
    async wakeAt(instant, signal) {
      const wait = frozenAt === undefined ? Date.parse(instant) - schoolTime() : 3_600_000;
      const jump = new Promise<void>((resolve) => moved.push(resolve));
      await Promise.race([sleep(wait, signal), jump]);
    },
    onMove(given) {
      work = given;
    },
    stop() {
      stopped = true;
    },
  };
}

function instantOf(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, Math.min(milliseconds, 2 ** 31 - 1)));
    timer.unref?.();
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
