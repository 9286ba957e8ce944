import { addDays, weekdayOf } from '../../school/calendar/dates.ts';
import { minutesOf, type Slot } from './slot.ts';

/** Where a slot stands beside others of its day that share a minute with it. */
export interface Lane {
  /** 0 for the first. */
  readonly lane: number;
  /** How many stand beside each other, itself included. */
  readonly of: number;
}

/** Gives each slot of a day a lane, so that none hides another; those that touch in a chain share the day's width. */
export function lanesOf<T extends Slot>(slots: readonly T[]): ReadonlyMap<T, Lane> {
  const found = new Map<T, Lane>();
  let chain: { readonly slot: T; readonly lane: number }[] = [];
  let until = '';
  const close = () => {
    const of = Math.max(0, ...chain.map(({ lane }) => lane)) + 1;
    for (const { slot, lane } of chain) found.set(slot, { lane, of });
    chain = [];
  };
  for (const slot of slots.toSorted((a, b) => a.start.localeCompare(b.start))) {
    if (slot.start >= until) close();
    const taken = new Set(chain.filter(({ slot: other }) => other.end > slot.start).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    chain.push({ slot, lane });
    if (slot.end > until) until = slot.end;
  }
  close();
  return found;
}

/** The first and last full hour that a week of slots needs, the road before and after included; 8 to 17 at the least. */
export function hoursOf(slots: readonly (Slot & { readonly travelMinutes: number })[]): readonly number[] {
  const first = Math.min(8 * 60, ...slots.map(({ start, travelMinutes }) => minutesOf(start) - travelMinutes));
  const last = Math.max(17 * 60, ...slots.map(({ end, travelMinutes }) => minutesOf(end) + travelMinutes));
  const from = Math.max(0, Math.floor(first / 60));
  const until = Math.min(24, Math.ceil(last / 60));
  return Array.from({ length: until - from }, (_, n) => from + n);
}

const quarter = 15;

/**
 * Where an arrow key takes a start: left and right to the weekday before or after, up and down by a quarter of an hour within
 * the day. `undefined` for any other key, and where the day ends.
 */
export function steppedBy(key: string, { start, end }: Slot): string | undefined {
  const [day, time] = [start.slice(0, 10), start.slice(11)];
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const step = key === 'ArrowLeft' ? -1 : 1;
    let next = addDays(day, step);
    while ([0, 6].includes(weekdayOf(next))) next = addDays(next, step);
    return `${next}T${time}`;
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const by = key === 'ArrowUp' ? -quarter : quarter;
  const from = minutesOf(start) + by;
  return from < 0 || minutesOf(end) + by >= 24 * 60 ? undefined : `${day}T${clock(from)}`;
}

/** The start that a slot has when it is let go so many minutes after midnight: the nearest quarter of an hour. */
export function droppedAt(day: string, minutes: number): string {
  const near = Math.round(minutes / quarter) * quarter;
  return `${day}T${clock(Math.min(23 * 60, Math.max(0, near)))}`;
}

function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
