import { beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../../src/provision/scenarios/demonstration/demonstration.ts';
import type { NewRecord } from '../../src/provision/write-records.ts';
import { parse } from '../../src/schema/parse.ts';
import type { RecordKind } from '../../src/schema/record.ts';
import { askedSessions, suggestionFor } from '../../src/school/attendance/asked.ts';
import type { Attendance } from '../../src/school/attendance/attendance.record.ts';
import { attendanceConflict } from '../../src/school/attendance/attendance-conflict.rule.ts';
import { codeTrouble } from '../../src/school/attendance/codes.ts';
import type { ExpectedSession } from '../../src/school/attendance/expected-sessions.ts';
import { markKey } from '../../src/school/attendance/marks.ts';
import { nDeadline } from '../../src/school/attendance/n-clock.ts';
import { nNotSettled } from '../../src/school/attendance/n-not-settled.rule.ts';
import { isOnlineAtHome, type Suggestion } from '../../src/school/attendance/suggest-code.ts';
import { suspensionDaySix } from '../../src/school/attendance/suspension-day-six.ts';
import { unaccountedSession } from '../../src/school/attendance/unaccounted-session.rule.ts';
import { buildCalendar } from '../../src/school/calendar/build-calendar.ts';
import { momentOf } from '../../src/school/moment.ts';
import { policyFrom } from '../../src/school/office/policy-edition.ts';
import { type RecordName, records, type SchoolRecords, schoolRecords } from '../../src/school/records.ts';
import type { Facts } from '../../src/school/rule.ts';

/** A mark with the session it is about and the code that the rules would suggest today. */
interface Seen {
  readonly row: Attendance;
  readonly held: ExpectedSession;
  readonly suggestion: Suggestion;
}

const now = momentOf('2026-11-24T08:45:00Z');
let facts: Facts;
let known: SchoolRecords;
let marks: readonly Seen[] = [];

beforeAll(async () => {
  const find = async (mail: string) => ({ id: `id-of-${mail}`, name: mail });
  const all = (await Promise.all(demonstration.schools.map((school) => school.records(find)))).flat();
  known = recordsOf(all);
  facts = { records: known, calendar: buildCalendar(known.calendarEntry.all()), policy: policyFrom({}) };
  marks = known.attendance.all().flatMap((row) => {
    const held = askedSessions(facts, row.date, row.session).find((each) => each.placement.key === row.placement);
    return held ? [{ row, held, suggestion: suggestionFor(held, row.providerStatus, row.reason) }] : [];
  });
});

function recordsOf(all: readonly NewRecord[]): SchoolRecords {
  const rows = (name: RecordName) => {
    const kind: RecordKind = records[name];
    return all
      .filter((one) => one.record === name)
      .map(({ key, values }) => {
        const parsed = parse(kind.check, values);
        return { ...(parsed.ok ? parsed.value : {}), key, version: '' } as never;
      });
  };
  return schoolRecords(Object.fromEntries(Object.keys(records).map((name) => [name, rows(name as RecordName)])));
}

const there = ['AttendedOnTime', 'AttendedLate'];
const shut = ({ row }: Seen) => facts.calendar.closed(row.date, row.session);
const online = ({ held }: Seen) =>
  isOnlineAtHome({
    providerType: held.provider.type,
    siteKind: held.site?.kind,
    place: held.slot.place,
    supervisedOnLine: held.provider.supervisedOnLine,
  });
/** The code stands as the rules gave it, by itself. */
const byLaw = (code: string) => (seen: Seen) =>
  seen.row.code === code && seen.suggestion.kind === 'law' && seen.suggestion.code === code;
const atPlace = byLaw('B');
const settled = (from: string, to: string) => (seen: Seen) =>
  seen.row.code === to && (seen.row.amendedFrom ?? '').split('\n').some((line) => line.split(' | ')[4] === from);
const followedUp = ({ row }: Seen) => {
  const followUp = known.followUp.get(`${row.pupil}|${row.date}|${row.session}`);
  return followUp?.state === 'Located' && known.call.by('followUp', followUp.key).length > 0;
};
const suspension = [{ firstDay: '2026-09-28', lastDay: '2026-10-07' }];
const daySix = () => {
  const answer = suspensionDaySix(facts.calendar, suspension);
  return answer && 'day' in answer ? answer.day : undefined;
};

/** domain.md 3.3 and 3.4, row by row: what is to be found in the records. */
const situations: readonly (readonly [string, (seen: Seen) => boolean])[] = [
  ['on time at a provider', (seen) => seen.row.providerStatus === 'AttendedOnTime' && atPlace(seen)],
  [
    'late at a provider: B, with minutes',
    (seen) => seen.row.providerStatus === 'AttendedLate' && (seen.row.minutesLate ?? 0) > 0 && atPlace(seen),
  ],
  [
    'late on the school site: the officer chose L',
    ({ row, suggestion }) => row.code === 'L' && suggestion.kind === 'officer',
  ],
  ['came after the register closed: U', ({ row }) => row.code === 'U' && row.arrival !== undefined],
  ['on the school site, morning', byLaw('/')],
  ['on the school site, afternoon', byLaw('\\')],
  ['illness', byLaw('I')],
  ['medical appointment', byLaw('M')],
  ['religious observance', byLaw('R')],
  ['interview', byLaw('J1')],
  ['leave agreed by the head', ({ row, suggestion }) => row.code === 'C' && suggestion.kind === 'officer'],
  ['no word, settled to a real code', settled('N', 'I')],
  ['no word, settled to O', settled('N', 'O')],
  ['no word, found by calls', (seen) => seen.row.providerStatus === 'AbsentNoReason' && followedUp(seen)],
  [
    'left early: the mark stands, and somebody looked',
    (seen) =>
      seen.row.providerStatus === 'LeftEarly' && seen.row.left !== undefined && atPlace(seen) && followedUp(seen),
  ],
  ['sent home', (seen) => seen.row.providerStatus === 'SentHome' && atPlace(seen) && followedUp(seen)],
  [
    'provider closed, in school instead',
    ({ row, suggestion }) =>
      row.providerStatus === 'ProviderClosed' && suggestion.code === undefined && row.code === '/',
  ],
  [
    'provider closed, Y7 with its note',
    ({ row }) => row.providerStatus === 'ProviderClosed' && row.code === 'Y7' && !!row.note,
  ],
  ['provider closed, not decided yet', ({ row }) => row.providerStatus === 'ProviderClosed' && row.code === undefined],
  ['elsewhere, and where', ({ row }) => row.providerStatus === 'Elsewhere' && row.code === '/' && !!row.note],
  [
    'not expected, and why',
    ({ row }) => row.providerStatus === 'NotExpected' && row.code === undefined && !!row.reason,
  ],
  [
    'present at the provider and in the school register: no code',
    ({ row }) => row.inSchool && there.includes(row.providerStatus) && row.code === undefined,
  ],
  [
    'entered late with a reason',
    ({ row }) =>
      !!row.amendedFrom?.includes('NotReported') && (row.reportedAt ?? '').slice(0, 10) > row.date && !!row.amendReason,
  ],
  [
    'amended: what stood before is kept',
    ({ row }) => (row.amendedFrom ?? '').includes('AttendedOnTime') && row.providerStatus === 'AbsentReason',
  ],
  ['suspended: E', (seen) => byLaw('E')(seen) && seen.row.date < (daySix() ?? '')],
  [
    'day six of a suspension: B at provision arranged',
    (seen) => seen.row.date === daySix() && seen.held.placement.legalBasis === 'DAY6_suspension' && atPlace(seen),
  ],
  ['transport failed: Y1', byLaw('Y1')],
  ['no access arrangements: Q', ({ row, suggestion }) => row.code === 'Q' && suggestion.kind === 'officer'],
  ['sport: P instead of B', settled('B', 'P')],
  ['work experience: W', byLaw('W')],
  [
    'part-time timetable: C2',
    ({ row, held, suggestion }) => row.code === 'C2' && held.placement.legalBasis === 'PTT' && suggestion.code === 'C2',
  ],
  ['flexi-schooling at home: C', (seen) => byLaw('C')(seen) && seen.held.placement.legalBasis === 'FLEXI'],
  [
    'provider open while the school is shut: noted, no code',
    (seen) => shut(seen)?.why === 'INSET' && there.includes(seen.row.providerStatus) && seen.row.code === undefined,
  ],
  [
    'provider open while the school is shut unexpectedly',
    (seen) => shut(seen)?.why === 'closure' && seen.row.code === undefined,
  ],
  ['dual registered: D', byLaw('D')],
  ['arranged by the authority (s.19): K', (seen) => byLaw('K')(seen) && seen.held.placement.legalBasis === 'LA_s19'],
  ['arranged by the authority (s.61): K', (seen) => byLaw('K')(seen) && seen.held.placement.legalBasis === 'EHCP_s61'],
  ['directed off site: B', (seen) => atPlace(seen) && seen.held.placement.legalBasis === 'OSD_s29A'],
  [
    'online at home: an absence code',
    (seen) => online(seen) && seen.row.code === 'C2' && there.includes(seen.row.providerStatus),
  ],
  ['online in school: /', (seen) => byLaw('/')(seen) && seen.held.provider.type === 'Online' && !online(seen)],
  ['nobody reported: no code', ({ row }) => row.providerStatus === 'NotReported' && row.code === undefined],
];

describe('every situation of the attendance table stands in the demonstration', () => {
  it.each(situations)('%s', (_, holds) => {
    expect(marks.filter(holds).length).toBeGreaterThan(0);
  });
});

describe('the demonstration agrees with the rules', () => {
  it('has no mark outside the timetables', () => {
    expect(marks.length).toBe(known.attendance.all().length);
    expect(marks.length).toBeGreaterThan(1000);
  });

  it('has on every mark that nobody settled the code that the law gives, and none where the officer decides', () => {
    const wrong = marks
      .filter((seen) => !seen.row.amendedFrom && !shut(seen) && !seen.row.inSchool)
      .filter(({ row }) => !(row.pupil === 'pu-amber' && row.date === '2026-11-20'))
      .filter(({ row, suggestion }) => row.code !== (suggestion.kind === 'law' ? suggestion.code : undefined))
      .map(({ row }) => row.key);
    expect(wrong).toEqual([]);
  });

  it('has no code that its date, its note or its place forbids', () => {
    const wrong = marks.flatMap((seen) => {
      const { code, date, note, nature, key } = seen.row;
      const flexiHome = seen.held.placement.legalBasis === 'FLEXI' && seen.held.slot.place === 'Home';
      const trouble = code && codeTrouble({ code, date, note: note ?? nature, onlineAtHome: online(seen), flexiHome });
      return trouble ? [`${key}: ${trouble}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('shows one N overdue, one whose last day is today, and one with two school days left', () => {
    const found = nNotSettled.check(facts, now).map(({ due, standing }) => `${due} ${standing}`);
    expect(found.sort()).toEqual(['2026-11-23 breach', '2026-11-24 due', '2026-11-26 due']);
    expect(facts.calendar.schoolDaysBetween(now.today, '2026-11-26')).toBe(2);
  });

  it('settled every other N in time', () => {
    const late = marks
      .filter(({ row }) => (row.amendedFrom ?? '').endsWith('| N'))
      .filter(({ row }) => momentOf(row.codeAt ?? '').today > (nDeadline(facts.calendar, row.date) ?? ''));
    expect(late.map(({ row }) => row.key)).toEqual([]);
  });

  it('shows two conflicts: provider against school register, and two providers', () => {
    const said = attendanceConflict.check(facts, now).map(({ says }) => says.outside);
    expect(said).toHaveLength(2);
    const carried = marks.filter(
      ({ row }) => row.pupil === 'pu-amber' && row.date === '2026-11-20' && row.session === 'AM',
    );
    expect(carried.map(({ row }) => row.code).sort()).toEqual(['B', undefined]);
  });

  it('leaves a handful of sessions without a code, all of the last days', () => {
    const open = unaccountedSession.check(facts, now).map(({ due }) => due ?? '');
    expect(open.length).toBeGreaterThan(2);
    expect(open.length).toBeLessThan(10);
    expect(open.filter((day) => day < '2026-11-19')).toEqual([]);
  });

  it('covers half a year: from 1 June to the day before the one that is shown', () => {
    const dates = marks.map(({ row }) => row.date).sort();
    expect([dates[0], dates.at(-1)]).toEqual(['2026-06-02', '2026-11-23']);
  });

  it('has a journal entry, done, behind every mark that people made', () => {
    const entries = new Map(known.journalEntry.all().map((entry) => [entry.key, entry]));
    expect([...entries.values()].filter(({ state }) => state !== 'Done')).toEqual([]);
    const amended = marks.find(({ row }) => row.key === markKey('pl-zoe-hospital', '2026-10-13', 'AM'))?.row;
    expect(amended?.amendedFrom).toMatch(/^2026-10-13T08:50:00Z .* AttendedOnTime .* K/);
    const behind = [...entries.values()].filter((entry) => JSON.stringify(entry.changes).includes(amended?.key ?? '–'));
    const expected = ['record-attendance', 'copy-to-register', 'record-attendance', 'copy-to-register'];
    expect(behind.map(({ action }) => action)).toEqual(expected);
  });

  it('told the DSL of every flagged pupil without a word, and she acknowledged', () => {
    const urgent = known.message.all().filter((message) => message.urgent);
    expect(urgent.length).toBeGreaterThan(0);
    expect(urgent.filter(({ answer, state }) => answer !== 'Acknowledged' || state !== 'Closed')).toEqual([]);
  });

  it('has nothing waiting to be sent', () => {
    expect(known.message.all().filter(({ state }) => state !== 'Closed')).toEqual([]);
  });
});
