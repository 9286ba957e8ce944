/** Tells a waiting page which conversations have changed. Numbers rise for as long as the machine's clock does, over restarts too. */
export interface News {
  /** Number of the latest change. */
  readonly latest: number;
  /** Something in this conversation changed; no conversation: everything did. */
  tell(conversation?: string): void;
  /** What has changed since number `after`, at once or when it does, at most `waitMs` later. `all`: read everything again. */
  since(
    after: number,
    waitMs: number,
  ): Promise<{ readonly n: number; readonly all: boolean; readonly changed: readonly string[] }>;
}

/** Starts with nothing to tell. */
export function createNews(): News {
  const start = Date.now() * 1000;
  let n = start;
  let all = start;
  const changed = new Map<string, number>();
  const waiting = new Set<() => void>();
  return {
    get latest() {
      return n;
    },
    tell(conversation) {
      n += 1;
      if (conversation === undefined) all = n;
      else changed.set(conversation, n);
      for (const wake of [...waiting]) wake();
    },
    async since(after, waitMs) {
      if (after === n) await until(waiting, waitMs);
      const stale = after < all || after > n;
      return { n, all: stale, changed: [...changed].filter(([, when]) => when > after).map(([id]) => id) };
    },
  };
}

function until(waiting: Set<() => void>, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      waiting.delete(done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    waiting.add(done);
  });
}
