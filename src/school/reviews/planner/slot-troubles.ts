import type { Busy, HalfDay, PersonToPlan, PlannerInput, ProposedSlot, ReviewToPlace, Span } from './planner.types.ts';
import { halfDaysOf, minutesOf } from './time-of-day.ts';

/** Something that forbids a slot. */
export interface SlotTrouble {
  readonly review: string;
  readonly kind: 'window' | 'hours' | 'place' | 'provider' | 'people' | 'person' | 'room' | 'per-day' | 'per-person';
  /** A sentence, good enough to stand beside the slot. */
  readonly says: string;
}

/**
 * What is wrong with a plan, slot by slot, found from the input alone and the slow way: for a slot that somebody drags
 * elsewhere, and to check the planner. Empty when every slot may be booked.
 */
export function slotTroubles(input: PlannerInput, slots: readonly ProposedSlot[]): readonly SlotTrouble[] {
  const reviews = new Map(input.reviews.map((review) => [review.review, review]));
  return slots.flatMap((slot) => {
    const review = reviews.get(slot.review);
    if (!review) return [trouble(slot, 'window', 'This review is not one of those to be planned.')];
    return [
      ...windowTroubles(input, review, slot),
      ...placeTroubles(input, review, slot, slots),
      ...peopleTroubles(input, review, slot, slots),
      ...numberTroubles(input, review, slot, slots, reviews),
    ];
  });
}

function trouble({ review }: ProposedSlot, kind: SlotTrouble['kind'], says: string): SlotTrouble {
  return { review, kind, says };
}

function windowTroubles(input: PlannerInput, review: ReviewToPlace, slot: ProposedSlot): readonly SlotTrouble[] {
  const found: SlotTrouble[] = [];
  if (slot.day < review.earliest) found.push(trouble(slot, 'window', 'The review cannot be held so early.'));
  if (slot.day > review.due) found.push(trouble(slot, 'window', 'The review would be held after its due day.'));
  if (review.invitedFrom && slot.day < review.invitedFrom) {
    found.push(trouble(slot, 'window', 'The invitations would go out too late for this day.'));
  }
  if (minutesOf(slot.end) - minutesOf(slot.start) !== review.minutes) {
    found.push(trouble(slot, 'window', `The review needs ${review.minutes} minutes.`));
  }
  const hours = input.schools.find(({ id }) => id === review.school)?.days.find(({ day }) => day === slot.day);
  if (!hours || slot.start < hours.start || slot.end > hours.end) {
    found.push(trouble(slot, 'hours', 'The school is not open for reviews at this time.'));
  }
  return found;
}

function placeTroubles(
  input: PlannerInput,
  review: ReviewToPlace,
  slot: ProposedSlot,
  slots: readonly ProposedSlot[],
): readonly SlotTrouble[] {
  if (!review.places.includes(slot.place)) {
    return [trouble(slot, 'place', 'The review may not be held there.')];
  }
  if (slot.place === 'provider') {
    const provider = input.providers.find(({ id }) => id === review.provider);
    const { start, end } = slot;
    const halves: readonly HalfDay[] = halfDaysOf(minutesOf(start), minutesOf(end), minutesOf(input.settings.midday));
    const shut = provider?.closed.some(({ day, session }) => day === slot.day && halves.includes(session));
    return shut ? [trouble(slot, 'provider', `${provider?.name} is closed then.`)] : [];
  }
  const rooms = input.rooms.filter(({ school }) => school === review.school);
  if (slot.place === 'online' || rooms.length === 0) {
    return slot.room === undefined ? [] : [trouble(slot, 'room', 'No room is needed.')];
  }
  const room = rooms.find(({ id }) => id === slot.room);
  if (!room) return [trouble(slot, 'room', 'The review has no room.')];
  if (room.seats < review.seats) return [trouble(slot, 'room', `${room.name} is too small.`)];
  const taken =
    room.busy.some((span) => overlap(span, slot)) ||
    slots.some((other) => other !== slot && other.room === slot.room && overlap(other, slot));
  return taken ? [trouble(slot, 'room', `${room.name} is taken.`)] : [];
}

function peopleTroubles(
  input: PlannerInput,
  review: ReviewToPlace,
  slot: ProposedSlot,
  slots: readonly ProposedSlot[],
): readonly SlotTrouble[] {
  const found: SlotTrouble[] = [];
  const must = [review.pupil, ...review.required];
  if (must.some((id) => !slot.people.includes(id))) {
    found.push(trouble(slot, 'people', 'Somebody who must be there is left out.'));
  }
  if (slot.people.some((id) => !must.includes(id) && !review.optional.includes(id))) {
    found.push(trouble(slot, 'people', 'Somebody is invited who was not asked for.'));
  }
  for (const id of slot.people) {
    const person = input.people.find((one) => one.id === id);
    const here = siteOf(input, slot, person);
    const name = person?.name ?? review.label;
    if (person?.busy.some((busy) => tooClose(input, slot, here, busy, busy.site, 0))) {
      found.push(trouble(slot, 'person', `${name} has something else in the calendar, or no time to travel.`));
    }
    const elsewhere = slots.some(
      (other) =>
        other !== slot &&
        other.people.includes(id) &&
        tooClose(input, slot, here, other, siteOf(input, other, person), input.settings.bufferMinutes),
    );
    if (elsewhere) found.push(trouble(slot, 'person', `${name} is in another review, or no time is left to travel.`));
  }
  return found;
}

function numberTroubles(
  input: PlannerInput,
  review: ReviewToPlace,
  slot: ProposedSlot,
  slots: readonly ProposedSlot[],
  reviews: ReadonlyMap<string, ReviewToPlace>,
): readonly SlotTrouble[] {
  const { atMostPerDay, atMostPerPersonPerDay } = input.settings;
  const sameDay = slots.filter(({ day }) => day === slot.day);
  const atSchool = sameDay.filter((other) => reviews.get(other.review)?.school === review.school).length;
  const over = slot.people.some(
    (id) => sameDay.filter(({ people }) => people.includes(id)).length > atMostPerPersonPerDay,
  );
  return [
    ...(atSchool > atMostPerDay
      ? [trouble(slot, 'per-day', `The school would hold ${atSchool} reviews that day; at most ${atMostPerDay}.`)]
      : []),
    ...(over ? [trouble(slot, 'per-person', `Somebody would have more than ${atMostPerPersonPerDay} that day.`)] : []),
  ];
}

function overlap(one: Span, other: Span): boolean {
  return one.day === other.day && one.start < other.end && other.start < one.end;
}

function siteOf(input: PlannerInput, slot: ProposedSlot, person: PersonToPlan | undefined): string | undefined {
  const review = input.reviews.find((one) => one.review === slot.review);
  if (slot.place === 'online') return person?.base;
  return slot.place === 'provider' ? review?.site : input.schools.find(({ id }) => id === review?.school)?.site;
}

function tooClose(
  input: PlannerInput,
  slot: ProposedSlot,
  here: string | undefined,
  other: Busy | ProposedSlot,
  there: string | undefined,
  buffer: number,
): boolean {
  if (slot.day !== other.day) return false;
  const free = minutesOf(slot.start) - minutesOf(other.end);
  const freeAfter = minutesOf(other.start) - minutesOf(slot.end);
  return free < buffer + travelMinutes(input, there, here) && freeAfter < buffer + travelMinutes(input, here, there);
}

function travelMinutes({ travel, settings }: PlannerInput, from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined || from === to) return 0;
  const known =
    travel.find((way) => way.from === from && way.to === to) ??
    travel.find((way) => way.from === to && way.to === from);
  return known?.minutes ?? settings.unknownTravelMinutes;
}
