import type { ProviderStatus } from '../../school/attendance/attendance.record.ts';
import type { LoggedCall } from '../../school/attendance/follow-up.types.ts';
import type { AbsenceReason } from '../../school/attendance/suggest-code.ts';
import type { TodayProvider, TodayRow } from '../../school/attendance/today.types.ts';
import { momentOf } from '../../school/moment.ts';

/** What the provider said, as staff read it. */
export const statusWords: Readonly<Record<ProviderStatus, string>> = {
  NotReported: 'Not reported',
  AttendedOnTime: 'On time',
  AttendedLate: 'Late',
  LeftEarly: 'Left early',
  AbsentReason: 'Absent',
  AbsentNoReason: 'Absent, no word',
  ProviderClosed: 'Provider closed',
  SentHome: 'Sent home',
  Elsewhere: 'Elsewhere',
  NotExpected: 'Not expected',
};

/** Reasons for an absence, the three commonest first. */
export const reasonWords: Readonly<Record<AbsenceReason, string>> = {
  Illness: 'Ill',
  Medical: 'Medical appointment',
  Suspended: 'Suspended',
  Religious: 'Religious observance',
  Interview: 'Interview',
  Transport: 'Transport failed',
  Holiday: 'Holiday',
  Other: 'Other',
};

/** What came of a call, as a button. */
export const resultWords: Readonly<Record<LoggedCall['result'], string>> = {
  Spoke: 'Spoke',
  NoAnswer: 'No answer',
  Voicemail: 'Left a message',
  WrongNumber: 'Wrong number',
  LocatedSafe: 'Safe, located',
  NotThere: 'Not there',
};

/** The pupil as this person may read it: the name by right, else initials. */
export function whoOf(row: Pick<TodayRow, 'initials' | 'name' | 'year'>): string {
  return `${row.name ?? row.initials} ${yearWords(row.year)}`;
}

function yearWords(year: string): string {
  return /^\d+$/.test(year) ? `Y${year}` : year;
}

/** How a row stands, in one line: "Late 09:30 · L", "Absent, no word · N until 1 Dec". */
export function stateOf(row: TodayRow): string {
  if (!row.expected && row.status === 'NotReported') return row.notExpectedBecause ?? 'Not expected';
  const reason = Object.entries(reasonWords).find(([name]) => name === row.reason)?.[1] ?? row.reason;
  const inSchool = row.status === 'NotReported' && row.inSchool;
  const said = [inSchool ? 'In school' : statusWords[row.status], row.time].filter(Boolean).join(' ');
  const code = row.code ?? (row.suggestedCode ? `${row.suggestedCode}?` : undefined);
  const until = row.nDeadline ? `until ${dayWords(row.nDeadline)}` : undefined;
  return [[said, reason].filter(Boolean).join(': '), [code, until].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(' · ');
}

/** What may be noted of a pupil and the school: in it after all, or not after all; nothing where the code says it already. */
export function inSchoolWords({ inSchool }: Pick<TodayRow, 'inSchool'>): string | undefined {
  if (inSchool === 'settled') return undefined;
  return inSchool === 'noted' ? 'Not in school after all' : 'In school after all';
}

/** "changed 09:18 by R. Patel". */
export function changedOf(row: TodayRow): string | undefined {
  return row.changed ? `changed ${momentOf(row.changed.at).time} by ${row.changed.by}` : undefined;
}

/** "4 due 09:15 · reported 09:20". */
export function providerLine(provider: TodayProvider): string {
  const due = `${provider.rows.filter((row) => row.expected).length} due ${provider.firstStart}`;
  const reported = provider.reportedAt ? `reported ${momentOf(provider.reportedAt).time}` : undefined;
  const open = provider.notReported > 0 ? `${provider.notReported} not reported` : undefined;
  return [due, reported, open].filter(Boolean).join(' · ');
}

/** "1 Dec" for a school day. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
