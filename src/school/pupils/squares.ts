import { statusWords } from '../attendance/asked.ts';
import type { Attendance, ProviderStatus } from '../attendance/attendance.record.ts';
import { codeOn } from '../attendance/codes.ts';
import { expectedFor } from '../attendance/expected-for.ts';
import { registerShare, sessionShare } from '../attendance/percentages.ts';
import { stoodBefore } from '../attendance/stood-before.ts';
import { mondayOf, shortDate } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import { halfTermsAround, termOf } from '../calendar/terms.ts';
import { grouped } from '../grouped.ts';
import type { SchoolDay } from '../moment.ts';
import { type Session, sessions } from '../placements/schedule-slot.record.ts';
import type { Seen } from '../view.ts';
import type { HalfTermShare, SessionSquare, WeekShare } from './pupil.types.ts';

/** The half terms that the picture shows: those of the term chosen by the key of its first half term, else of the term that runs. */
export function pictured({ calendar, now: { today } }: Seen, term: string | undefined): readonly HalfTerm[] {
  const chosen = calendar.halfTerms.find(({ key }) => key === term) ?? halfTermsAround(calendar, today).now;
  return chosen ? termOf(calendar, chosen) : [];
}

/**
 * One square per session of the term so far, in the order of time: what was reported and coded, and what was expected and
 * nobody has said. Where two placements have a row in one session, the row with the code stands for it.
 */
export function squaresOf(seen: Seen, pupil: string, term: readonly HalfTerm[]): readonly SessionSquare[] {
  const rows = seen.records.attendance
    .by('pupil', pupil)
    .filter((row) => term.some((half) => half.firstDay <= row.date && row.date <= half.lastDay));
  const bySession = grouped(rows, (row) => `${row.date}|${row.session}`);
  const told = [...bySession.values()].flatMap((group) => {
    const row = group.find((one) => one.code) ?? group[0];
    return row ? squareOf(row) : [];
  });
  const silent = term
    .flatMap((half) => seen.calendar.daysOf(half))
    .filter((day) => day <= seen.now.today)
    .flatMap((date) => sessions.map((session) => ({ date, session })))
    .filter(({ date, session }) => !bySession.has(`${date}|${session}`) && isExpected(seen, pupil, date, session))
    .map(({ date, session }): SessionSquare => {
      const status = statusWords.NotReported;
      return {
        date,
        session,
        status,
        shape: 'unknown',
        says: `${shortDate(date)} ${session}: nobody said`,
        before: [],
      };
    });
  return [...told, ...silent].sort((a, b) => a.date.localeCompare(b.date) || a.session.localeCompare(b.session));
}

function isExpected(seen: Seen, pupil: string, date: SchoolDay, session: Session): boolean {
  return seen.records.placement.by('pupil', pupil).some((placement) => {
    if (seen.calendar.providerClosed(placement.provider, date, session)) return false;
    return 'expected' in expectedFor(seen, placement.key, date, session);
  });
}

const shapes: Readonly<Record<ProviderStatus, SessionSquare['shape']>> = {
  NotReported: 'unknown',
  AttendedOnTime: 'here',
  AttendedLate: 'late',
  LeftEarly: 'here',
  AbsentReason: 'absent',
  AbsentNoReason: 'missing',
  ProviderClosed: 'closed',
  SentHome: 'missing',
  Elsewhere: 'missing',
  NotExpected: 'closed',
};

function squareOf(row: Attendance): SessionSquare {
  const status = statusWords[row.providerStatus];
  const by = row.codeByName ?? row.reportedByName;
  const at = row.codeAt ?? row.reportedAt;
  const detail = [status, row.arrival ?? row.left, row.reason].filter(Boolean).join(' ');
  const code = row.code ? `code ${row.code}` : undefined;
  return {
    date: row.date,
    session: row.session,
    code: row.code,
    class: row.code ? codeOn(row.code, row.date)?.class : undefined,
    status,
    shape: shapes[row.providerStatus],
    says: `${shortDate(row.date)} ${row.session}: ${[detail, code].filter(Boolean).join(', ')}`,
    changed: at ? { by: by ?? '', at } : undefined,
    before: stoodBefore(row),
    amendReason: row.amendReason,
  };
}

/** AP sessions of each week of the term that has one, as attended out of expected: the trend beside the picture. */
export function weekSharesOf(seen: Seen, pupil: string, term: readonly HalfTerm[]): readonly WeekShare[] {
  const rows = seen.records.attendance
    .by('pupil', pupil)
    .filter((row) => term.some((half) => half.firstDay <= row.date && row.date <= half.lastDay))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return [...grouped(rows, (row) => mondayOf(row.date))].map(([monday, held]) => ({
    monday,
    ap: sessionShare(held),
  }));
}

/** AP-session % and register % of the half term that runs, with the one before beside it. */
export function sharesOf(seen: Seen, pupil: string): { now?: HalfTermShare; before?: HalfTermShare } {
  const rows = seen.records.attendance.by('pupil', pupil);
  const share = (half: HalfTerm | undefined): HalfTermShare | undefined => {
    if (!half) return undefined;
    const held = rows.filter((row) => half.firstDay <= row.date && row.date <= half.lastDay);
    const possible = held.filter((row) => !seen.calendar.closed(row.date, row.session));
    return { name: half.name, ap: sessionShare(held), register: registerShare(possible) };
  };
  const { now, before } = halfTermsAround(seen.calendar, seen.now.today);
  return { now: share(now), before: share(before) };
}
