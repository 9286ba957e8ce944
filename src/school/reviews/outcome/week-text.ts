import { type NewWeek, type Weekly, weeklyInput } from '../../placements/new-week.ts';
import type { Review } from '../review.record.ts';

/** A week as one session a line, as the review keeps it: "Tuesday AM 09:15-12:15 Every Site si-farm". */
export function weekToText(sessions: readonly Weekly[]): string {
  return sessions
    .map(({ day, session, start, end, weekPattern, place, site }) =>
      [day, session, `${start}-${end}`, weekPattern, place, site].filter(Boolean).join(' '),
    )
    .join('\n');
}

/** The changed week that a review keeps; `undefined` where it changes none. A line that does not read as a session is left out. */
export function weekOf({ newWeekFrom, newWeek = '' }: Pick<Review, 'newWeekFrom' | 'newWeek'>): NewWeek | undefined {
  if (newWeekFrom === undefined) return undefined;
  return { from: newWeekFrom, sessions: newWeek.split(/\r?\n/).flatMap(sessionOf) };
}

function sessionOf(line: string): readonly Weekly[] {
  const [day, session, times = '', weekPattern, place, site] = line.trim().split(' ');
  const [start, end] = times.split('-');
  const read = weeklyInput.safeParse({ day, session, weekPattern, place, site, start, end });
  return read.success ? [read.data] : [];
}
