import { describe, expect, it } from 'vitest';
import { planReviews } from '../../../../src/school/reviews/planner/plan-reviews.ts';
import { inOne, partOf } from '../../../../src/school/reviews/planner/several-schools.ts';
import { minutesOf } from '../../../../src/school/reviews/planner/time-of-day.ts';
import { awayBut, input, leader, review, settings, told } from './half-term.ts';

const thursday = '2026-12-10';
const ash = input([review('a'), review('b')], { people: [leader(awayBut(thursday))] });
const birch = input([review('a'), review('c')], { people: [leader(awayBut(thursday))] });

describe('several schools are planned in one go', () => {
  it('the same leader is in one place at a time, though both schools call their reviews alike', () => {
    const schedule = planReviews(
      inOne([
        { school: 'ash', input: ash },
        { school: 'birch', input: birch },
      ]),
    );
    const slots = schedule.slots.toSorted((one, other) => one.start.localeCompare(other.start));
    expect(slots).toHaveLength(3);
    for (const [nth, slot] of slots.entries()) {
      const next = slots[nth + 1];
      expect([slot.day, slot.people.includes('leader')]).toEqual([thursday, true]);
      // From one school's provider to the other's no way is known: 45 minutes. At one provider the next may follow at once.
      const road = next && next.review.split('>')[0] !== slot.review.split('>')[0] ? 45 : 0;
      if (next) expect(minutesOf(next.start) - minutesOf(slot.end)).toBeGreaterThanOrEqual(road);
    }
    // Three a day is the most for one person.
    expect(schedule.unplaced).toHaveLength(1);
  });

  it('each school gets its own part back under its own keys', () => {
    const schedule = planReviews(
      inOne([
        { school: 'ash', input: input([review('a'), review('b')]) },
        { school: 'birch', input: input([review('a', { places: ['school'] })]) },
      ]),
    );
    const [one, two] = [partOf(schedule, 'ash'), partOf(schedule, 'birch')];
    expect(Object.keys(told(one)).toSorted()).toEqual(['a', 'b']);
    expect(one.slots.map(({ place }) => place)).toEqual(['provider', 'provider']);
    expect(told(two).a).toMatch(/ school$/);
    expect(two.slots[0]?.people.toSorted()).toEqual(['leader', 'pupil of a']);
  });

  it('a room, a remedy and a school named like another never cross over', () => {
    const room = { id: 'room', name: 'Room 1', school: 'school', seats: 9, busy: [] };
    const inRoom = input([review('a', { places: ['school'] })], { rooms: [room] });
    const blocked = input([review('a', { required: ['leader', 'tutor'] })], {
      people: [leader(), { id: 'tutor', name: 'Mr Cole', busy: awayBut(), base: 'school' }],
    });
    const schedule = planReviews(
      inOne([
        { school: 'ash', input: inRoom },
        { school: 'ash 2', input: blocked },
      ]),
    );
    expect(partOf(schedule, 'ash').slots.map((slot) => slot.room)).toEqual(['room']);
    expect(partOf(schedule, 'ash').unplaced).toEqual([]);
    const [none] = partOf(schedule, 'ash 2').unplaced;
    expect(none?.review).toBe('a');
    expect(none?.remedies.map(({ about }) => about)).toContain('tutor');
  });

  it('where the schools’ numbers differ the strictest holds', () => {
    const of = (other: Parameters<typeof settings>[0]) => input([], { settings: settings(other) });
    const { settings: both } = inOne([
      { school: 'ash', input: of({ atMostPerDay: 4, bufferMinutes: 10 }) },
      { school: 'birch', input: of({ atMostPerDay: 2, bufferMinutes: 5, unknownTravelMinutes: 60 }) },
    ]);
    expect([both.atMostPerDay, both.bufferMinutes, both.unknownTravelMinutes]).toEqual([2, 10, 60]);
  });
});
