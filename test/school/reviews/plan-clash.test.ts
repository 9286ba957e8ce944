import { describe, expect, it } from 'vitest';
import { clashesOf, type PlacedReview } from '../../../src/school/reviews/plan-clash.ts';

const robin = { id: 'p-robin', initials: 'R.E.', name: 'Robin Example', required: true };
const slot = (start: string, end: string) => ({ start: `2026-12-03T${start}`, end: `2026-12-03T${end}` });

/** From ten to a quarter to eleven at Ashdown, held by Robin. */
const ashdown: PlacedReview = {
  id: 'a',
  pupil: 'J.S. Y10',
  school: 'sch-01',
  schoolName: 'Ashdown Academy',
  staff: [robin],
  ...slot('10:00', '10:45'),
};
const moved = (start: string, end: string, more: Partial<PlacedReview> = {}): PlacedReview => ({
  ...ashdown,
  id: 'b',
  pupil: 'A.B. Y9',
  school: 'sch-02',
  schoolName: 'Brackenfield Academy',
  ...more,
  ...slot(start, end),
});
const says = (review: PlacedReview, busy = [] as Parameters<typeof clashesOf>[2]) =>
  clashesOf(review, [ashdown, review], busy).map((clash) => clash.says);

describe('a review that is moved beside one of another school, from 10:00 to 10:45, with the same person', () => {
  it.each([
    ['09:15', '10:00', 0],
    ['09:15', '10:01', 1],
    ['10:44', '11:29', 1],
    ['10:45', '11:30', 0],
  ])('from %s to %s: %i clashes', (start, end, count) => {
    const found = clashesOf(moved(start, end), [ashdown], []);
    expect(found).toHaveLength(count);
    const told = 'R.E. is at the review of J.S. Y10 (Ashdown Academy): Thu 3 Dec, 10:00 to 10:45.';
    if (count > 0) expect(found).toEqual([{ says: told, refused: true }]);
  });

  it('stands where the other one was before it moved away itself', () => {
    const away = { ...ashdown, ...slot('13:00', '13:45') };
    expect(clashesOf(moved('10:00', '10:45'), [away], [])).toEqual([]);
  });
});

describe('what else is in the way', () => {
  it('is another meeting in somebody’s calendar, about which a person may decide', () => {
    const busy = [{ person: 'p-robin', ...slot('14:00', '15:00') }];
    expect(clashesOf(moved('14:59', '15:44'), [], busy)).toEqual([
      { says: 'R.E. has another meeting: Thu 3 Dec, 14:00 to 15:00.', refused: false },
    ]);
    expect(clashesOf(moved('15:00', '15:45'), [], busy)).toEqual([]);
  });

  it('is told once where the review of the other school stands in that calendar too', () => {
    expect(says(moved('10:00', '10:45'), [{ person: 'p-robin', ...slot('10:00', '10:45') }])).toHaveLength(1);
  });

  it('is the pupil’s other review at the same school, not that of a pupil called alike at another', () => {
    const staff = { staff: [], pupil: 'J.S. Y10' };
    expect(says(moved('10:00', '10:45', { ...staff, school: 'sch-01' }))).toEqual([
      'J.S. Y10 has another review: Thu 3 Dec, 10:00 to 10:45.',
    ]);
    expect(says(moved('10:00', '10:45', staff))).toEqual([]);
  });

  it('is a room, and not the words for a place', () => {
    const at = (place: string) =>
      clashesOf(moved('10:00', '10:45', { staff: [], place }), [{ ...ashdown, place }], []).map((one) => one.says);
    expect(at('room.6@school.example')).toEqual([
      'The room is taken by the review of J.S. Y10 (Ashdown Academy): Thu 3 Dec, 10:00 to 10:45.',
    ]);
    expect(at('Hill Farm')).toEqual([]);
  });

  it('is nobody who need not come: they are left out', () => {
    const [clash] = clashesOf(moved('10:00', '10:45', { staff: [{ ...robin, required: false }] }), [ashdown], []);
    expect(clash).toMatchObject({ refused: false, without: 'p-robin' });
    expect(clash?.says).toContain('They need not come and are not asked.');
  });
});
