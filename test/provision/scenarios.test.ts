import { beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../../src/provision/scenarios/demonstration/demonstration.ts';
import { empty } from '../../src/provision/scenarios/empty/empty.ts';
import type { Scenario } from '../../src/provision/scenarios/scenario.ts';
import type { NewRecord } from '../../src/provision/write-records.ts';
import { parse } from '../../src/schema/parse.ts';
import type { RecordKind } from '../../src/schema/record.ts';
import { expectedSessions } from '../../src/school/attendance/expected-sessions.ts';
import { buildCalendar } from '../../src/school/calendar/build-calendar.ts';
import { policyFrom } from '../../src/school/office/policy-edition.ts';
import { type RecordName, records, schoolRecords } from '../../src/school/records.ts';

const find = async (mail: string) => ({ id: `id-of-${mail}`, name: mail });

async function recordsOf(scenario: Scenario): Promise<readonly NewRecord[]> {
  return (await Promise.all(scenario.schools.map((school) => school.records(find)))).flat();
}

const kindOf = (name: RecordName): RecordKind => records[name];

function factsOf(all: readonly NewRecord[]) {
  const rows = (name: RecordName) =>
    all
      .filter((one) => one.record === name)
      .map(({ key, values }) => {
        const parsed = parse(kindOf(name).check, values);
        return { ...(parsed.ok ? parsed.value : {}), key, version: '' } as never;
      });
  const known = schoolRecords(Object.fromEntries(Object.keys(records).map((name) => [name, rows(name as RecordName)])));
  return { records: known, calendar: buildCalendar(known.calendarEntry.all()), policy: policyFrom({}) };
}

describe.each([demonstration, empty])('the scenario $name', (scenario) => {
  let all: readonly NewRecord[] = [];
  beforeAll(async () => {
    all = await recordsOf(scenario);
  });

  it('holds only records that their own checks accept', () => {
    const wrong = all.flatMap(({ record, key, values }) => {
      const parsed = parse(kindOf(record).check, values);
      return parsed.ok ? [] : [`${record} ${key}: ${parsed.problems.map(({ says }) => says).join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('names no field that its record does not have', () => {
    const unknown = all.flatMap(({ record, values }) =>
      Object.keys(values)
        .filter((name) => !(name in kindOf(record).fields))
        .map((name) => `${record}.${name}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('never uses a key, or a value that must be unique, twice in a list', () => {
    const marks = all.flatMap(({ record, key, values }) => [
      `${record} ${key}`.toLowerCase(),
      ...Object.entries(kindOf(record).fields)
        .filter(([name, field]) => field.unique && values[name] !== undefined)
        .map(([name]) => `${record}.${name} ${String(values[name])}`.toLowerCase()),
    ]);
    expect(marks.filter((mark, index) => marks.indexOf(mark) !== index)).toEqual([]);
  });

  it('links only to records that are there', () => {
    const there = new Set(all.map(({ record, key }) => `${record} ${key}`));
    const broken = all.flatMap(({ record, key, values }) =>
      Object.entries(kindOf(record).fields)
        .filter(([name, field]) => field.to !== undefined && values[name] !== undefined)
        .filter(([name, field]) => !there.has(`${field.to} ${String(values[name])}`))
        .map(([name]) => `${record} ${key}: ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it('is the same each time it is loaded', async () => {
    expect(await recordsOf(scenario)).toEqual(all);
  });
});

describe('the demonstration school', () => {
  let all: readonly NewRecord[] = [];
  beforeAll(async () => {
    all = await recordsOf(demonstration);
  });
  const of = (name: RecordName) => all.filter((one) => one.record === name);

  it('shows a living morning on Tuesday 24 November 2026: 12 pupils at 5 providers or more, from 08:45 to 09:30', () => {
    const expected = expectedSessions(factsOf(all), '2026-11-24', 'AM').filter((one) => one.expected);
    expect(new Set(expected.map((one) => one.pupil.key)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(expected.map((one) => one.provider.key)).size).toBeGreaterThanOrEqual(5);
    expect(expected.filter((one) => one.start < '08:45' || one.start > '09:30')).toEqual([]);
  });

  it('expects one pupil at two places in the same session just once: the make-up day that nobody noticed', () => {
    const facts = factsOf(all);
    const days = facts.calendar.halfTerms.slice(0, 3).flatMap((half) => facts.calendar.daysOf(half));
    expect(days.length).toBeGreaterThan(95);
    const twice = days.flatMap((day) => {
      const seen = expectedSessions(facts, day).map((one) => `${one.pupil.key} ${one.date} ${one.session}`);
      return seen.filter((one, index) => seen.indexOf(one) !== index);
    });
    expect(twice).toEqual(['pu-amber 2026-11-20 AM']);
  });

  it('has no code in a session in which school was closed, and no mark on the day that is being shown', () => {
    const { calendar } = factsOf(all);
    const dates = of('attendance').map(({ values }) => [String(values.date), values.session, values.code] as const);
    const shut = dates.filter(([date, session]) => calendar.closed(date, session === 'AM' ? 'AM' : 'PM'));
    expect(shut.length).toBeGreaterThan(0);
    expect(shut.filter(([, , code]) => code !== undefined)).toEqual([]);
    expect(dates.filter(([date]) => date >= '2026-11-24')).toEqual([]);
    expect(dates.length).toBeGreaterThan(600);
  });

  it('gives every N the fifth school day after it as its last day', () => {
    const { calendar } = factsOf(all);
    const open = of('attendance').filter(({ values }) => values.code === 'N');
    expect(open.length).toBeGreaterThan(0);
    for (const { values } of open) expect({ day: values.nDeadline }).toEqual(calendar.after(String(values.date), 5));
  });

  it('rings only numbers that belong to nobody', () => {
    const numbers = [...of('contact'), ...of('provider')].flatMap(({ values }) =>
      [values.phone1, values.phone2, values.attendancePhone].filter((phone) => phone !== undefined).map(String),
    );
    expect(numbers.length).toBeGreaterThan(30);
    expect(numbers.filter((phone) => !/^(01632 960\d{3}|07700 900\d{3})$/.test(phone))).toEqual([]);
  });

  it('has names that go wrong elsewhere: an accent, an apostrophe, and two pupils with the same initials in one year', () => {
    const pupils = of('pupil').map(({ values }) => values);
    expect(pupils.some(({ legalName }) => String(legalName).includes("'"))).toBe(true);
    expect(pupils.some(({ legalName }) => /[^\x20-\x7e]/.test(String(legalName)))).toBe(true);
    const shown = pupils.map(({ initials, year }) => `${String(initials)} ${String(year)}`);
    expect(new Set(shown).size).toBeLessThan(shown.length);
  });

  it('has a barred contact who may not be contacted, and a pupil with a single number', () => {
    const barred = of('contact').filter(({ values }) => values.barred === true);
    expect(barred.map(({ values }) => values.mayContact)).toEqual([false]);
    const reachable = of('contact').filter(({ values }) => values.mayContact === true);
    const counts = of('pupil').map(({ key }) => reachable.filter(({ values }) => values.pupil === key).length);
    expect(counts.filter((count) => count === 1).length).toBe(1);
  });
});
