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

  it('says why there is nobody on a Saturday', () => {
    const sheet = registerSheet.show(seenBy(['attendance-officer'], school()), { date: '2026-05-16' });
    expect([sheet.closed, sheet.rows]).toEqual(['That day is at the weekend.', []]);
  });
});
