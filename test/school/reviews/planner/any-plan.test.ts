import { describe, expect, it } from 'vitest';
import { planReviews } from '../../../../src/school/reviews/planner/plan-reviews.ts';
import {
  type PlannerInput,
  type ProposedSlot,
  type Remedy,
  type ReviewSchedule,
  type ReviewToPlace,
  reviewPlaces,
} from '../../../../src/school/reviews/planner/planner.types.ts';
import { slotTroubles } from '../../../../src/school/reviews/planner/slot-troubles.ts';
import { timeOf } from '../../../../src/school/reviews/planner/time-of-day.ts';
import { anySchool } from './any-school.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

/** Every slot of the grid in which the review could be held beside the plan, without optional people, tried one by one. */
function freeSlots(input: PlannerInput, plan: ReviewSchedule, key: string): readonly ProposedSlot[] {
  const review = input.reviews.find((one) => one.review === key);
  if (!review) return [];
  const required = [...new Set([review.pupil, ...review.required])];
  const must = plan.slots.map((slot) => ({ ...slot, people: requiredOf(input, slot) }));
  const rooms = [undefined, ...input.rooms.map(({ id }) => id)];
  const days = input.schools.find(({ id }) => id === review.school)?.days ?? [];
  const found: ProposedSlot[] = [];
  for (const { day } of days) {
    for (let start = 0; start + review.minutes < 1440; start += input.settings.slotMinutes) {
      for (const place of reviewPlaces) {
        for (const room of rooms) {
          const span = { day, start: timeOf(start), end: timeOf(start + review.minutes) };
          const slot = { ...span, review: key, place, room, people: required };
          // Its own window first: that is cheap and leaves little to try against the plan.
          if (slotTroubles(input, [slot]).length === 0 && slotTroubles(input, [...must, slot]).length === 0) {
            found.push(slot);
          }
        }
      }
    }
  }
  return found;
}

/** The input with one thing changed, as the remedy says. */
function done(input: PlannerInput, key: string, { kind, about, opens }: Remedy): PlannerInput {
  const change = (other: (review: ReviewToPlace) => Partial<ReviewToPlace>): PlannerInput => ({
    ...input,
    reviews: input.reviews.map((review) => (review.review === key ? { ...review, ...other(review) } : review)),
  });
  switch (kind) {
    case 'after-due':
      return change(() => ({ due: opens.day }));
    case 'other-place':
      return change(({ places }) => ({ places: [...places, opens.place] }));
    case 'shorter':
      return change(() => ({ minutes: 30 }));
    case 'leave-out-person':
      return change(({ required }) => ({ required: required.filter((person) => person !== about) }));
    case 'free-person':
      return {
        ...input,
        people: input.people.map((person) => (person.id === about ? { ...person, busy: [] } : person)),
      };
    case 'one-more-a-day':
      return { ...input, settings: { ...input.settings, atMostPerDay: input.settings.atMostPerDay + 1 } };
    case 'provider-opens':
      return { ...input, providers: input.providers.map((provider) => ({ ...provider, closed: [] })) };
    case 'another-room': {
      const school = input.reviews.find(({ review }) => review === key)?.school ?? '';
      return { ...input, rooms: [...input.rooms, { id: 'another', name: 'Another', school, seats: 99, busy: [] }] };
    }
    case 'move-review':
      return input;
  }
}

function requiredOf(input: PlannerInput, slot: ProposedSlot): readonly string[] {
  const review = input.reviews.find((one) => one.review === slot.review);
  return review ? [...new Set([review.pupil, ...review.required])] : slot.people;
}

describe('whatever the schools, calendars and reviews', () => {
  it('some instances are short of time and some are not, else they would show nothing', () => {
    const left = seeds.map((seed) => planReviews(anySchool(seed)).unplaced.length);
    expect(left.filter((count) => count > 0).length).toBeGreaterThan(10);
    expect(left.filter((count) => count === 0).length).toBeGreaterThan(10);
  });

  it.each(seeds)('no slot has a clash, lies outside its window or is one too many (%i)', (seed) => {
    const input = anySchool(seed);
    const plan = planReviews(input);
    expect(slotTroubles(input, plan.slots)).toEqual([]);
    const told = [...plan.slots, ...plan.unplaced].map(({ review }) => review);
    expect([...told].sort()).toEqual(input.reviews.map(({ review }) => review).sort());
  });

  it.each(seeds.slice(0, 20))('a review without a time has no free slot beside the plan (%i)', (seed) => {
    const input = anySchool(seed);
    const plan = planReviews(input);
    for (const { review } of plan.unplaced) expect(freeSlots(input, plan, review)).toEqual([]);
  });

  it.each(seeds.slice(0, 10))('the same input gives the same plan, and is left as it was (%i)', (seed) => {
    const input = anySchool(seed);
    const before = JSON.stringify(input);
    expect(planReviews(input)).toEqual(planReviews(anySchool(seed)));
    expect(JSON.stringify(input)).toBe(before);
  });

  it.each(seeds.slice(0, 30))('every review without a time says why, in a sentence (%i)', (seed) => {
    const { unplaced } = planReviews(anySchool(seed));
    for (const { because } of unplaced) {
      expect(because).toMatch(/^[A-Z].*\.$/);
      expect(because).not.toMatch(/undefined|NaN|\.\.|\s\s/);
    }
  });

  it('every remedy, done alone, opens the time that it names', () => {
    const seen = new Set<string>();
    for (const seed of seeds) {
      const input = anySchool(seed);
      const plan = planReviews(input);
      for (const { review, remedies } of plan.unplaced) {
        for (const remedy of remedies) {
          seen.add(remedy.kind);
          const changed = done(input, review, remedy);
          const asked = changed.reviews.find((one) => one.review === review);
          const people = asked ? [...new Set([asked.pupil, ...asked.required])] : [];
          const others = plan.slots.map((slot) => ({ ...slot, people: requiredOf(input, slot) }));
          const tries = [undefined, ...changed.rooms.map(({ id }) => id)].map(
            (room) => slotTroubles(changed, [...others, { ...remedy.opens, review, room, people }]).length,
          );
          expect(Math.min(...tries), `${seed} ${remedy.says}`).toBe(0);
        }
      }
    }
    expect([...seen].sort()).toEqual([
      'after-due',
      'another-room',
      'free-person',
      'leave-out-person',
      'one-more-a-day',
      'other-place',
      'provider-opens',
      'shorter',
    ]);
  });
});
