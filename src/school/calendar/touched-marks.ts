import type { Problem } from '../../schema/parse.ts';
import type { Known } from '../action.ts';
import { redrawRound } from '../attendance/after-mark.ts';
import type { Attendance } from '../attendance/attendance.record.ts';
import { roundOf } from '../attendance/marks.ts';
import { nDeadline, settleDaysOn } from '../attendance/n-clock.ts';
import { reportedThere } from '../attendance/reported-there.ts';
import type { Change } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import { sessions } from '../placements/schedule-slot.record.ts';
import { buildCalendar } from './build-calendar.ts';
import type { CalendarEntry } from './calendar-entry.record.ts';
import { mondayOf, shortDate } from './dates.ts';
import type { SchoolCalendar } from './school-calendar.ts';

/** A wished change of the calendar: its entries before and after, and the first day that it is about. */
export interface CalendarChange {
  readonly before: readonly CalendarEntry[];
  readonly after: readonly CalendarEntry[];
  readonly from: SchoolDay;
}

/**
 * What a change of the calendar does to days that are marked already. Marks are never deleted: where a mark could no longer
 * stand at all it is refused; where it can, the days are named and saving takes a second word (`marksStay`).
 */
export function markedDaysProblem(known: Known, change: CalendarChange, marksStay: boolean): Problem | undefined {
  const before = buildCalendar(change.before);
  const after = buildCalendar(change.after);
  const since = mondayOf(change.from);
  const touched = known.records.attendance
    .all()
    .filter(({ date, providerStatus }) => since <= date && date <= known.now.today && providerStatus !== 'NotReported')
    .filter((row) => stateOf(known, before, row) !== stateOf(known, after, row));
  const lost = touched.filter((row) => noSchool(after, row) && !noSchool(before, row));
  if (lost.length > 0) {
    return {
      field: 'entry',
      says: `Pupils are marked on ${daysIn(lost)}, which would be no school days. Marks are never deleted: choose dates that leave these days in.`,
    };
  }
  const there = touched.filter((row) => closedWithPupils(known, before, after, row));
  if (there.length > 0) {
    return {
      field: 'entry',
      says: `Pupils are reported as there on ${daysIn(there)}. Change their marks first, or choose other dates.`,
    };
  }
  const late = lateBy(known, before, after);
  if (marksStay || touched.length + late.length === 0) return undefined;
  return { field: 'marksStay', says: followsIn(touched, late) };
}

/** What holds for a mark's session: why the school or the provider is closed, and the week letter where the placement goes by it. */
function stateOf(known: Known, calendar: SchoolCalendar, { date, session, placement }: Attendance): string {
  const provider = known.records.placement.get(placement)?.provider ?? '';
  const byLetter = known.records.scheduleSlot
    .by('placement', placement)
    .some(({ weekPattern, validFrom }) => weekPattern !== 'Every' && validFrom <= date);
  return JSON.stringify([
    calendar.closed(date, session),
    calendar.providerClosed(provider, date, session),
    byLetter ? calendar.weekLetter(date) : undefined,
  ]);
}

function noSchool(calendar: SchoolCalendar, { date, session }: Attendance): boolean {
  const why = calendar.closed(date, session)?.why;
  return why === 'holiday' || why === 'bank-holiday' || why === 'weekend' || !calendar.loaded(date);
}

function closedWithPupils(known: Known, before: SchoolCalendar, after: SchoolCalendar, row: Attendance): boolean {
  const { date, session } = row;
  const provider = known.records.placement.get(row.placement)?.provider ?? '';
  const at = (calendar: SchoolCalendar) => calendar.providerClosed(provider, date, session);
  if (at(after) && !at(before) && reportedThere(known, row, provider)) return true;
  return !!after.closed(date, session) && !before.closed(date, session) && reportedThere(known, row);
}

/** N of days whose last day in time moves into the past by the change (D1). */
function lateBy(known: Known, before: SchoolCalendar, after: SchoolCalendar): readonly Attendance[] {
  const { today } = known.now;
  return known.records.attendance
    .all()
    .filter(({ code, date }) => code === 'N' && date <= today)
    .filter(({ date }) => {
      const within = settleDaysOn(known, date);
      const [was, is] = [nDeadline(before, date, within), nDeadline(after, date, within)];
      return was !== undefined && is !== undefined && was >= today && is < today;
    });
}

function followsIn(touched: readonly Attendance[], late: readonly Attendance[]): string {
  const stay =
    touched.length > 0
      ? `Pupils are marked on ${daysIn(touched)}. Their marks stay as they are: look at each code in Unsettled and Sheets afterwards.`
      : '';
  const due =
    late.length > 0
      ? `${late.length === 1 ? '1 N is' : `${late.length} N are`} overdue by this: settle them today.`
      : '';
  return [stay, due, 'Save it all the same?'].filter(Boolean).join(' ');
}

/** "Tue 10 Nov (3 marks), Wed 11 Nov (1 mark) and 4 more days". */
function daysIn(rows: readonly Attendance[]): string {
  const days = [...new Set(rows.map(({ date }) => date))].sort();
  const named = days.slice(0, 4).map((day) => {
    const marks = rows.filter(({ date }) => date === day).length;
    return `${shortDate(day)} (${marks} ${marks === 1 ? 'mark' : 'marks'})`;
  });
  const more = days.length - named.length;
  return [named.join(', '), more > 0 ? `${more} more ${more === 1 ? 'day' : 'days'}` : '']
    .filter(Boolean)
    .join(' and ');
}

/** Today's cards of both rounds, drawn again where the change reaches today. */
export function redrawToday(known: Known, { from }: CalendarChange): readonly Change[] {
  if (from > known.now.today) return [];
  return sessions.flatMap((session) => redrawRound(known, roundOf(known.now.today, session)));
}
