import { shortDate } from '../calendar/dates.ts';
import { closedInWords, dayInWords } from '../calendar/in-words.ts';
import type { SchoolDay } from '../moment.ts';
import { type Session, sessions } from '../placements/schedule-slot.record.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import { mayRead, maySeeFlag } from '../rights.ts';
import { missingRoles } from '../roles.ts';
import type { Seen } from '../view.ts';
import { askedSessions, plusMinutes } from './asked.ts';
import type { Attendance } from './attendance.record.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import { isFlagged } from './flagged.ts';
import { inSchoolOf, isTwoPlaces, isWaitedFor, saidThere } from './in-school.ts';
import { markKey, pupilSessionKey } from './marks.ts';
import { isOnlineAtHome } from './suggest-code.ts';
import type { Dot, FollowUpState, Today, TodayProvider, TodayRow, TodaySession } from './today.types.ts';

const recorders = ['attendance-officer', 'ap-leader'] as const;
const nameReaders = [
  ...recorders,
  'dsl',
  'deputy-dsl',
  'head',
  'senco',
  'designated-teacher',
  'tutor',
  'visitor',
] as const;
const numberReaders = ['attendance-officer', 'ap-leader', 'dsl', 'deputy-dsl', 'head'] as const;

/** The day for one person: every session that a timetable holds, what was reported, who is not where they should be. */
export function todayFor(seen: Seen, day: SchoolDay): Today {
  const holds = (wanted: readonly string[]) => seen.by.roles.some((role) => wanted.includes(role));
  const troubles = troublesOn(seen, day);
  return {
    day,
    says: dayInWords(seen.calendar, day),
    time: seen.now.time,
    troubles,
    sessions: sessions.map((session) => sessionOn(seen, day, session, holds(nameReaders), holds(numberReaders))),
    may: { record: holds(recorders), seeNumbers: holds(numberReaders) },
  };
}

/** Sentences about what stops a day: dates that are not loaded, roles that nobody holds. */
export function troublesOn(seen: Seen, day: SchoolDay): readonly string[] {
  const troubles: string[] = [];
  if (!seen.calendar.loaded(day)) {
    troubles.push(
      `No term dates are loaded for ${shortDate(day)}: load the next term dates. Until then no deadline is computed.`,
    );
  }
  const names = {
    dsl: 'safeguarding lead (DSL)',
    'ap-leader': 'AP leader',
    'attendance-officer': 'attendance officer',
  };
  for (const role of missingRoles(seen.records.roleAssignment, day)) {
    troubles.push(`Nobody is ${names[role as keyof typeof names]} today: no round starts until somebody is.`);
  }
  return troubles;
}

function sessionOn(seen: Seen, day: SchoolDay, session: Session, names: boolean, numbers: boolean): TodaySession {
  const rows = ownOf(seen, askedSessions(seen, day, session)).map((one) => rowOf(seen, one, names));
  const closed = seen.calendar.closed(day, session);
  const ends = session === 'AM' ? seen.policy.morningEnds : seen.policy.afternoonEnds;
  const starts = session === 'AM' ? seen.policy.morningRound : seen.policy.afternoonRound;
  const before = day > seen.now.today || (day === seen.now.today && seen.now.time < starts);
  const over = day < seen.now.today || (day === seen.now.today && seen.now.time >= ends);
  const expected = rows.filter((row) => row.expected);
  const count = (test: (row: TodayRow) => boolean) => expected.filter(test).length;
  return {
    session,
    state: before ? 'before' : over ? 'over' : 'open',
    schoolClosed: closed ? closedInWords(closed) : undefined,
    counts: {
      expected: expected.length,
      here: count((row) => row.status === 'AttendedOnTime' || row.status === 'AttendedLate'),
      late: count((row) => row.status === 'AttendedLate'),
      absent: count((row) => row.status === 'AbsentReason'),
      missing: count(isMissing),
      notReported: count(isWaitedFor),
      notExpected: rows.length - expected.length,
    },
    providers: providersOf(seen, rows, numbers),
    notLocated: [...expected.filter(isMissing), ...expected.filter((row) => isWaitedFor(row) && isPast(seen, row))],
  };
}

function ownOf(seen: Seen, all: readonly ExpectedSession[]): readonly ExpectedSession[] {
  const ownOnly = seen.by.roles.length > 0 && seen.by.roles.every((role) => role === 'tutor' || role === 'visitor');
  return ownOnly ? all.filter((one) => seen.by.ownPupils.includes(one.pupil.key)) : all;
}

function isMissing(row: TodayRow): boolean {
  const lost = row.status === 'AbsentNoReason' || row.status === 'SentHome' || row.status === 'Elsewhere';
  return lost && row.followUp?.state !== 'Located' && row.followUp?.state !== 'Closed';
}

function isPast(seen: Seen, row: TodayRow): boolean {
  return row.date < seen.now.today || (row.date === seen.now.today && seen.now.time > row.dueBy);
}

function providersOf(seen: Seen, rows: readonly TodayRow[], numbers: boolean): readonly TodayProvider[] {
  const groups = new Map<string, TodayRow[]>();
  for (const row of rows) {
    const provider = seen.records.placement.get(row.placement)?.provider ?? '';
    groups.set(provider, [...(groups.get(provider) ?? []), row]);
  }
  return [...groups].map(([key, group]) => {
    const provider = seen.records.provider.get(key);
    const reports = group
      .flatMap((row) => (row.changed && row.status !== 'NotReported' ? [row.changed.at] : []))
      .sort();
    return {
      provider: key,
      name: provider?.name ?? 'Unknown provider',
      attendanceContact: numbers ? provider?.attendanceContact : undefined,
      attendancePhone: numbers ? provider?.attendancePhone : undefined,
      firstStart: group.map((row) => row.start).sort()[0] ?? '',
      rows: group,
      notReported: group.filter(isWaitedFor).length,
      reportedAt: reports.at(-1),
    };
  });
}

function rowOf(seen: Seen, one: ExpectedSession, names: boolean): TodayRow {
  const held = seen.records.attendance.get(markKey(one.placement.key, one.date, one.session));
  const conflict = conflictOf(seen, one, held);
  return {
    placement: one.placement.key,
    pupil: one.pupil.key,
    date: one.date,
    session: one.session,
    seen: held?.version ?? null,
    initials: initialsOf(seen.records.pupil, one.pupil),
    name: names ? (one.pupil.preferredName ?? one.pupil.legalName) : undefined,
    year: `Y${one.pupil.year}`,
    start: one.start,
    end: one.end,
    dueBy: plusMinutes(one.start, seen.policy.confirmMinutes),
    expected: one.expected,
    notExpectedBecause: one.because,
    status: held?.providerStatus ?? 'NotReported',
    time: held?.left ?? held?.arrival,
    reason: held?.reason,
    note: names ? held?.note : undefined,
    code: held?.code,
    suggestedCode: held?.suggestedCode,
    codeSays: codeSaysOf(held),
    inSchool: inSchoolOf(held),
    nDeadline: held?.nDeadline,
    dots: dotsOf(seen, one),
    flagged: maySeeFlag(seen.by, one.pupil.key) && isFlagged(one.pupil),
    followUp: mayRead(seen.by, 'follow-up', one.pupil.key) ? followUpOf(seen, one) : undefined,
    changed: held?.reportedAt ? { by: held.reportedByName ?? '', at: held.reportedAt } : undefined,
    conflict,
    codeIsOfficers: isOnlineAtHome({
      providerType: one.provider.type,
      siteKind: one.site?.kind,
      place: one.slot.place,
      supervisedOnLine: one.provider.supervisedOnLine,
    }),
    registerCopied: held?.registerCopied ?? false,
  };
}

function codeSaysOf(held: Attendance | undefined): string | undefined {
  if (!held?.suggestedCode) return undefined;
  if (held.inSchool && !saidThere(held))
    return `In school after all: ${held.suggestedCode} is suggested; settle the code.`;
  return held.code ? undefined : `The officer decides; ${held.suggestedCode} is suggested.`;
}

function conflictOf(seen: Seen, one: ExpectedSession, held: Attendance | undefined): string | undefined {
  if (held && isTwoPlaces(held)) {
    return 'The provider says present there; the register says in school. Ask both, then settle the code.';
  }
  if (!held || held.code) return undefined;
  const register = pupilSessionKey(one.pupil.key, one.date, one.session);
  const carrier = seen.records.attendance.by('registerKey', register).find(({ code }) => code);
  return carrier && carrier.placement !== one.placement.key
    ? 'Another placement already carries the code for this session. Settle which one stands.'
    : undefined;
}

function followUpOf(seen: Seen, one: ExpectedSession): FollowUpState | undefined {
  const held = seen.records.followUp.get(pupilSessionKey(one.pupil.key, one.date, one.session));
  if (!held) return undefined;
  const told = held.dslInformedAt ? ' · DSL told' : '';
  return {
    key: held.key,
    state: held.state,
    openedAt: held.openedAt,
    dslInformedAt: held.dslInformedAt,
    dslAt: plusMinutes(one.start, seen.policy.escalateMinutes),
    located: held.located,
    says: held.state === 'Open' ? `not located since ${one.start}${told}` : `located: ${held.located ?? 'see the log'}`,
  };
}

function dotsOf(seen: Seen, one: ExpectedSession): readonly Dot[] {
  const rows = inOrderOfTime(seen.records.attendance.by('placement', one.placement.key));
  const next = rows.findLastIndex((row) => row.date < one.date || (row.date === one.date && row.session < one.session));
  return rows
    .slice(Math.max(0, next - 4), next + 1)
    .map((row) => ({ date: row.date, session: row.session, ...shapeOf(row) }));
}

const ordered = new WeakMap<readonly Attendance[], readonly Attendance[]>();

/** A placement's marks by day and session; sorted once for each state of them. */
function inOrderOfTime(rows: readonly Attendance[]): readonly Attendance[] {
  const held = ordered.get(rows);
  if (held) return held;
  const sorted = rows.toSorted((a, b) => (`${a.date}${a.session}` < `${b.date}${b.session}` ? -1 : 1));
  ordered.set(rows, sorted);
  return sorted;
}

function shapeOf(row: Attendance): Pick<Dot, 'shape' | 'says'> {
  const when = `${shortDate(row.date)} ${row.session}`;
  switch (row.providerStatus) {
    case 'AttendedOnTime':
    case 'LeftEarly':
      return { shape: 'here', says: `${when}: there` };
    case 'AttendedLate':
      return { shape: 'late', says: `${when}: late` };
    case 'AbsentReason':
      return { shape: 'absent', says: `${when}: absent, reason known` };
    case 'AbsentNoReason':
    case 'SentHome':
    case 'Elsewhere':
      return { shape: 'missing', says: `${when}: absent, no word` };
    case 'ProviderClosed':
    case 'NotExpected':
      return { shape: 'closed', says: `${when}: not expected` };
    default:
      return { shape: 'unknown', says: `${when}: nobody said` };
  }
}
