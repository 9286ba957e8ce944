import { mondayOf, shortDate } from '../../school/calendar/dates.ts';
import type { SessionSquare } from '../../school/pupils/pupil.types.ts';

/** The picture's columns and lines: a column a week, a line a weekday's session that occurs at all. */
export interface Weeks {
  readonly weeks: readonly { readonly monday: string; readonly label: string }[];
  readonly lines: readonly { readonly label: string; readonly squares: readonly (SessionSquare | undefined)[] }[];
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** Squares by week and weekday, in the order of time. */
export function weeksOf(squares: readonly SessionSquare[]): Weeks {
  const mondays = [...new Set(squares.map(({ date }) => mondayOf(date)))].toSorted();
  const weeks = mondays.map((monday) => ({ monday, label: shortDate(monday).slice(4) }));
  const lines = days.flatMap((day) =>
    (['AM', 'PM'] as const).flatMap((session) => {
      const own = squares.filter((square) => square.session === session && shortDate(square.date).startsWith(day));
      if (own.length === 0) return [];
      return [
        {
          label: `${day} ${session}`,
          squares: mondays.map((monday) => own.find(({ date }) => mondayOf(date) === monday)),
        },
      ];
    }),
  );
  return { weeks, lines };
}
