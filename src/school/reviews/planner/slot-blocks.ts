import { busyStarts, siteOfPlace } from './candidates.ts';
import { clash, loadOf, roomBusy, roomHolders } from './diary.ts';
import { type ReviewPlace, reviewPlaces } from './planner.types.ts';
import { hasStart } from './starts.ts';
import { halfDaysOf } from './time-of-day.ts';
import type { Candidate, Meeting, Person, Workings } from './workings.ts';

/** One thing that keeps a review out of a slot; `reviews` are those of the plan that it is due to. */
export type SlotBlock =
  | { readonly kind: 'late' | 'place' | 'provider' }
  | { readonly kind: 'calendar'; readonly person: Person }
  | { readonly kind: 'reviews'; readonly person: Person; readonly reviews: readonly Meeting[] }
  | { readonly kind: 'number'; readonly person: Person; readonly reviews: readonly Meeting[] }
  | { readonly kind: 'day'; readonly reviews: readonly Meeting[] }
  | { readonly kind: 'room'; readonly reviews: readonly Meeting[] };

/** A time and place within school hours, and what keeps the review out of it in the plan as it stands. */
export interface BlockedSlot {
  readonly slot: Candidate;
  readonly blocks: readonly SlotBlock[];
}

/**
 * Every time from the review's first day to the last school day known, at every kind of place, with what blocks it. What
 * cannot be put right is left out: days before the review may be held, and days for which no invitation would be in time.
 */
export function blockedSlots(workings: Workings, meeting: Meeting): readonly BlockedSlot[] {
  const { review, school } = meeting;
  const { slotMinutes } = workings.input.settings;
  const from = firstDayOf(meeting);
  const found: BlockedSlot[] = [];
  for (const [day, date] of workings.days.entries()) {
    const hours = school.hours[day];
    if (!hours || date < from) continue;
    for (const place of reviewPlaces) {
      const first = Math.ceil(hours.start / slotMinutes) * slotMinutes;
      for (let start = first; start + review.minutes <= hours.end; start += slotMinutes) {
        const slot = slotAt(workings, meeting, day, start, place);
        found.push({ slot, blocks: blocksOf(workings, meeting, slot) });
      }
    }
  }
  return found;
}

/** The first day on which the review may be held, its invitations being in time. */
export function firstDayOf({ review }: Meeting): string {
  return review.invitedFrom && review.invitedFrom > review.earliest ? review.invitedFrom : review.earliest;
}

function slotAt(workings: Workings, meeting: Meeting, day: number, start: number, place: ReviewPlace): Candidate {
  const site = siteOfPlace(workings, meeting, place);
  return { day, start, end: start + meeting.review.minutes, place, site, points: 0, free: 0, best: 0 };
}

function blocksOf(workings: Workings, meeting: Meeting, slot: Candidate): readonly SlotBlock[] {
  const { review, school, people } = meeting;
  const { atMostPerDay, slotMinutes } = workings.input.settings;
  const found: SlotBlock[] = [];
  if ((workings.days[slot.day] ?? '') > review.due) found.push({ kind: 'late' });
  if (!review.places.includes(slot.place)) found.push({ kind: 'place' });
  if (slot.place === 'provider' && providerShut(workings, meeting, slot)) found.push({ kind: 'provider' });
  if (loadOf(meeting, slot.day) >= atMostPerDay) found.push({ kind: 'day', reviews: school.days[slot.day] ?? [] });
  for (const person of people) {
    const busy = busyStarts(workings, person, slot.day, slot.site, review.minutes);
    if (busy && hasStart(busy, slot.start / slotMinutes)) found.push({ kind: 'calendar', person });
    found.push(...reviewsOf(workings, person, slot));
  }
  const rooms = school.rooms.filter(({ seats }) => seats >= review.seats);
  if (slot.place === 'school' && school.rooms.length > 0) {
    const open = rooms.filter((room) => !roomBusy(room, slot));
    if (open.every((room) => roomHolders(room, slot).length > 0)) {
      found.push({ kind: 'room', reviews: open.flatMap((room) => singleHolder(roomHolders(room, slot))) });
    }
  }
  return found;
}

function reviewsOf(workings: Workings, person: Person, slot: Candidate): readonly SlotBlock[] {
  const day = person.days[slot.day];
  if (!day) return [];
  const clashing = day.held.filter(({ at }) => at && clash(workings, person, slot, at));
  const full = day.held.length >= workings.input.settings.atMostPerPersonPerDay;
  return [
    ...(clashing.length > 0 ? [{ kind: 'reviews' as const, person, reviews: clashing }] : []),
    ...(full ? [{ kind: 'number' as const, person, reviews: day.held }] : []),
  ];
}

/** A room is cleared by moving one review only where it has one. */
function singleHolder(holders: readonly Meeting[]): readonly Meeting[] {
  return holders.length === 1 ? holders : [];
}

function providerShut(workings: Workings, { review }: Meeting, { day, start, end }: Candidate): boolean {
  const shut = workings.closed.get(review.provider)?.get(day);
  return shut !== undefined && halfDaysOf(start, end, workings.midday).some((half) => shut.has(half));
}
