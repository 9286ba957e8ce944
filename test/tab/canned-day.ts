import type { FollowUpCard } from '../../src/school/attendance/follow-up.types.ts';
import type { Today, TodayRow } from '../../src/school/attendance/today.types.ts';
import type { Me } from '../../src/school/office/me.types.ts';

/** An officer of an invented school on Tuesday 24 November 2026. */
export const officer: Me = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'R. Patel',
  roles: ['attendance-officer'],
  covers: [{ role: 'attendance-officer', for: 'M. Okoro' }],
  school: { name: 'Hillcrest School', shortName: 'Hillcrest' },
  day: '2026-11-24',
  says: 'Tue 24 Nov, week A, Autumn 2, day 17 of 35',
  time: '09:22',
  troubles: [],
  firstSteps: [],
  entries: ['today', 'board'],
  counts: { unsettled: 0, board: 3 },
};

const common = {
  date: '2026-11-24',
  session: 'AM',
  seen: null,
  start: '09:15',
  end: '12:00',
  dueBy: '09:45',
  expected: true,
  status: 'NotReported',
  flagged: false,
  codeIsOfficers: false,
  registerCopied: false,
  dots: (['here', 'late', 'absent', 'missing', 'closed'] as const).map((shape, index) => ({
    date: `2026-11-${16 + index}`,
    session: 'AM' as const,
    shape,
    says: `${16 + index} Nov AM: ${shape}`,
  })),
} as const;

/** A row of the canned day; what is given differs from "expected 09:15, not reported". */
export function row(placement: string, initials: string, more: Partial<TodayRow> = {}): TodayRow {
  return { ...common, placement, pupil: `pu-${placement}`, initials, year: '10', ...more };
}

/** The missing pupil of the canned day. */
export const missing = row('pl-2', 'J.S.', {
  status: 'AbsentNoReason',
  seen: '3',
  code: 'N',
  codeSays: 'Absent, reason not yet established: settle within five school days.',
  nDeadline: '2026-12-01',
  flagged: true,
  changed: { by: 'R. Patel', at: '2026-11-24T09:18:00Z' },
  followUp: {
    key: 'fu-1',
    state: 'Open',
    openedAt: '2026-11-24T09:18:00Z',
    says: 'not located since 09:15 · DSL told 09:18',
  },
});

/** The canned day with these rows at the farm. */
export function dayWith(rows: readonly TodayRow[] = [row('pl-1', 'A.M.', { year: '11' }), missing]): Today {
  const late = row('pl-4', 'L.T.', { status: 'AttendedLate', time: '09:31', code: 'B', seen: '1' });
  const away = row('pl-5', 'D.W.', { expected: false, notExpectedBecause: 'Not this week (week B only)' });
  const provider = (key: string, name: string, of: readonly TodayRow[]) => ({
    provider: key,
    name,
    attendancePhone: '01632 960 133',
    firstStart: '09:15',
    rows: of,
    notReported: of.filter((one) => one.expected && one.status === 'NotReported').length,
  });
  return {
    day: '2026-11-24',
    says: officer.says,
    time: '09:22',
    troubles: [],
    may: { record: true, seeNumbers: true },
    sessions: (['AM', 'PM'] as const).map((session) => ({
      session,
      state: session === 'AM' ? 'open' : 'before',
      counts: { expected: 4, here: 0, late: 1, absent: 0, missing: 1, notReported: 2, notExpected: 1 },
      providers: [
        provider('pr-1', 'Hill Farm', rows),
        provider('pr-2', 'Riverside College', [row('pl-3', 'K.B.', { year: '9' }), late, away]),
      ],
      notLocated: rows.filter((one) => one.followUp),
    })),
  };
}

/** The missing pupil's follow-up. */
export const card: FollowUpCard = {
  key: 'fu-1',
  state: 'Open',
  seen: '1',
  pupil: missing.pupil,
  date: '2026-11-24',
  session: 'AM',
  initials: 'J.S.',
  year: '10',
  provider: { key: 'pr-1', name: 'Hill Farm', phone: '01632 960 133' },
  flagged: true,
  dslSays: 'DSL told 09:18',
  steps: [
    { contact: 'on-the-way', label: 'Is J.S. on the way?' },
    { contact: 'co-1', label: 'Parent: Mrs S.', phone: '01632 960 201' },
    { contact: 'co-2', label: 'Parent: Mr S.', phone: '01632 960 202' },
  ],
  calls: [],
  says: 'Not located since 09:15 · DSL told 09:18',
};
