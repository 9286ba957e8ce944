/** Records of one kind in memory, found by key or by an indexed text field; changed in place as the list changes. */
export interface MemoryTable<R extends { readonly key: string }> {
  get(key: string): R | undefined;
  /** The same array until something changes, so that what follows from it can be remembered. */
  all(): readonly R[];
  by(field: keyof R & string, value: string): readonly R[];
  put(row: R): void;
  drop(key: string): void;
  clear(): void;
}

/** An empty table. Keys are compared without case, as SharePoint's unique columns do. */
export function memoryTable<R extends { readonly key: string }>(): MemoryTable<R> {
  const rows = new Map<string, R>();
  const indexes = new Map<keyof R & string, Map<string, Map<string, R>>>();
  let list: readonly R[] | undefined;

  function enter(index: Map<string, Map<string, R>>, field: keyof R & string, row: R): void {
    const value: unknown = row[field];
    if (typeof value !== 'string') return;
    const held = index.get(value) ?? new Map<string, R>();
    index.set(value, held.set(row.key.toLowerCase(), row));
  }
  function leave(row: R): void {
    for (const [field, index] of indexes) {
      const value: unknown = row[field];
      if (typeof value === 'string') index.get(value)?.delete(row.key.toLowerCase());
    }
  }
  function drop(key: string): void {
    const old = rows.get(key.toLowerCase());
    if (!old) return;
    leave(old);
    rows.delete(key.toLowerCase());
    list = undefined;
  }
  return {
    get: (key) => rows.get(key.toLowerCase()),
    all() {
      list ??= [...rows.values()];
      return list;
    },
    by(field, value) {
      let index = indexes.get(field);
      if (!index) {
        index = new Map();
        indexes.set(field, index);
        for (const row of rows.values()) enter(index, field, row);
      }
      return [...(index.get(value)?.values() ?? [])];
    },
    put(row) {
      const old = rows.get(row.key.toLowerCase());
      if (old) leave(old);
      rows.set(row.key.toLowerCase(), row);
      for (const [field, index] of indexes) enter(index, field, row);
      list = undefined;
    },
    drop,
    clear() {
      rows.clear();
      indexes.clear();
      list = undefined;
    },
  };
}
