import { describe, expect, it } from 'vitest';
import { reviewWithoutFamily } from '../../../src/school/reviews/review-without-family.rule.ts';
import { reviewWriteUp } from '../../../src/school/reviews/review-write-up.rule.ts';
import { booked, held, on, started } from './school.ts';

type Row = Readonly<Record<string, unknown>>;

describe('a review is written up (8.2)', () => {
  const due = (day: string, review: Row, calendar?: readonly []) => {
    const seen = on(day, { review: [review] }, calendar);
    return reviewWriteUp.check(seen, seen.now).map(({ standing, due: by, says }) => [standing, by, says.staff]);
  };

  it('from the day after it was booked for, by the next school day', () => {
    expect(due('2026-02-11', booked('2026-02-11'))).toEqual([]);
    expect(due('2026-02-12', booked('2026-02-11'))).toEqual([
      [
        'due',
        '2026-02-12',
        'J.S. Y10: the review booked for Wed 11 Feb is to be written up by Thu 12 Feb, or noted as not held (8.2).',
      ],
    ]);
    expect(due('2026-02-13', booked('2026-02-11'))[0]?.slice(0, 2)).toEqual(['breach', '2026-02-12']);
  });

  it('after the holiday when it was on the last day before', () => {
    expect(due('2026-02-23', booked('2026-02-13'))[0]?.slice(0, 2)).toEqual(['due', '2026-02-23']);
    expect(due('2026-02-24', booked('2026-02-13'))[0]?.[0]).toBe('breach');
  });

  it('from its own day once somebody said that it was held', () => {
    const open = held('2026-02-11', { completedOn: undefined });
    expect(due('2026-02-11', open)).toEqual([
      ['due', '2026-02-12', 'J.S. Y10: the review held on Wed 11 Feb is to be written up by Thu 12 Feb (8.2).'],
    ]);
    expect(due('2026-02-13', held('2026-02-11'))).toEqual([]);
  });

  it.each(['Missed', 'Cancelled', 'Planned'])('never when it was %s', (stage) => {
    expect(due('2026-02-13', booked('2026-02-11', { stage }))).toEqual([]);
  });

  it('soon where the term dates do not say by when', () => {
    expect(due('2026-02-13', booked('2026-02-11'), [])).toMatchObject([['due', undefined, expect.any(String)]]);
  });
});

describe('a review without the pupil or a parent (8.2)', () => {
  const asked = (part: string, more: Row = {}) => ({
    key: `re-1|${part}`.toLowerCase(),
    review: 're-2026-02-11',
    part,
    askedOn: '2026-02-02',
    attended: true,
    ...more,
  });
  const away = { attended: false };
  const check = (invitee: readonly Row[], more: Row = {}, reviews: readonly Row[] = []) => {
    const seen = on('2026-02-13', {
      invitee,
      review: [held('2026-02-11', more), ...reviews],
      placement: [started('2025-09-04')],
    });
    return reviewWithoutFamily.check(seen, seen.now).map(({ standing, says }) => [standing, says.staff]);
  };

  it('is nothing where both came, or were asked and said something', () => {
    expect(check([asked('Pupil'), asked('Parent')])).toEqual([]);
    expect(check([asked('Pupil', away), asked('Parent')], { pupilVoice: 'I like the animals.' })).toEqual([]);
  });

  it('is a breach where nobody was asked, or neither view nor reason is kept', () => {
    expect(check([asked('Pupil')])).toEqual([
      [
        'breach',
        'J.S. Y10: the review on Wed 11 Feb was held without a parent, and nobody noted that they were asked (8.2).',
      ],
    ]);
    expect(check([asked('Pupil', away), asked('Parent')], { pupilVoice: '  ' })).toEqual([
      [
        'breach',
        'J.S. Y10: the review on Wed 11 Feb was held without the pupil, and neither their view nor the reason is kept (8.2).',
      ],
    ]);
  });

  it('is a warning where the reason is kept and the view is missing', () => {
    expect(check([asked('Pupil'), asked('Parent', away)], { parentAbsence: 'Rang twice; at work' })).toEqual([
      [
        'warning',
        'J.S. Y10: the review on Wed 11 Feb was held without a parent, with the reason kept: ask for their view (8.2).',
      ],
    ]);
  });

  it('waits for the write-up, and looks at the last review only', () => {
    expect(check([], { completedOn: undefined })).toEqual([]);
    const last = { review: 're-2026-02-12' };
    expect(check([asked('Pupil', last), asked('Parent', last)], {}, [held('2026-02-12')])).toEqual([]);
  });
});
