import { isTimeOfDay } from '../../schema/parse.ts';
import { meets } from '../placements/meets.ts';
import type { ScheduleSlot, Session } from '../placements/schedule-slot.record.ts';
import { weekdays } from '../placements/schedule-slot.record.ts';

/** One weekly session as a file writes it. */
export type WrittenSession = Pick<ScheduleSlot, 'day' | 'session' | 'start' | 'end' | 'weekPattern'>;

const one =
  /^(mon|tue|wed|thu|fri)[a-z]*\s+(am|pm)\s+(\d{1,2}[:.]\d{2})\s*(?:-|–|to)\s*(\d{1,2}[:.]\d{2})(?:\s*\(?(?:week\s*)?([ab])\)?)?$/i;

/** Weekly sessions out of a cell, "Mon AM 09:15-12:15; Tue PM 12:45-15:00 (A)", or a sentence about the first that cannot be read. */
export function readWeeklySessions(
  text: string,
): { readonly sessions: readonly WrittenSession[] } | { readonly trouble: string } {
  const sessions: WrittenSession[] = [];
  for (const piece of text
    .split(/[;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const read = readOne(piece);
    if (!read)
      return {
        trouble: `The session "${piece}" cannot be read. Write it like Mon AM 09:15-12:15, and (A) or (B) for one week only.`,
      };
    if (read.end <= read.start) return { trouble: `The session "${piece}" ends before it begins.` };
    if (sessions.some((other) => meets(other, read))) return { trouble: `"${piece}" stands twice in the week.` };
    sessions.push(read);
  }
  return { sessions };
}

function readOne(piece: string): WrittenSession | undefined {
  const [, day, session, start, end, week] = one.exec(piece) ?? [];
  const weekday = weekdays.find((name) => name.toLowerCase().startsWith((day ?? '?').toLowerCase()));
  const [from, to] = [clockTime(start), clockTime(end)];
  if (!weekday || !from || !to || !session) return undefined;
  const weekPattern = week ? (week.toUpperCase() === 'A' ? 'A' : 'B') : 'Every';
  return {
    day: weekday,
    session: session.toUpperCase() === 'AM' ? 'AM' : ('PM' satisfies Session),
    start: from,
    end: to,
    weekPattern,
  };
}

function clockTime(text = ''): string | undefined {
  const written = text.replace('.', ':').padStart(5, '0');
  return isTimeOfDay(written) ? written : undefined;
}
