import { academicYearOf } from '../calendar/dates.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import { type Session, sessions } from '../placements/schedule-slot.record.ts';

/** A coded session of one pupil. */
export interface CodedSession {
  readonly date: SchoolDay;
  readonly session: Session;
  readonly code?: string;
}

/** Consecutive school days, first and last included. */
export interface Run {
  readonly from: SchoolDay;
  readonly to: SchoolDay;
  readonly days: number;
}

const unauthorised: readonly string[] = ['G', 'N', 'O', 'U'];

/**
 * D20, attendance return: the latest run of at least `limit` continuous school days on which every session open is G, N, O
 * or U. A day of which a session is not known to us breaks the run: nothing is guessed.
 */
export function attendanceReturn(
  calendar: SchoolCalendar,
  marks: readonly CodedSession[],
  limit: number,
): Run | undefined {
  const days = daysWhere(marks, (day, held) =>
    sessions
      .filter((session) => !calendar.closed(day, session))
      .every((session) => held.some((mark) => mark.session === session && unauthorised.includes(mark.code ?? ''))),
  );
  return runs(calendar, days)
    .filter((run) => run.days >= limit)
    .at(-1);
}

/** Why a sickness return is due. */
export interface SicknessReturn {
  readonly kind: 'consecutive' | 'cumulative';
  /** School days with a session of code I, with those expected. */
  readonly days: number;
  readonly from: SchoolDay;
  readonly to: SchoolDay;
}

/**
 * D20, sickness return: `limit` school days on which any session is I, consecutive (across school years) or cumulative in
 * the school year of `today`; days still expected are added.
 */
export function sicknessReturn(
  calendar: SchoolCalendar,
  marks: readonly CodedSession[],
  today: SchoolDay,
  limit: number,
  expectedDays = 0,
): SicknessReturn | undefined {
  const days = daysWhere(marks, (_, held) => held.some((mark) => mark.code === 'I'));
  const run = runs(calendar, days).at(-1);
  if (run && run.days + expectedDays >= limit) return { ...run, kind: 'consecutive', days: run.days + expectedDays };
  const year = days.filter((day) => academicYearOf(day) === academicYearOf(today));
  const [from, to] = [year[0], year.at(-1)];
  if (!from || !to || year.length + expectedDays < limit) return undefined;
  return { kind: 'cumulative', days: year.length + expectedDays, from, to };
}

function daysWhere(
  marks: readonly CodedSession[],
  holds: (day: SchoolDay, held: readonly CodedSession[]) => boolean,
): readonly SchoolDay[] {
  const byDay = new Map<SchoolDay, CodedSession[]>();
  for (const mark of marks) {
    const held = byDay.get(mark.date);
    if (held) held.push(mark);
    else byDay.set(mark.date, [mark]);
  }
  return [...byDay].flatMap(([day, held]) => (holds(day, held) ? [day] : [])).sort();
}

function runs(calendar: SchoolCalendar, days: readonly SchoolDay[]): readonly Run[] {
  const found: Run[] = [];
  for (const day of days.filter((each) => calendar.isSchoolDay(each))) {
    const last = found.at(-1);
    if (last && calendar.schoolDaysBetween(last.to, day) === 1) {
      found[found.length - 1] = { ...last, to: day, days: last.days + 1 };
    } else found.push({ from: day, to: day, days: 1 });
  }
  return found;
}
