import type { Clock } from './ports.ts';

/** The machine's clock as the school's time. */
export function machineClock(): Clock {
  return {
    now: () => new Date().toISOString(),
    wakeAt: (instant, signal) => sleep(Date.parse(instant) - Date.now(), signal),
  };
}

/** A clock that follows another one, until it is stopped. */
export interface FollowedClock extends Clock {
  /** From now on tells the other clock when the work that falls between two moves is finished. */
  follow(onMove: () => Promise<void>): void;
  stop(): void;
}

interface Told {
  readonly n: number;
  readonly now: string;
  readonly frozen: boolean;
}

/**
 * Follows the clock at `url` (`GET …?after=N&follower=…` waits until it is moved). It asks with after=N only when
 * everything up to its move N is finished. Throws when the clock does not answer the first time.
 */
export async function followClock(url: string, follower: string): Promise<FollowedClock> {
  const stopped = new AbortController();
  let told = await read('', stopped.signal);
  let heard = Date.now();
  let sleepers: (() => void)[] = [];
  const now = () => new Date(Date.parse(told.now) + (told.frozen ? 0 : Date.now() - heard)).toISOString();

  async function read(query: string, signal: AbortSignal): Promise<Told> {
    const response = await fetch(`${url}${query}`, { signal });
    const { n, now: at, frozen } = Object(await response.json());
    if (typeof n !== 'number' || typeof at !== 'string') throw new Error('The clock at CLOCK_URL cannot be read.');
    return { n, now: at, frozen: frozen === true };
  }
  async function listen(onMove: () => Promise<void>): Promise<void> {
    let done = told.n;
    await onMove().catch(() => undefined);
    while (!stopped.signal.aborted) {
      const next = await read(`?after=${done}&follower=${encodeURIComponent(follower)}`, stopped.signal).catch(
        () => undefined,
      );
      if (!next) {
        await sleep(1000, stopped.signal);
        continue;
      }
      const moved = next.n !== told.n;
      told = next;
      heard = Date.now();
      if (!moved) continue;
      await onMove().catch(() => undefined);
      done = next.n;
      const waking = sleepers;
      sleepers = [];
      for (const wake of waking) wake();
    }
  }
  return {
    now,
    async wakeAt(instant, signal) {
      const moved = new Promise<void>((resolve) => sleepers.push(resolve));
      const over = new AbortController();
      const either = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
      const wait = told.frozen ? 2 ** 31 - 1 : Date.parse(instant) - Date.parse(now());
      await Promise.race([moved, sleep(wait, either)]);
      over.abort();
    },
    follow: (onMove) => void listen(onMove),
    stop: () => stopped.abort(),
  };
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(resolve, Math.min(2 ** 31 - 1, Math.max(0, milliseconds)));
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
