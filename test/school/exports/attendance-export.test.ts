import { describe, expect, it } from 'vitest';
import { attendanceExport } from '../../../src/school/exports/attendance-export.view.ts';
import { attendanceTables } from '../../../src/school/exports/attendance-tables.ts';
import { csvOf } from '../../../src/school/exports/csv.ts';
import { mark, pupil, type Rows, seenBy } from '../facts.ts';

const school: Rows = {
  pupil: [
    { ...pupil, upn: 'Y801200012345', tutorGroup: '10B' },
    { ...pupil, key: 'pu-2', legalName: '=Ned Archer', initials: 'N.A.' },
  ],
  provider: [
    { key: 'pr-farm', name: 'Hill Farm', type: 'NonSchool', status: 'Approved' },
    { key: 'pr-college', name: 'Riverside', type: 'FECollege', status: 'Approved' },
  ],
  placement: [
    { key: 'pl-1', pupil: 'pu-1', provider: 'pr-farm', stage: 'Active', startDate: '2025-09-04' },
    { key: 'pl-2', pupil: 'pu-2', provider: 'pr-college', stage: 'Active', startDate: '2025-09-04' },
  ],
  attendance: [
    mark('2026-05-12', 'AM', { providerStatus: 'AttendedOnTime', code: 'B' }),
    mark('2026-05-11', 'AM', { providerStatus: 'AttendedLate', arrival: '09:40', code: 'B' }),
    mark('2026-05-11', 'PM', { providerStatus: 'AbsentNoReason', code: 'N' }),
    mark('2026-05-08', 'AM', { providerStatus: 'ProviderClosed', code: 'Y3' }),
    mark('2026-05-12', 'AM', {
      key: 'pl-2|2026-05-12|am',
      placement: 'pl-2',
      pupil: 'pu-2',
      providerStatus: 'NotReported',
    }),
  ],
};
const shown = (span = {}) => attendanceExport.show(seenBy(['attendance-officer'], school), span);

describe('attendance between two days', () => {
  it('counts each pupil: sessions attended of those expected, the register beside it, the lowest first', () => {
    expect(shown().pupils.map(({ name, providers, ap, register }) => [name, providers, ap, register])).toEqual([
      [
        '=Ned Archer',
        ['Riverside'],
        { attended: 0, possible: 1, percent: 0 },
        { attended: 0, possible: 0, percent: undefined },
      ],
      [
        'Juno Sparrow',
        ['Hill Farm'],
        { attended: 2, possible: 3, percent: 66.7 },
        { attended: 2, possible: 3, percent: 66.7 },
      ],
    ]);
  });

  it('counts each provider with its silence and its closures apart', () => {
    expect(
      shown().providers.map(({ name, pupils, counts }) => [name, pupils, counts.notReported, counts.providerClosed]),
    ).toEqual([
      ['Riverside', 1, 1, 0],
      ['Hill Farm', 1, 0, 1],
    ]);
  });

  it('takes both days in, and nothing outside them', () => {
    const days = (span: object) => shown(span).lines.map(({ date, session }) => `${date} ${session}`);
    expect(days({ from: '2026-05-11', to: '2026-05-11' })).toEqual(['2026-05-11 AM', '2026-05-11 PM']);
    expect(days({ from: '2026-05-09', to: '2026-05-10' })).toEqual([]);
  });

  it('says so when the days are the wrong way round, too long ago, or empty', () => {
    expect(shown({ from: '2026-05-12', to: '2026-05-11' }).trouble).toBe(
      'The first day is after the last. Change one of them.',
    );
    expect(shown({ from: '2025-05-05' }).trouble).toMatch(/^Marks are at hand back to Tue 6 May 2025 only\./);
    expect(shown({ from: '2025-05-06' }).trouble).toBeUndefined();
    expect(shown({ from: '2026-05-09', to: '2026-05-10' }).trouble).toBe('No session was marked in these days.');
  });

  it('offers the half term, the one before, the term and the school year so far', () => {
    expect(shown().spans.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['Summer 1', '2026-04-13', '2026-05-12'],
      ['Spring 2', '2026-02-23', '2026-03-27'],
      ['Summer term', '2026-04-13', '2026-05-12'],
      ['School year so far', '2025-09-04', '2026-05-12'],
    ]);
  });

  it('is closed to who may not take attendance away (10.2)', () => {
    expect(attendanceExport.roles).toEqual(['attendance-officer', 'ap-leader']);
  });
});

describe('the tables of attendance', () => {
  it('are by pupil, by provider and every session, each line as long as its head', () => {
    const tables = attendanceTables(shown());
    expect(tables.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
      ['By pupil', 2],
      ['By provider', 2],
      ['Sessions', 5],
    ]);
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('hold no formula, whatever a name begins with', () => {
    expect(csvOf(attendanceTables(shown())[0])).toContain(",'=Ned Archer,");
  });
});
