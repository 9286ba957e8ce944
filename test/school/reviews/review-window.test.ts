import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { type ReviewWindow, reviewWindows } from '../../../src/school/reviews/review-window.ts';
import { settlingDay } from '../../../src/school/reviews/settling.ts';
import { derbyshire, entry } from '../derbyshire.ts';
import { pupil, type Rows } from '../facts.ts';
import { firstOf, on, started } from './school.ts';

const windows = (
  placement: object,
  day = '2025-09-04',
  calendar: readonly CalendarEntry[] = derbyshire,
  rows: Rows = {},
) => {
  const seen = on(day, { placement: [{ ...placement }], ...rows }, calendar);
  return reviewWindows(seen, firstOf(seen), day);
};
/** Half term and last day in time of each review that the placement needs. */
const due = (...asked: Parameters<typeof windows>) => {
  const found = windows(...asked);
  return 'notLoaded' in found ? found.says : found.map((each) => `${each.halfTerm.name} ${each.dueBy}`);
};
const inHalf = (name: string, ...asked: Parameters<typeof windows>): ReviewWindow | undefined => {
  const found = windows(...asked);
  return 'notLoaded' in found ? undefined : found.find(({ halfTerm }) => halfTerm.name === name);
};
const settling = (placement: object, day = '2025-09-04', calendar = derbyshire) => {
  const seen = on(day, { placement: [{ ...placement }] }, calendar);
  return settlingDay(seen, firstOf(seen), day);
};

describe('D7: the review of each half term', () => {
  it('is due by the last school day of each of the six half terms of Derbyshire 2025/26', () => {
    expect(due(started('2025-09-04'))).toEqual([
      'Autumn 1 2025-10-23',
      'Autumn 2 2025-12-19',
      'Spring 1 2026-02-13',
      'Spring 2 2026-03-27',
      'Summer 1 2026-05-22',
      'Summer 2 2026-07-22',
    ]);
  });

  it('counts from the first school day, and is booked by the last one of that week', () => {
    const at = (name: string) => {
      const found = inHalf(name, started('2025-09-04'));
      return [found?.first, found?.scheduleBy];
    };
    expect(at('Autumn 1')).toEqual(['2025-09-04', '2025-09-05']);
    expect(at('Autumn 2')).toEqual(['2025-11-04', '2025-11-07']);
    expect(at('Summer 2')).toEqual(['2026-06-03', '2026-06-05']);
  });

  it.each(['2025-10-25', '2025-11-03', '2025-11-04'])(
    'of a placement that starts on %s, the holiday, INSET or first day, is that of the whole half term',
    (start) => {
      const found = inHalf('Autumn 2', started(start));
      expect(found).toMatchObject({ first: '2025-11-04', dueBy: '2025-12-19', scheduleBy: '2025-11-07' });
    },
  );

  it('of a placement that starts later in the half term counts from its start and is booked before it', () => {
    expect(inHalf('Autumn 2', started('2025-11-10'))).toMatchObject({ first: '2025-11-10', scheduleBy: '2025-11-07' });
  });

  it('is due by the last school day of a placement that ends before, if that is on its tenth school day', () => {
    expect(due(started('2025-11-04', { plannedEnd: '2025-11-17' }))).toEqual(['Autumn 2 2025-11-17']);
  });

  it('…and there is none with nine', () => {
    expect(due(started('2025-11-04', { plannedEnd: '2025-11-14' }))).toEqual([]);
  });

  it('is due by a pupil’s last school day on roll', () => {
    const rows: Rows = { pupil: [{ ...pupil, onRollTo: '2025-11-30' }] };
    expect(due(started('2025-11-04'), '2025-11-04', derbyshire, rows)).toEqual(['Autumn 2 2025-11-28']);
  });

  it('goes on past a planned end that nobody made good', () => {
    const overrun = started('2025-11-04', { plannedEnd: '2025-11-21' });
    expect(due(overrun, '2025-11-21')).toEqual(['Autumn 2 2025-11-21']);
    expect(due(overrun, '2025-11-22')).toContain('Autumn 2 2025-12-19');
    expect(due({ ...overrun, stage: 'Ended', actualEnd: '2025-11-21' }, '2025-11-22')).toEqual(['Autumn 2 2025-11-21']);
  });

  it('is needed while the placement is paused', () => {
    const paused = started('2025-09-04', { stage: 'Paused', pausedFrom: '2025-11-04' });
    expect(due(paused, '2025-11-10')).toContain('Autumn 2 2025-12-19');
  });

  it.each(['Draft', 'ReadyForApproval', 'Cancelled'])('is not needed by a placement that is %s', (stage) => {
    expect(due(started('2025-09-04', { stage }))).toEqual([]);
  });

  it('is needed by an approved placement only while its start is to come', () => {
    const approved = started('2025-11-10', { stage: 'Approved', plannedEnd: '2025-12-19' });
    expect(due(approved, '2025-11-07')).toEqual(['Autumn 2 2025-12-19']);
    expect(due(approved, '2025-11-10')).toEqual([]);
  });

  it('is not for flexi-schooling, which is reviewed by the term', () => {
    expect(due(started('2025-09-04', { legalBasis: 'FLEXI' }))).toEqual([]);
  });

  it('stands in a half term of five weeks and in one of eight alike', () => {
    const halves = [
      entry('HalfTerm', 'Spring 2', '2026-02-23', '2026-03-27'),
      entry('HalfTerm', 'Summer 1', '2026-04-13', '2026-06-05'),
    ];
    expect(due(started('2026-02-23'), '2026-02-23', halves)).toEqual(['Spring 2 2026-03-27', 'Summer 1 2026-06-05']);
  });

  it('moves with a closure of the whole day, not with one of a morning', () => {
    const closed = (sessions: 'AM' | 'Both') => [
      ...derbyshire,
      entry('Closure', 'Snow', '2025-12-19', '2025-12-19', { sessions }),
    ];
    expect(inHalf('Autumn 2', started('2025-09-04'), '2025-09-04', closed('Both'))?.dueBy).toBe('2025-12-18');
    expect(inHalf('Autumn 2', started('2025-09-04'), '2025-09-04', closed('AM'))?.dueBy).toBe('2025-12-19');
  });
});

describe('D8: a start late in a half term', () => {
  it('with ten school days left, the start counted, has a review in that half term and no settling one', () => {
    expect(inHalf('Autumn 1', started('2025-10-10'))).toMatchObject({
      first: '2025-10-10',
      dueBy: '2025-10-23',
      scheduleBy: '2025-10-09',
      afterShortTail: false,
    });
    expect(settling(started('2025-10-10'))).toBeUndefined();
  });

  it('…with nine left, by the end of the next, with a settling review on the tenth school day after the start', () => {
    expect(inHalf('Autumn 1', started('2025-10-13'))).toBeUndefined();
    expect(inHalf('Autumn 2', started('2025-10-13'))).toMatchObject({ dueBy: '2025-12-19', afterShortTail: true });
    expect(settling(started('2025-10-13'))).toEqual({ day: '2025-11-05' });
  });

  it('keeps the review of the next half term for a placement that ends early in it', () => {
    const short = (plannedEnd: string) => started('2025-10-13', { plannedEnd });
    expect(due(short('2025-11-07'))).toEqual(['Autumn 2 2025-11-07']);
    expect(settling(short('2025-11-05'))).toEqual({ day: '2025-11-05' });
    expect(settling(short('2025-11-04'))).toBeUndefined();
  });

  it('on the last day before the summer is reviewed in the next school year', () => {
    const next = [...derbyshire, entry('HalfTerm', 'Autumn 1', '2026-09-02', '2026-10-22')];
    expect(due(started('2026-07-22'), '2026-07-22', next)).toEqual(['Autumn 1 2026-10-22']);
    expect(settling(started('2026-07-22'), '2026-07-22', next)).toEqual({ day: '2026-09-15' });
  });

  it('…and says which term dates to load while they are not', () => {
    expect(due(started('2026-07-22'), '2026-07-22')).toBe(
      'Term dates end on Thu 23 Jul 2026. Load the next term dates.',
    );
    expect(settling(started('2026-07-22'), '2026-07-22')).toMatchObject({ notLoaded: true });
  });

  it('says that a half term is missing where the next one is not the one loaded', () => {
    const gap = derbyshire.filter(({ name }) => name !== 'Autumn 2');
    expect(due(started('2025-10-13'), '2025-10-13', gap)).toContain('are missing. Load them.');
  });

  it('has no setting that spares a start with ten days left', () => {
    const seen = on('2025-10-10', { placement: [started('2025-10-10')] });
    const found = reviewWindows(
      { ...seen, policy: { ...seen.policy, reviewActiveDays: 9 } },
      firstOf(seen),
      '2025-10-10',
    );
    expect(found).toMatchObject([{ dueBy: '2025-10-23' }, {}, {}, {}, {}, {}]);
  });
});

describe('without term dates', () => {
  it('a sentence stands in place of every window', () => {
    expect(due(started('2025-09-04'), '2025-09-04', [])).toBe('No term dates are loaded. Load the next term dates.');
    expect(due(started('2025-09-04'), '2026-07-24')).toBe(
      'Term dates end on Thu 23 Jul 2026. Load the next term dates.',
    );
    expect(due(started('2025-09-04'), '2025-09-03')).toBe('Term dates before Thu 4 Sep 2025 are not loaded.');
  });

  it('two half terms that overlap are to be mended first', () => {
    const twice = [...derbyshire, entry('HalfTerm', 'Autumn 2 again', '2025-12-01', '2025-12-19')];
    expect(due(started('2025-09-04'), '2025-09-04', twice)).toMatch(/^Two half terms overlap/);
  });
});
