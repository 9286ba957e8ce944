/** A time in the school's wall clock: `2026-12-03T10:00` to `2026-12-03T10:45`. */
export interface Slot {
  readonly start: string;
  readonly end: string;
}

/** The slot begun at another time, as long as it was; it stays on the day. */
export function movedTo({ start, end }: Slot, to: string): Slot {
  const long = minutesOf(end) - minutesOf(start);
  const ends = Math.min(minutesOf(to) + long, 23 * 60 + 59);
  const two = (n: number) => String(n).padStart(2, '0');
  return { start: to, end: `${to.slice(0, 10)}T${two(Math.floor(ends / 60))}:${two(ends % 60)}` };
}

/** Minutes from midnight of a wall-clock time. */
export function minutesOf(at: string): number {
  return Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
}
