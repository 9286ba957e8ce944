/** Bits in a word: thirty, so that every word is a small integer. */
const wordBits = 30;

/** A day's possible starts as bits: bit `n` stands for `n` times the slot's minutes after midnight. */
export type Starts = number[];

/** A stretch of a day in minutes from midnight; `end` is not part of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** No start of a day whose starts lie so many minutes apart. */
export function noStarts(slotMinutes: number): Starts {
  return new Array<number>(Math.ceil(1440 / slotMinutes / wordBits)).fill(0);
}

/** Adds the starts at which something of so many minutes lies within the stretch. */
export function addWithin(starts: Starts, { start, end }: Stretch, minutes: number, slotMinutes: number): void {
  addRange(starts, Math.ceil(start / slotMinutes), Math.floor((end - minutes) / slotMinutes));
}

/** Adds the starts at which something of so many minutes would touch the stretch. */
export function addTouching(starts: Starts, { start, end }: Stretch, minutes: number, slotMinutes: number): void {
  addRange(starts, Math.floor((start - minutes) / slotMinutes) + 1, Math.ceil(end / slotMinutes) - 1);
}

/** Takes away the starts that are in the other; true when any is left. */
export function takeAway(starts: Starts, other: Starts): boolean {
  let left = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const word = (starts[index] ?? 0) & ~(other[index] ?? 0);
    starts[index] = word;
    left |= word;
  }
  return left !== 0;
}

/** Keeps only the starts that are in both. */
export function keepBoth(starts: Starts, other: Starts): void {
  for (let index = 0; index < starts.length; index += 1) starts[index] = (starts[index] ?? 0) & (other[index] ?? 0);
}

/** True when the start `n`, in slots from midnight, is among them. */
export function hasStart(starts: Starts, n: number): boolean {
  return ((starts[Math.floor(n / wordBits)] ?? 0) & (1 << (n % wordBits))) !== 0;
}

/** The starts in slots from midnight, earliest first. */
export function listStarts(starts: Starts): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    for (let word = starts[index] ?? 0; word !== 0; word &= word - 1) {
      found.push(index * wordBits + 31 - Math.clz32(word & -word));
    }
  }
  return found;
}

function addRange(starts: Starts, from: number, to: number): void {
  const first = Math.max(0, from);
  const last = Math.min(starts.length * wordBits - 1, to);
  for (let bit = first; bit <= last; ) {
    const index = Math.floor(bit / wordBits);
    const low = bit - index * wordBits;
    const high = Math.min(wordBits - 1, last - index * wordBits);
    starts[index] = (starts[index] ?? 0) | (((1 << (high - low + 1)) - 1) << low);
    bit = (index + 1) * wordBits;
  }
}
