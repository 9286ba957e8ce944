import { memoryTable } from '../../../../microsoft365/memory-table.ts';
import { parse } from '../../../../schema/parse.ts';
import type { RecordKind } from '../../../../schema/record.ts';
import type { Known } from '../../../../school/action.ts';
import { actions } from '../../../../school/actions.ts';
import { instantAfter, minutesOf } from '../../../../school/attendance/asked.ts';
import { buildCalendar } from '../../../../school/calendar/build-calendar.ts';
import type { Change, Save, Tell } from '../../../../school/change.ts';
import { type Instant, type Moment, momentOf, type SchoolDay, type TimeOfDay } from '../../../../school/moment.ts';
import { policyFrom, settingsFrom } from '../../../../school/office/policy-edition.ts';
import { type RecordName, records, type SchoolRecords } from '../../../../school/records.ts';
import { personOn, theClock } from '../../../../school/roles.ts';
import type { Facts } from '../../../../school/rule.ts';
import type { NewRecord } from '../../../write-records.ts';

type Row = { readonly key: string; readonly version: string } & Readonly<Record<string, unknown>>;

/** What somebody does in the story: which action, with what, when (school time), and who. */
export interface Deed {
  readonly day: SchoolDay;
  readonly time: TimeOfDay;
  readonly action: string;
  /** What is sent, as it is known at that instant. */
  readonly input: (at: Instant) => unknown;
  /** Entra object id, or `clock`. */
  readonly by: string;
  readonly via: Known['via'];
}

/** A school in memory that lives through its days by the app's own actions, so that its past is what they would have left. */
export interface SchoolLife {
  readonly facts: Facts;
  /** Does it; throws with the reason where the action refuses, so that no scenario can tell what could not have happened. */
  act(deed: Deed): void;
  /** The school's own register says that the pupil is in school: as its import writes it, before the provider has answered. */
  importInSchool(mark: Omit<Save & { record: 'attendance' }, 'kind' | 'record' | 'seen'>): void;
  /** Everything that was written, as records to load: marks, follow-ups, calls, messages (closed) and the journal. */
  written(): readonly NewRecord[];
}

/** Begins the school's life with what was set up: people, pupils, timetables, term dates. */
export function beginLife(setUp: readonly NewRecord[]): SchoolLife {
  const tables = new Map(Object.keys(records).map((name) => [name as RecordName, memoryTable<Row>()] as const));
  const table = (name: RecordName) => tables.get(name) ?? memoryTable<Row>();
  for (const one of setUp) table(one.record).put(rowOf(one));
  const known = Object.fromEntries<unknown>(tables) as SchoolRecords;
  const calendar = buildCalendar(known.calendarEntry.all());
  const facts: Facts = { records: known, calendar, policy: policyFrom(known.setting.get('policy')?.value) };
  const touched = new Map<string, { readonly record: RecordName; readonly key: string; readonly entry?: string }>();
  const journal: NewRecord[] = [];
  let deeds = 0;
  let versions = 0;
  let ids = 0;

  function put(record: RecordName, key: string, values: Readonly<Record<string, unknown>>, entry?: string): void {
    const stands = table(record).get(key);
    versions += 1;
    table(record).put({ ...rowOf({ record, key, values: { ...stands, ...values } }), version: String(versions) });
    touched.set(`${record} ${key}`, { record, key, entry });
  }

  function save(change: Save, entry: string): void {
    const stands = table(change.record).get(change.key);
    const expected = stands?.version ?? null;
    if (change.seen !== 'any' && change.seen !== expected) throw new Error(`${change.key}: it was changed in between.`);
    const values: Readonly<Record<string, unknown>> = change.values;
    const other =
      change.record === 'attendance' &&
      known.attendance.by('registerKey', String(values.registerKey)).some((row) => row.key !== change.key);
    put(change.record, change.key, other ? { ...values, ...change.onRegisterConflict } : values, entry);
  }

  function carryOut(change: Change, now: Moment, entry: string): void {
    if (change.kind === 'save') save(change, entry);
    if (change.kind === 'tell' && !known.message.get(change.key))
      put('message', change.key, toldOf(change, now), entry);
  }

  return {
    facts,
    act({ day, time, action, input, by, via }) {
      const now = momentOf(instantIn(day, time));
      const doer = by === 'clock' ? theClock : personOn(known.roleAssignment, by, day);
      const asked = actions[action];
      if (
        !asked?.roles.some((role) => (by === 'clock' ? role === 'clock' : doer.roles.some((held) => held === role)))
      ) {
        throw new Error(`On ${day} nobody with that role does ${action}.`);
      }
      const settings = settingsFrom(known.setting.get('school')?.value);
      const freshId = (prefix: string) => {
        ids += 1;
        return `${prefix}-past${ids}`;
      };
      const decision = asked.attempt({ ...facts, settings, now, by: doer, via, freshId }, input(now.instant));
      if ('problems' in decision) throw new Error(`${day} ${action}: ${decision.problems.map(({ says }) => says)}`);
      if ('refused' in decision) throw new Error(`${day} ${action}: ${decision.refused.map(({ says }) => says.staff)}`);
      if (decision.changes.length === 0) return;
      deeds += 1;
      const entry = `je-past${String(deeds).padStart(5, '0')}`;
      for (const change of decision.changes) carryOut(change, now, entry);
      journal.push({
        record: 'journalEntry',
        key: entry,
        entry,
        values: {
          action,
          state: 'Done',
          by: doer.id,
          byName: doer.name,
          at: now.instant,
          about: decision.about,
          because: decision.because.slice(0, 255),
          changes: JSON.parse(JSON.stringify(decision.changes, (_, value: unknown) => value ?? null)),
          results: decision.changes.flatMap((each) =>
            each.kind === 'save' ? [{ about: each.key, outcome: 'saved' }] : [],
          ),
        },
      });
    },
    importInSchool({ key, values }) {
      put('attendance', key, { ...values, providerStatus: 'NotReported', inSchool: true, reportedVia: 'Import' });
    },
    written() {
      const kept = [...touched.values()].map(({ record, key, entry }): NewRecord => {
        const { key: _key, version: _version, ...values } = table(record).get(key) ?? { key, version: '' };
        return { record, key, entry, values };
      });
      return [...kept, ...journal];
    },
  };
}

function rowOf({ record, key, values }: Pick<NewRecord, 'record' | 'key' | 'values'>): Row {
  const kind: RecordKind = records[record];
  const parsed = parse(kind.check, values);
  if (!parsed.ok) throw new Error(`${record} ${key}: ${parsed.problems.map(({ says }) => says).join(' ')}`);
  return { ...parsed.value, key, version: '0' };
}

/** A message of the past: it was sent, an urgent one acknowledged after four minutes, and its card is folded away. */
function toldOf(tell: Tell, now: Moment): Readonly<Record<string, unknown>> {
  const { kind: _kind, key: _key, ...values } = tell;
  const answer = { answer: 'Acknowledged', answeredAt: instantAfter(now.instant, 4), answeredBy: tell.to };
  return {
    ...values,
    date: now.today,
    month: now.today.slice(0, 7),
    state: 'Closed',
    tries: 1,
    sentAt: now.instant,
    ...(tell.urgent ? answer : {}),
  };
}

/** The instant of a wall-clock time in Europe/London. */
function instantIn(day: SchoolDay, time: TimeOfDay): string {
  const winter = `${day}T${time}:00Z`;
  return instantAfter(winter, minutesOf(time) - minutesOf(momentOf(winter).time));
}
