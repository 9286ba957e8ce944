/**
 * One round at a time for all who ask: whoever asks while one runs shares the next, as the running one may have looked
 * before. `work` answers what went wrong, by name; each asker gets the first trouble among the names asked for, thrown.
 */
export function sharedRounds(
  work: (names: ReadonlySet<string>) => Promise<ReadonlyMap<string, unknown>>,
): (names: readonly string[]) => Promise<void> {
  let running: Promise<unknown> | undefined;
  let coming: { readonly names: Set<string>; readonly done: Promise<ReadonlyMap<string, unknown>> } | undefined;

  function start(names: ReadonlySet<string>): Promise<ReadonlyMap<string, unknown>> {
    const round = work(names);
    const ended = round
      .catch(() => undefined)
      .finally(() => {
        if (running === ended) running = undefined;
      });
    running = ended;
    return round;
  }
  function next(names: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    if (!running && !coming) return start(new Set(names));
    if (!coming) {
      const all = new Set<string>();
      const done = Promise.resolve(running).then(() => {
        coming = undefined;
        return start(all);
      });
      coming = { names: all, done };
    }
    for (const name of names) coming.names.add(name);
    return coming.done;
  }
  return async (names) => {
    const troubles = await next(names);
    const first = names.find((name) => troubles.has(name));
    if (first !== undefined) throw troubles.get(first);
  };
}
