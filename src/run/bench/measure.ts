import { performance } from 'node:perf_hooks';

/** The value below which the share of the values lies: `percentile(values, 0.99)`. Throws where there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  const value = sorted[Math.max(0, at)];
  if (value === undefined) throw new Error('There is nothing to measure.');
  return value;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** One number over another, to two places. */
export function ratio(of: number, over: number): number {
  return Math.round((of / over) * 100) / 100;
}

/** A number to so many places. */
export function rounded(value: number, places = 1): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}

/** Milliseconds that the work took, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}
