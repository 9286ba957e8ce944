import { busyStarts, siteOfPlace } from './candidates.ts';
import { clash, loadOf, roomBusy, roomHolders } from './diary.ts';
import { type ReviewPlace, reviewPlaces } from './planner.types.ts';
import { hasStart, type Starts } from './starts.ts';
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
      const at = placeOn(workings, meeting, day, place);
      const first = Math.ceil(hours.start / slotMinutes) * slotMinutes;
      for (let start = first; start + review.minutes <= hours.end; start += slotMinutes) {
        const end = start + review.minutes;
        const slot = { day, start, end, place, site: at.site, points: 0, free: 0, best: 0 };
        found.push({ slot, blocks: blocksOf(workings, meeting, slot, at) });
      }
    }
  }
  return found;
}

/** The first day on which the review may be held, its invitations being in time. */
export function firstDayOf({ review }: Meeting): string {
  return review.invitedFrom && review.invitedFrom > review.earliest ? review.invitedFrom : review.earliest;
}

/** What holds for all times of a day at one place. */
interface PlaceOn {
  readonly site: number;
  readonly always: readonly SlotBlock[];
  /** Starts that the calendars of the review's people forbid, person by person. */
  readonly busy: readonly (Starts | undefined)[];
}

function placeOn(workings: Workings, meeting: Meeting, day: number, place: ReviewPlace): PlaceOn {
  const { review, people } = meeting;
  const site = siteOfPlace(workings, meeting, place);
  const always: SlotBlock[] = [];
  if ((workings.days[day] ?? '') > review.due) always.push({ kind: 'late' });
  if (!review.places.includes(place)) always.push({ kind: 'place' });
  return { site, always, busy: people.map((person) => busyStarts(workings, person, day, site, review.minutes)) };
}

function blocksOf(
  workings: Workings,
  meeting: Meeting,
  slot: Candidate,
  { always, busy }: PlaceOn,
): readonly SlotBlock[] {
  const { school, people } = meeting;
  const { atMostPerDay, slotMinutes } = workings.input.settings;
  const found = [...always];
  if (slot.place === 'provider' && providerShut(workings, meeting, slot)) found.push({ kind: 'provider' });
  if (loadOf(meeting, slot.day) >= atMostPerDay) found.push({ kind: 'day', reviews: school.days[slot.day] ?? [] });
  for (const [index, person] of people.entries()) {
    const starts = busy[index];
    if (starts && hasStart(starts, slot.start / slotMinutes)) found.push({ kind: 'calendar', person });
    addReviews(workings, person, slot, found);
  }
  if (slot.place === 'school' && school.rooms.length > 0) addRooms(meeting, slot, found);
  return found;
}

function addReviews(workings: Workings, person: Person, slot: Candidate, found: SlotBlock[]): void {
  const held = person.days[slot.day]?.held ?? [];
  if (held.length === 0) return;
  const reviews = held.filter(({ at }) => at && clash(workings, person, slot, at));
  if (reviews.length > 0) found.push({ kind: 'reviews', person, reviews });
  const full = held.length >= workings.input.settings.atMostPerPersonPerDay;
  if (full) found.push({ kind: 'number', person, reviews: held });
}

function addRooms({ review, school }: Meeting, slot: Candidate, found: SlotBlock[]): void {
  const open = school.rooms.filter((room) => room.seats >= review.seats && !roomBusy(room, slot));
  if (open.some((room) => roomHolders(room, slot).length === 0)) return;
  found.push({ kind: 'room', reviews: open.flatMap((room) => singleHolder(roomHolders(room, slot))) });
}

/** A room is cleared by moving one review only where it has one. */
function singleHolder(holders: readonly Meeting[]): readonly Meeting[] {
  return holders.length === 1 ? holders : [];
}

function providerShut(workings: Workings, { review }: Meeting, { day, start, end }: Candidate): boolean {
  const shut = workings.closed.get(review.provider)?.get(day);
  return shut !== undefined && halfDaysOf(start, end, workings.midday).some((half) => shut.has(half));
}
