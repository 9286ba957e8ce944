/** A fault that has been switched on (design, section 7). */
export interface Fault {
  /** `METHOD /path/glob`: `*` for any method or within a segment, `**` for any path. */
  readonly match: string;
  readonly status?: number;
  /** Seconds for Retry-After. */
  readonly retryAfter?: number;
  /** Share of matching requests, 0 to 1; default all. */
  readonly rate?: number;
  /** How often at most. */
  readonly times?: number;
  readonly seed?: number;
  readonly delayMs?: number;
  /** `before`: the connection breaks and nothing happened; `after`: it took effect and the answer is lost. */
  readonly drop?: 'before' | 'after';
}

interface Live {
  readonly fault: Fault;
  readonly pattern: RegExp;
  left: number;
  random: () => number;
}

/** The faults in force. */
export interface Faults {
  list(): readonly Fault[];
  /** Adds a fault; returns what is wrong with it, or nothing. */
  add(fault: unknown): string | undefined;
  clear(): void;
  /** The fault that strikes this request, if any; counts it. */
  strike(method: string, path: string): Fault | undefined;
}

/** No faults yet. */
export function createFaults(): Faults {
  let live: Live[] = [];
  return {
    list: () =>
      live
        .filter((one) => one.left > 0)
        .map((one) => ({ ...one.fault, times: one.left === Infinity ? undefined : one.left })),
    add(given) {
      if (typeof given !== 'object' || given === null) return 'A fault is a JSON object.';
      const fault = given as Fault;
      const found = /^(\*|[A-Z]+) (\/.*|\*\*)$/.exec(String(fault.match));
      if (!found) return 'match must be "METHOD /path/glob", such as "POST /v1.0/$batch" or "* /**".';
      live.push({
        fault,
        pattern: patternOf(found[1] ?? '*', found[2] ?? '**'),
        left: fault.times ?? Infinity,
        random: seeded(fault.seed ?? 1),
      });
      return undefined;
    },
    clear() {
      live = [];
    },
    strike(method, path) {
      for (const one of live) {
        if (one.left <= 0 || !one.pattern.test(`${method} ${path}`)) continue;
        if (one.fault.rate !== undefined && one.random() >= one.fault.rate) continue;
        one.left -= 1;
        return one.fault;
      }
      return undefined;
    },
  };
}

function patternOf(method: string, glob: string): RegExp {
  const escaped = glob
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '.*');
  return new RegExp(`^${method === '*' ? '[A-Z]+' : method} ${escaped}$`, 'i');
}

/** A small generator (mulberry32), so that a share of requests is the same share each run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
