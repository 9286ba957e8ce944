/** Records of one kind in memory, found by key or by an indexed text field; changed in place as the list changes. */
export interface MemoryTable<R extends { readonly key: string }> {
  get(key: string): R | undefined;
  /** The same array until something changes, so that what follows from it can be remembered. */
  all(): readonly R[];
  /** The same array until one of its rows changes. */
  by(field: keyof R & string, value: string): readonly R[];
  put(row: R): void;
  drop(key: string): void;
  clear(): void;
}

/** An empty table. Keys are compared without case, as SharePoint's unique columns do. */
export function memoryTable<R extends { readonly key: string }>(): MemoryTable<R> {
  const rows = new Map<string, R>();
  const indexes = new Map<keyof R & string, Map<string, readonly R[]>>();
  let list: readonly R[] | undefined;

  function leave(row: R): void {
    for (const [field, index] of indexes) {
      const value: unknown = row[field];
      if (typeof value !== 'string') continue;
      const left = (index.get(value) ?? []).filter((one) => one !== row);
      if (left.length === 0) index.delete(value);
      else index.set(value, left);
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
        index = indexOf(rows.values(), field);
        indexes.set(field, index);
      }
      return index.get(value) ?? none;
    },
    put(row) {
      const old = rows.get(row.key.toLowerCase());
      if (old) leave(old);
      rows.set(row.key.toLowerCase(), row);
      for (const [field, index] of indexes) {
        const value: unknown = row[field];
        if (typeof value === 'string') index.set(value, [...(index.get(value) ?? []), row]);
      }
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

const none: readonly never[] = [];

function indexOf<R>(rows: Iterable<R>, field: keyof R): Map<string, readonly R[]> {
  const index = new Map<string, R[]>();
  for (const row of rows) {
    const value: unknown = row[field];
    if (typeof value !== 'string') continue;
    const held = index.get(value);
    if (held) held.push(row);
    else index.set(value, [row]);
  }
  return index;
}
