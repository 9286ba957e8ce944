/** Rows of one list in memory, with their indexes kept up as rows come and go. */
export interface MirrorTable<R extends { readonly key: string }> {
  get(key: string): R | undefined;
  all(): readonly R[];
  by(field: string, value: string): readonly R[];
  /** Puts a row in place of the one with the same item id. */
  put(id: string, row: R): void;
  remove(id: string): void;
  /** The list item id of a key. */
  idOf(key: string): string | undefined;
  clear(): void;
}

/** An empty table that keeps an index for each named field. */
export function mirrorTable<R extends { readonly key: string }>(indexed: readonly string[]): MirrorTable<R> {
  const byId = new Map<string, R>();
  const byKey = new Map<string, { readonly id: string; readonly row: R }>();
  const indexes = new Map(indexed.map((field) => [field, new Map<string, Map<string, R>>()]));
  let list: readonly R[] | undefined;

  const held = (row: R, field: string): string | undefined => {
    const value = (row as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' ? value : undefined;
  };
  function forget(id: string): void {
    const old = byId.get(id);
    if (!old) return;
    byId.delete(id);
    if (byKey.get(old.key.toLowerCase())?.id === id) byKey.delete(old.key.toLowerCase());
    for (const [field, index] of indexes) {
      const value = held(old, field);
      if (value !== undefined) index.get(value)?.delete(id);
    }
  }
  return {
    get: (key) => byKey.get(key.toLowerCase())?.row,
    idOf: (key) => byKey.get(key.toLowerCase())?.id,
    all() {
      list ??= [...byId.values()];
      return list;
    },
    by(field, value) {
      const index = indexes.get(field);
      if (index) return [...(index.get(value)?.values() ?? [])];
      return [...byId.values()].filter((row) => held(row, field) === value);
    },
    put(id, row) {
      forget(id);
      byId.set(id, row);
      byKey.set(row.key.toLowerCase(), { id, row });
      for (const [field, index] of indexes) {
        const value = held(row, field);
        if (value === undefined) continue;
        const rows = index.get(value) ?? new Map<string, R>();
        rows.set(id, row);
        index.set(value, rows);
      }
      list = undefined;
    },
    remove(id) {
      forget(id);
      list = undefined;
    },
    clear() {
      byId.clear();
      byKey.clear();
      for (const index of indexes.values()) index.clear();
      list = undefined;
    },
  };
}
