import { z } from 'zod';
import { isWaitedFor } from '../school/attendance/in-school.ts';
import type { Mark } from '../school/attendance/record-attendance.action.ts';
import type { Register, RegisterRow } from '../school/attendance/register.types.ts';

type Data = Readonly<Record<string, unknown>>;

const inputs = ['status', 'time', 'reason', 'note', 'amend'] as const;

const ofVisits = ['plannedFor', 'visitor', 'site'] as const;
const ofReviews = ['notHeld', 'contact', 'by', 'on', 'which', 'day', 'from', 'why'] as const;
/** Inputs of cards that have one answer in all. */
const otherInputs = ['where', 'saidBy', ...ofReviews, ...ofVisits] as const;

/** What was typed or chosen on a card, by the input's id; kept when the card is drawn again. */
export function typedOn(data: Data): Readonly<Record<string, string>> {
  const names: readonly string[] = [...inputs, ...otherInputs];
  const kept = Object.entries(data).flatMap(([id, value]): [string, string][] =>
    typeof value === 'string' && value !== '' && names.includes(id.split(':')[0] ?? '') ? [[id, value]] : [],
  );
  return Object.fromEntries(kept);
}

/** The rows of the round that a card is about, as the server knows them. */
export function rowsOf(register: Register): readonly RegisterRow[] {
  return register.providers.flatMap((provider) => provider.rows);
}

const statusText = z.string().min(1);

/** A mark as it goes to record-attendance; its status is checked there. */
export type CardMark = Omit<Mark, 'status'> & { readonly status: string };

/**
 * The marks of the rows that were answered. `foreign`: placements that are not on this card, which makes the whole answer
 * count for nothing.
 */
export function marksFrom(
  data: Data,
  rows: readonly RegisterRow[],
): { readonly marks: readonly CardMark[]; readonly foreign: boolean } {
  const known = new Set(rows.map((row) => row.placement));
  const answered = Object.entries(data).flatMap(([id, value]) => {
    const status = statusText.safeParse(value);
    return id.startsWith('status:') && status.success
      ? [{ placement: id.slice('status:'.length), status: status.data }]
      : [];
  });
  return {
    marks: answered.map(({ placement, status }) => ({
      placement,
      status,
      ...seenOn(data, placement),
      ...Object.fromEntries(
        inputs.slice(1).flatMap((name): [string, string][] => {
          const value = data[`${name}:${placement}`];
          return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
        }),
      ),
    })),
    foreign: answered.some(({ placement }) => !known.has(placement)),
  };
}

/** *All arrived*: on time for each row of the provider that the card showed as open and that nobody has reported since. */
export function allArrived(data: Data, register: Register): readonly CardMark[] {
  return register.providers
    .filter((each) => each.provider === data.provider)
    .flatMap((each) => each.rows)
    .filter((row) => isWaitedFor(row) && `seen:${row.placement}` in data)
    .map(({ placement }) => ({ placement, status: 'AttendedOnTime', ...seenOn(data, placement) }));
}

/** The marks to tick as copied: those the card showed with a version. */
export function toCopy(data: Data, rows: readonly RegisterRow[]): readonly { placement: string; seen: string }[] {
  return rows.flatMap(({ placement, code }) => {
    const { seen } = seenOn(data, placement);
    return seen && code ? [{ placement, seen }] : [];
  });
}

function seenOn(data: Data, placement: string): { readonly seen: string | null } {
  const seen = data[`seen:${placement}`];
  return { seen: typeof seen === 'string' && seen !== '' ? seen : null };
}
