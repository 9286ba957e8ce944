/** Rows by what they share, in the order in which each group is first met. */
export function grouped<R>(rows: readonly R[], sharedBy: (row: R) => string): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = sharedBy(row);
    const held = groups.get(key);
    if (held) held.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
