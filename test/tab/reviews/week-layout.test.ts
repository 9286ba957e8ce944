import { describe, expect, it } from 'vitest';
import { batches, type DeskRow } from '../../../src/tab/reviews/plan-desk.ts';
import { droppedAt, hoursOf, lanesOf, steppedBy } from '../../../src/tab/reviews/week-layout.ts';

const slot = (start: string, end: string, day = '2026-12-03') => ({ start: `${day}T${start}`, end: `${day}T${end}` });

describe('an arrow key', () => {
  it('takes a review to the weekday before or after, over the weekend', () => {
    const friday = slot('09:00', '09:45', '2026-12-04');
    expect(steppedBy('ArrowRight', friday)).toBe('2026-12-07T09:00');
    expect(steppedBy('ArrowLeft', slot('09:00', '09:45', '2026-12-07'))).toBe('2026-12-04T09:00');
    // The clocks change in the night before the Monday: the wall clock says the same.
    expect(steppedBy('ArrowRight', slot('09:00', '09:45', '2026-10-23'))).toBe('2026-10-26T09:00');
  });

  it('moves by a quarter of an hour, not over midnight; other keys are left alone', () => {
    expect(steppedBy('ArrowDown', slot('09:50', '10:35'))).toBe('2026-12-03T10:05');
    expect(steppedBy('ArrowUp', slot('10:05', '10:50'))).toBe('2026-12-03T09:50');
    expect(steppedBy('ArrowUp', slot('00:10', '00:55'))).toBeUndefined();
    expect(steppedBy('ArrowDown', slot('22:50', '23:44'))).toBe('2026-12-03T23:05');
    expect(steppedBy('ArrowDown', slot('22:50', '23:45'))).toBeUndefined();
    expect(steppedBy('Enter', slot('09:00', '09:45'))).toBeUndefined();
  });
});

describe('the week', () => {
  it('puts a review that is let go on the nearest quarter of an hour', () => {
    expect([607, 608, -20, 1500].map((minutes) => droppedAt('2026-12-03', minutes))).toEqual([
      '2026-12-03T10:00',
      '2026-12-03T10:15',
      '2026-12-03T00:00',
      '2026-12-03T23:00',
    ]);
  });

  it('stands reviews that share a minute beside each other, and one after them on the whole width again', () => {
    const [one, two, three, four] = [
      slot('09:00', '10:00'),
      slot('09:30', '10:30'),
      slot('10:00', '10:45'),
      slot('10:45', '11:30'),
    ];
    const lanes = lanesOf([four, three, two, one]);
    expect([one, two, three, four].map((each) => lanes.get(each))).toEqual([
      { lane: 0, of: 2 },
      { lane: 1, of: 2 },
      { lane: 0, of: 2 },
      { lane: 0, of: 1 },
    ]);
  });

  it('shows the hours from eight to five, and more where a review or the road to it needs them', () => {
    const hours = (start: string, end: string, travelMinutes = 0) => {
      const found = hoursOf([{ ...slot(start, end), travelMinutes }]);
      return [found[0], found.at(-1)];
    };
    expect(hours('09:00', '09:45')).toEqual([8, 16]);
    expect(hours('08:10', '09:00', 20)).toEqual([7, 16]);
    expect(hours('16:20', '17:05')).toEqual([8, 17]);
  });
});

it('a booking takes reviews of one school along, fifty at most', () => {
  const row = (nth: number, school?: string) => ({ id: `${school}>${nth}`, school }) as DeskRow;
  const rows = [
    ...Array.from({ length: 51 }, (_, nth) => row(nth, 'ash')),
    ...Array.from({ length: 50 }, (_, nth) => row(nth, 'birch')),
  ];
  expect(batches(rows).map((of) => [of.length, of[0]?.school])).toEqual([
    [50, 'ash'],
    [1, 'ash'],
    [50, 'birch'],
  ]);
  expect(batches([])).toEqual([]);
});
