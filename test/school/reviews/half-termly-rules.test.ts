import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { reviewDue } from '../../../src/school/reviews/review-due.rule.ts';
import { reviewFrequency } from '../../../src/school/reviews/review-frequency.rule.ts';
import { reviewGapLong } from '../../../src/school/reviews/review-gap.rule.ts';
import { settlingReview } from '../../../src/school/reviews/settling-review.rule.ts';
import type { Rule } from '../../../src/school/rule.ts';
import { derbyshire } from '../derbyshire.ts';
import { mark, type Rows } from '../facts.ts';
import { booked, held, on, started } from './school.ts';

type Row = Readonly<Record<string, unknown>>;
const found = (rule: Rule, day: string, rows: Rows = {}, calendar: readonly CalendarEntry[] = derbyshire) => {
  const seen = on(day, rows, calendar);
  return rule.check(seen, seen.now);
};
const said = (...asked: Parameters<typeof found>) =>
  found(...asked).map(({ standing, due, says }) => [standing, due, says.staff]);

describe('a review in every half term (8.3, D7)', () => {
  const due = (day: string, review: readonly Row[] = [], more: Row = {}) =>
    said(reviewDue, day, { review, placement: [started('2025-09-04', more)] });

  it.each([
    ['2025-09-04', 'warning', '2025-09-05', 'book the review of Autumn 1 by Fri 5 Sep; it is due by Thu 23 Oct'],
    ['2025-09-05', 'warning', '2025-09-05', 'book the review of Autumn 1 by Fri 5 Sep; it is due by Thu 23 Oct'],
    [
      '2025-09-06',
      'warning',
      '2025-10-23',
      'the review of Autumn 1 was to be booked by Fri 5 Sep; it is due by Thu 23 Oct',
    ],
    [
      '2025-10-02',
      'warning',
      '2025-10-23',
      'the review of Autumn 1 is not booked: 15 school days left, due by Thu 23 Oct',
    ],
    ['2025-10-16', 'due', '2025-10-23', 'the review of Autumn 1 is not booked: 5 school days left, due by Thu 23 Oct'],
    ['2025-10-22', 'due', '2025-10-23', 'the review of Autumn 1 is not booked: 1 school day left, due by Thu 23 Oct'],
    [
      '2025-10-23',
      'due',
      '2025-10-23',
      'the review of Autumn 1 is not booked: today is the last school day, due by Thu 23 Oct',
    ],
    ['2025-10-24', 'breach', '2025-10-23', 'the review of Autumn 1 was due by Thu 23 Oct and has not been held'],
  ])('is on %s a %s: %s, %s', (day, standing, by, says) => {
    expect(due(day)).toEqual([[standing, by, `J.S. Y10: ${says} (8.3).`]]);
  });

  it('shows what it looked at, and names nobody to outsiders', () => {
    const [finding] = found(reviewDue, '2025-10-02');
    expect(finding).toMatchObject({
      clause: '8.3',
      area: 'review',
      owner: 'ap-leader',
      about: { record: 'pl-1', pupil: 'pu-1' },
    });
    expect(finding?.says.outside).not.toContain('J.S.');
    expect(finding?.evidence.map(({ what, held: value }) => [what, value])).toEqual([
      ['Last review', 'none since the start on Thu 4 Sep'],
      ['Half term', 'Autumn 1'],
      ['Time', '15 school days left'],
    ]);
  });

  it.each([
    ['2025-09-12', '29 school days left'],
    ['2025-10-22', '1 school day left'],
    ['2025-10-23', 'today is the last school day'],
    ['2025-10-24', 'late, no school day since'],
    ['2025-11-04', '1 school day late'],
  ])('says on %s how the time stands: %s', (day, held) => {
    const [finding] = found(reviewDue, day);
    expect(finding?.evidence).toContainEqual({ what: 'Time', held });
  });

  it.each(['2025-09-04', '2025-10-23'])('is content when it was held on %s, the first or last day', (day) => {
    expect(due('2025-10-24', [held(day)])).toEqual([]);
  });

  it.each(['2025-09-03', '2025-10-24', '2025-10-28'])(
    'does not count a review held on %s, outside the window',
    (day) => {
      expect(due('2025-10-23', [held(day)])).toHaveLength(1);
    },
  );

  it('never takes a settling review, or one of another plan, for the half-termly one', () => {
    for (const kind of ['Settling', 'PEP', 'EHCPAnnual', 'Termly']) {
      expect([kind, due('2025-10-16', [held('2025-10-02', { kind })]).length]).toEqual([kind, 1]);
    }
    for (const kind of ['HalfTerm', 'OSDStatutory', 'ParentRequested', 'LARequested', 'Emergency', 'Final']) {
      expect([kind, due('2025-10-16', [held('2025-10-02', { kind })]).length]).toEqual([kind, 0]);
    }
  });

  it('is quiet while it is booked in time, and while its write-up is in time', () => {
    expect(due('2025-10-16', [booked('2025-10-23')])).toEqual([]);
    expect(due('2025-11-04', [booked('2025-10-23')])).not.toContainEqual(expect.arrayContaining(['breach']));
  });

  it('…and a breach when nobody has said by then that it was held', () => {
    expect(due('2025-11-05', [booked('2025-10-23')])[0]).toEqual([
      'breach',
      '2025-10-23',
      'J.S. Y10: the review of Autumn 1 was booked for Thu 23 Oct and is not written up; it was due by Thu 23 Oct (8.3).',
    ]);
  });

  it('says so when it was moved past its last day', () => {
    const halfTerm = 'HalfTerm|2025-09-04';
    const moved = [booked('2025-11-06', { halfTerm })];
    expect(due('2025-10-02', moved)).toEqual([
      [
        'warning',
        '2025-10-23',
        'J.S. Y10: the review of Autumn 1 is booked for Thu 6 Nov; it is due by Thu 23 Oct: move it (8.3).',
      ],
    ]);
    expect(due('2025-10-27', moved)[0]?.[2]).toBe(
      'J.S. Y10: the review of Autumn 1 was due by Thu 23 Oct and has not been held; it is booked only for Thu 6 Nov (8.3).',
    );
  });

  it.each(['Planned', 'Cancelled', 'Missed'])('does not take one that is %s for booked', (stage) => {
    expect(due('2025-10-16', [booked('2025-10-20', { stage })])).toHaveLength(1);
  });

  it('stays a breach in the next half term until a review is held, and no longer than that', () => {
    const missed = (day: string, review: readonly Row[] = []) =>
      due(day, review).filter(([standing]) => standing === 'breach');
    expect(missed('2025-11-20')).toHaveLength(1);
    expect(missed('2025-11-20', [held('2025-11-19')])).toEqual([]);
    expect(missed('2026-01-05').map(([, by]) => by)).toEqual(['2025-12-19']);
  });

  it('is due for a placement that ends inside the half term, by its last day', () => {
    const ended = { stage: 'Ended', actualEnd: '2025-09-26' };
    expect(due('2025-09-26', [], { plannedEnd: '2025-09-26' })[0]?.slice(0, 2)).toEqual(['due', '2025-09-26']);
    expect(due('2025-09-27', [], ended)[0]?.slice(0, 2)).toEqual(['breach', '2025-09-26']);
    expect(due('2025-09-27', [held('2025-09-26', { kind: 'Final' })], ended)).toEqual([]);
  });

  it('is booked before an approved placement starts inside the half term (G12)', () => {
    const rows = { placement: [started('2025-11-10', { stage: 'Approved' })] };
    expect(said(reviewDue, '2025-10-28', rows)).toEqual([
      ['warning', '2025-11-07', 'J.S. Y10: book the review of Autumn 2 by Fri 7 Nov; it is due by Fri 19 Dec (8.3).'],
    ]);
  });

  it('is not asked for before the first school day of the half term', () => {
    expect(due('2025-11-03', [held('2025-10-02')])).toEqual([]);
    expect(due('2025-11-04', [held('2025-10-02')])).toHaveLength(1);
  });

  it('says once, for all placements, which term dates to load', () => {
    const rows = { placement: [started('2025-09-04'), { ...started('2025-09-04'), key: 'pl-2' }] };
    expect(said(reviewDue, '2025-10-02', rows, [])).toEqual([
      [
        'warning',
        undefined,
        'When reviews are due cannot be computed: No term dates are loaded. Load the next term dates. (8.3)',
      ],
    ]);
  });
});

describe('the settling review (8.3, D8)', () => {
  const rows = (review: readonly Row[] = [], more: Row = {}) => ({ review, placement: [started('2025-10-13', more)] });

  it('is due on the tenth school day after a start with nine left, and a breach the day after', () => {
    expect(said(settlingReview, '2025-10-13', rows())).toEqual([
      ['due', '2025-11-05', 'J.S. Y10: the settling review is due on Wed 5 Nov and not booked (8.3).'],
    ]);
    expect(said(settlingReview, '2025-11-05', rows())[0]?.[0]).toBe('due');
    expect(said(settlingReview, '2025-11-06', rows())).toEqual([
      ['breach', '2025-11-05', 'J.S. Y10: the settling review was due on Wed 5 Nov and has not been held (8.3).'],
    ]);
  });

  it('is not needed with ten school days left', () => {
    expect(said(settlingReview, '2025-10-13', { placement: [started('2025-10-10')] })).toEqual([]);
  });

  it('is content when booked in time or held, and not when booked too late', () => {
    const settling = { kind: 'Settling' };
    expect(said(settlingReview, '2025-10-20', rows([booked('2025-11-05', settling)]))).toEqual([]);
    expect(said(settlingReview, '2025-11-10', rows([held('2025-11-05', settling)]))).toEqual([]);
    expect(said(settlingReview, '2025-10-20', rows([booked('2025-11-06', settling)]))[0]?.[2]).toContain(
      'due on Wed 5 Nov and is booked for Thu 6 Nov',
    );
  });

  it('does not spare the half-termly review', () => {
    const later = said(reviewDue, '2025-12-19', rows([held('2025-11-05', { kind: 'Settling' })]));
    expect(later).toMatchObject([['due', '2025-12-19', expect.any(String)]]);
  });

  it('has no purpose once the half-termly review was held, or the placement is over', () => {
    expect(said(settlingReview, '2025-11-20', rows([held('2025-11-19')]))).toEqual([]);
    expect(said(settlingReview, '2025-11-20', rows([], { stage: 'Ended', actualEnd: '2025-11-19' }))).toEqual([]);
  });

  it('says which term dates to load after a start late in the last half term', () => {
    const late = { placement: [started('2026-07-20')] };
    expect(said(settlingReview, '2026-07-20', late)[0]?.[2]).toMatch(
      /^The day of a settling review cannot be computed/,
    );
    expect(said(settlingReview, '2026-07-20', late, [])).toEqual([]);
  });
});

describe('the gap between two reviews (8.3)', () => {
  const rows = (review: readonly Row[]) => ({ review, placement: [started('2026-01-05')] });

  it('of 45 school days is nothing, of 46 a warning', () => {
    expect(said(reviewGapLong, '2026-03-20', rows([held('2026-01-09')]))).toEqual([]);
    const [finding] = found(reviewGapLong, '2026-03-23', rows([held('2026-01-09')]));
    expect(finding).toMatchObject({ standing: 'warning', clause: '8.3' });
    expect(finding?.says.staff).toBe('J.S. Y10: no review for 46 school days, since the review on Fri 9 Jan (8.3).');
    expect(finding?.evidence).toContainEqual({ what: 'Apart', held: '46 school days' });
  });

  it('is seen ahead where the next review is booked too late', () => {
    expect(said(reviewGapLong, '2026-02-02', rows([held('2026-01-09'), booked('2026-03-20')]))).toEqual([]);
    expect(said(reviewGapLong, '2026-02-02', rows([held('2026-01-09'), booked('2026-03-23')]))[0]?.[2]).toBe(
      'J.S. Y10: the next review is on Mon 23 Mar, 46 school days after the review on Fri 9 Jan: bring it forward (8.3).',
    );
  });

  it('that began before the term dates is not counted, and says so', () => {
    const before = { placement: [started('2025-07-01')] };
    expect(said(reviewGapLong, '2026-03-20', before)[0]?.[2]).toBe(
      'How far reviews are apart cannot be computed: Term dates before Thu 4 Sep 2025 are not loaded. (8.3)',
    );
  });
});

describe('how often a placement is reviewed (8.3)', () => {
  const rows = (more: Row, rest: Rows = {}): Rows => ({ placement: [started('2026-04-13', more)], ...rest });
  const every = (days: number, reasons: readonly string[] = ['Need']) => ({
    reviewIntervalDays: days,
    reviewReasons: reasons,
  });

  it('is due by its own interval and a breach the day after, unless booked in time', () => {
    expect(said(reviewFrequency, '2026-04-27', rows(every(14)))).toEqual([
      [
        'due',
        '2026-04-27',
        'J.S. Y10: reviewed every 14 days, the next review is due by Mon 27 Apr and is not booked (8.3).',
      ],
    ]);
    expect(said(reviewFrequency, '2026-04-28', rows(every(14)))[0]?.slice(0, 2)).toEqual(['breach', '2026-04-27']);
    expect(said(reviewFrequency, '2026-04-20', rows(every(14), { review: [booked('2026-04-27')] }))).toEqual([]);
    expect(said(reviewFrequency, '2026-04-20', rows(every(14), { review: [booked('2026-04-28')] }))[0]?.[2]).toContain(
      'is due by Mon 27 Apr and is booked only for Tue 28 Apr',
    );
  });

  it('of a direction is kept by reviews of the direction only', () => {
    const direction = { ...every(14), legalBasis: 'OSD_s29A' };
    const rule = (kind: string) =>
      said(reviewFrequency, '2026-04-27', rows(direction, { review: [held('2026-04-20', { kind })] }));
    expect(rule('OSDStatutory')[0]?.[1]).toBe('2026-05-01');
    expect(rule('HalfTerm')[0]?.[1]).toBe('2026-04-27');
    expect(rule('HalfTerm')[0]?.[2]).toContain('the next review of the direction is due by Mon 27 Apr');
  });

  it('is a breach when it is longer than a half term, and a warning without a reason', () => {
    const long = said(reviewFrequency, '2026-05-12', rows(every(41), { review: [held('2026-05-11')] }));
    expect(long[0]?.[2]).toBe('J.S. Y10: every 41 days is longer than a half term: Summer 1 has 40 days (8.3).');
    expect(long[0]?.[0]).toBe('breach');
    const bare = said(reviewFrequency, '2026-04-14', rows(every(14, []), { review: [booked('2026-04-20')] }));
    expect(bare).toEqual([
      ['warning', undefined, 'J.S. Y10: why it is reviewed every 14 days is not written down (8.3).'],
    ]);
  });

  const days = [
    '2026-04-14',
    '2026-04-16',
    '2026-04-21',
    '2026-04-23',
    '2026-04-28',
    '2026-04-30',
    '2026-05-05',
    '2026-05-07',
    '2026-05-11',
    '2026-05-12',
  ];
  const present = (count: number) =>
    days.slice(0, count).map((day) => mark(day, 'AM', { providerStatus: 'AttendedOnTime', code: 'B' }));
  const away = (day: string, code: string | undefined, session: 'AM' | 'PM' = 'AM') =>
    mark(day, session, { providerStatus: code === 'I' ? 'AbsentReason' : 'AbsentNoReason', code });
  const rise = (attendance: readonly Row[], review: readonly Row[] = [], day = '2026-05-12') =>
    said(reviewFrequency, day, rows({}, { attendance, review })).map(([, , says]) => says);

  it('rises below 90% of AP sessions, not at 90%', () => {
    expect(rise([...present(9), away('2026-05-12', 'I')])).toEqual([]);
    expect(rise([...present(8), away('2026-05-12', 'I')])).toEqual([
      'J.S. Y10: attendance below 90% (8 of 9 sessions): book the next review soon (8.3).',
    ]);
  });

  it('rises at two sessions without a reason, not at one, nor when a reason came later', () => {
    const many = [
      ...present(9),
      ...days.slice(0, 9).map((day) => mark(day, 'PM', { providerStatus: 'AttendedOnTime', code: 'B' })),
    ];
    expect(rise([...many, away('2026-05-12', 'N')])).toEqual([]);
    expect(rise([...many, away('2026-05-12', 'N'), away('2026-05-12', 'I', 'PM')])).toEqual([]);
    expect(rise([...many, away('2026-05-12', 'O'), away('2026-05-12', undefined, 'PM')])).toEqual([
      'J.S. Y10: 2 unexplained absences: book the next review soon (8.3).',
    ]);
  });

  it('counts since the last review only, and is content with one that is booked soon', () => {
    const bad = [...present(8), away('2026-05-11', 'N'), away('2026-05-12', 'N')];
    expect(rise(bad)).toHaveLength(1);
    expect(rise(bad, [held('2026-05-12')])).toEqual([]);
    expect(rise(bad, [booked('2026-06-04')])).toEqual([]);
    expect(rise(bad, [booked('2026-06-05')])[0]).toContain('bring the review on Fri 5 Jun forward');
  });

  it('rises after a concern, for those only who may know of it', () => {
    const [finding] = found(
      reviewFrequency,
      '2026-05-12',
      rows({}, { review: [held('2026-05-07', { safe: 'Concern' })] }),
    );
    expect(finding).toMatchObject({ standing: 'warning', area: 'flags', evidence: [{ what: 'Concern' }] });
    expect(rise([], [held('2026-05-07', { safe: 'Yes' })])).toEqual([]);
  });

  it('is not looked at once the placement is over, or without term dates', () => {
    expect(
      said(reviewFrequency, '2026-05-12', rows({ ...every(14), stage: 'Ended', actualEnd: '2026-05-11' })),
    ).toEqual([]);
    expect(said(reviewFrequency, '2026-05-12', rows(every(14)), [])).toEqual([]);
  });
});
