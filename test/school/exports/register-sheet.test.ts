import { describe, expect, it } from 'vitest';
import { registerSheet } from '../../../src/school/exports/register-sheet.view.ts';
import { sheetTable } from '../../../src/school/exports/sheet-table.ts';
import { mark, pupil, type Rows, seenBy } from '../facts.ts';

const slot = (session: 'AM' | 'PM', start: string, end: string) => ({
  key: `sl-${session}`,
  placement: 'pl-1',
  weekPattern: 'Every',
  day: 'Tuesday',
  session,
  place: 'Site',
  start,
  end,
  validFrom: '2025-09-04',
});

const school = (marks: Rows['attendance'] = []): Rows => ({
  pupil: [{ ...pupil, upn: 'Y801200012345', misId: '4711', tutorGroup: '10B' }],
  provider: [{ key: 'pr-1', name: 'Hill Farm', type: 'NonSchool', status: 'Approved' }],
  placement: [
    { key: 'pl-1', pupil: 'pu-1', provider: 'pr-1', legalBasis: 'AGREED_AP', stage: 'Active', startDate: '2025-09-04' },
  ],
  scheduleSlot: [slot('AM', '09:15', '12:15'), slot('PM', '13:00', '15:00')],
  attendance: marks,
});

describe("the day's register sheet", () => {
  it('has one line a pupil with both codes and the nature of the activity', () => {
    const rows = school([
      mark('2026-05-12', 'AM', {
        key: 'pl-1|2026-05-12|am',
        code: 'B',
        nature: 'Animal care',
        providerStatus: 'AttendedOnTime',
      }),
    ]);
    const sheet = registerSheet.show(seenBy(['attendance-officer'], rows), {});
    expect(sheet.open).toBe(1);
    expect(sheetTable(sheet).rows).toEqual([
      [
        'Y801200012345',
        '4711',
        'Juno Sparrow',
        '10',
        '10B',
        '2026-05-12',
        'B',
        'Animal care',
        '',
        'Not reported at Hill Farm: not settled',
      ],
    ]);
  });

  it('says that a paused pupil is not expected and why, not that the code is missing', () => {
    const paused = { pausedFrom: '2026-05-11', pausedTo: '2026-05-15' };
    const rows = { ...school(), placement: school().placement?.map((row) => ({ ...row, ...paused })) };
    const sheet = registerSheet.show(seenBy(['attendance-officer'], rows), {});
    expect(sheet.open).toBe(0);
    expect(sheetTable(sheet).rows[0]?.slice(6, 8)).toEqual([
      '',
      'Not expected at Hill Farm. The placement is paused from Mon 11 May to Fri 15 May.',
    ]);
  });

  it('goes by year as a number, then tutor group and name', () => {
    const one = school();
    const rows = {
      ...one,
      pupil: [
        ...(one.pupil ?? []),
        { ...pupil, key: 'pu-2', legalName: 'Ada Young', year: '7', tutorGroup: '7C' },
        { ...pupil, key: 'pu-3', legalName: 'Ada Early', year: '10', tutorGroup: '10A' },
      ],
      placement: ['pu-1', 'pu-2', 'pu-3'].flatMap((of, at) =>
        (one.placement ?? []).map((row) => ({ ...row, key: `pl-${at + 1}`, pupil: of })),
      ),
      scheduleSlot: [1, 2, 3].map((at) => ({
        ...slot('AM', '09:15', '12:15'),
        key: `sl-${at}`,
        placement: `pl-${at}`,
      })),
    };
    const sheet = registerSheet.show(seenBy(['attendance-officer'], rows), {});
    expect(sheet.rows.map(({ name }) => name)).toEqual(['Ada Young', 'Ada Early', 'Juno Sparrow']);
  });

  it('says why there is nobody on a Saturday', () => {
    const sheet = registerSheet.show(seenBy(['attendance-officer'], school()), { date: '2026-05-16' });
    expect([sheet.closed, sheet.rows]).toEqual(['That day is at the weekend.', []]);
  });
});
