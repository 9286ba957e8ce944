import { parse } from '../../../schema/parse.ts';
import type { RecordKind } from '../../../schema/record.ts';
import { expectedSessions } from '../../../school/attendance/expected-sessions.ts';
import { suggestCode } from '../../../school/attendance/suggest-code.ts';
import { buildCalendar } from '../../../school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../../../school/calendar/calendar-entry.record.ts';
import { addDays } from '../../../school/calendar/dates.ts';
import { policyFrom } from '../../../school/office/policy-edition.ts';
import { type RecordName, records, schoolRecords } from '../../../school/records.ts';
import type { NewRecord } from '../../write-records.ts';

const FIRST = '2026-09-03';
const LAST = '2026-11-23';

/** Marks of the school year so far, from the timetables themselves: mostly there, some late, ill or missing, a few without word. */
export function historyRecords(
  all: readonly NewRecord[],
  officer: { readonly id: string; readonly name: string },
): readonly NewRecord[] {
  const known = schoolRecords(
    Object.fromEntries(Object.keys(records).map((name) => [name, rowsOf(all, name as RecordName)])),
  );
  const calendar = buildCalendar(known.calendarEntry.all() as readonly CalendarEntry[]);
  const facts = { records: known, calendar, policy: policyFrom({}) };
  const random = seeded(20261124);
  const marks: NewRecord[] = [];
  const coded = new Set<string>();
  for (let date = FIRST; date <= LAST; date = addDays(date, 1)) {
    for (const one of expectedSessions(facts, date).filter((each) => each.expected)) {
      if (calendar.closed(date, one.session)) continue;
      const drawn = random();
      const recentlyLost = one.placement.key === 'pl-jess-farm' && date === '2026-11-17';
      const status =
        recentlyLost || drawn > 0.985
          ? 'AbsentNoReason'
          : drawn > 0.93
            ? 'AbsentReason'
            : drawn > 0.85
              ? 'AttendedLate'
              : 'AttendedOnTime';
      const reason = status === 'AbsentReason' ? (random() > 0.3 ? 'Illness' : 'Medical') : undefined;
      const suggestion = suggestCode({
        status,
        session: one.session,
        legalBasis: one.placement.legalBasis,
        dualRegistered: one.placement.dualRegistered,
        providerType: one.provider.type,
        siteKind: one.site?.kind,
        place: one.slot.place,
        supervisedOnLine: one.provider.supervisedOnLine,
        reason,
      });
      const key = `${one.placement.key}|${date}|${one.session}`.toLowerCase();
      const register = `${one.pupil.key}|${date}|${one.session}`.toLowerCase();
      const old = date < '2026-11-16' && !recentlyLost;
      const said = suggestion.code ?? (old ? 'C' : undefined);
      const settled = old && said === 'N' ? 'O' : said;
      const code = suggestion.kind === 'law' || old ? settled : undefined;
      const carries = code !== undefined && !coded.has(register);
      if (carries) coded.add(register);
      const late = status === 'AttendedLate' ? 5 + Math.floor(random() * 25) : undefined;
      const deadline = code === 'N' ? calendar.after(date, 5) : undefined;
      marks.push({
        record: 'attendance',
        key,
        values: {
          placement: one.placement.key,
          pupil: one.pupil.key,
          date,
          month: date.slice(0, 7),
          session: one.session,
          providerStatus: status,
          code: carries ? code : undefined,
          suggestedCode: suggestion.code,
          registerKey: carries ? register : key,
          site: one.site?.key,
          expectedStart: one.start,
          expectedEnd: one.end,
          arrival: late === undefined ? undefined : plus(one.start, late),
          minutesLate: late,
          reason,
          nature: code === 'B' || code === 'K' ? one.placement.natureOfActivity : undefined,
          reportedBy: officer.id,
          reportedByName: officer.name,
          reportedVia: 'Scenario',
          reportedAt: `${date}T${one.session === 'AM' ? '09:40' : '13:20'}:00Z`,
          codeBy: carries ? officer.id : undefined,
          codeByName: carries ? officer.name : undefined,
          nDeadline: deadline && 'day' in deadline ? deadline.day : undefined,
          registerCopied: old,
        },
      });
    }
  }
  return marks;
}

function rowsOf(all: readonly NewRecord[], name: RecordName): readonly never[] {
  return all
    .filter((one) => one.record === name)
    .map((one) => {
      const kind: RecordKind = records[name];
      const parsed = parse(kind.check, one.values);
      if (!parsed.ok) throw new Error(`${one.key}: ${parsed.problems.map((problem) => problem.says).join(' ')}`);
      return { ...parsed.value, key: one.key, version: '' } as never;
    });
}

function plus(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** The same year each time: a small generator (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
