import { shortDate } from '../../calendar/dates.ts';
import { candidatesOf } from './candidates.ts';
import { fits, lift, place } from './diary.ts';
import { bestSlot } from './insert.ts';
import type { Remedy, ReviewPlace, Unplaced } from './planner.types.ts';
import { type BlockedSlot, blockedSlots, firstDayOf, type SlotBlock } from './slot-blocks.ts';
import { timeOf } from './time-of-day.ts';
import type { Candidate, Meeting, Person, Workings } from './workings.ts';

/** As many things to do as a screen row can hold. */
const atMost = 5;

/** Easiest first. */
const ease: readonly Remedy['kind'][] = [
  'move-review',
  'other-place',
  'one-more-a-day',
  'another-room',
  'leave-out-person',
  'free-person',
  'provider-opens',
  'shorter',
  'after-due',
];

/**
 * Why a review has no slot in the finished plan: what blocks the times of its window, counted, and what would open one if
 * it alone were changed. Each remedy is tried on the plan as it stands; one that would only push another review out is not
 * offered.
 */
export function whyUnplaced(workings: Workings, meeting: Meeting): Unplaced {
  const slots = blockedSlots(workings, meeting);
  const remedies = remediesOf(workings, meeting, slots);
  const because = [whatBlocks(workings, meeting, slots), whatHelps(workings, remedies, slots)].join(' ');
  return { review: meeting.review.review, because, remedies };
}

function remediesOf(workings: Workings, meeting: Meeting, slots: readonly BlockedSlot[]): readonly Remedy[] {
  const found = new Map<string, Remedy>();
  const offer = (slot: Candidate, kind: Remedy['kind'], says: string, about?: string) => {
    const key = `${kind}|${about ?? ''}`;
    if (!found.has(key))
      found.set(key, { kind, says: `${says}: ${timeIn(workings, slot)}`, about, opens: spanOf(workings, slot) });
  };
  for (const { slot, blocks } of slots) {
    if (blocks.length === 0) continue;
    const alone = soleBlock(workings, meeting, slot, blocks);
    if (alone) offer(slot, ...alone);
    const person = solePerson(blocks);
    if (person && person.id !== meeting.review.pupil && person.id !== meeting.review.required[0]) {
      offer(slot, 'leave-out-person', `leave out ${person.name}`, person.id);
    }
    if (person && blocks.every(({ kind }) => kind === 'calendar')) {
      offer(slot, 'free-person', `free ${person.name} in the calendar`, person.id);
    }
    for (const other of soleReviews(blocks)) {
      if (found.has(`move-review|${other.review.review}`)) continue;
      const to = couldMove(workings, meeting, slot, other);
      if (!to) continue;
      const says = `move the review of ${other.review.label} to ${timeIn(workings, to)}, which gives this one its time`;
      offer(slot, 'move-review', says, other.review.review);
    }
  }
  const shorter = shorterSlot(workings, meeting);
  if (shorter) offer(shorter, 'shorter', `make it ${shorter.end - shorter.start} minutes`);
  const inOrder = [...found.values()].sort((a, b) => ease.indexOf(a.kind) - ease.indexOf(b.kind));
  const firstOfKind = inOrder.filter(({ kind }, at) => inOrder.findIndex((one) => one.kind === kind) === at);
  return firstOfKind.slice(0, atMost);
}

function soleBlock(
  workings: Workings,
  { school }: Meeting,
  slot: Candidate,
  blocks: readonly SlotBlock[],
): readonly [Remedy['kind'], string, string?] | undefined {
  const [block] = blocks;
  if (!block || blocks.length > 1) return undefined;
  const { atMostPerDay } = workings.input.settings;
  switch (block.kind) {
    case 'late':
      return ['after-due', 'hold it after its due day'];
    case 'place':
      return ['other-place', `hold it ${placeWords[slot.place]}`];
    case 'provider':
      return ['provider-opens', 'ask the provider to open'];
    case 'day':
      return ['one-more-a-day', `allow ${atMostPerDay + 1} reviews that day instead of ${atMostPerDay}`, school.id];
    case 'room':
      return ['another-room', 'find another room'];
    case 'calendar':
    case 'reviews':
    case 'number':
      return undefined;
  }
}

const placeWords: Readonly<Record<ReviewPlace, string>> = {
  provider: 'at the provider',
  school: 'at school',
  online: 'online',
};

/** The one person to whom all blocks are due. */
function solePerson(blocks: readonly SlotBlock[]): Person | undefined {
  const [first] = blocks;
  const only = first && 'person' in first ? first.person : undefined;
  return only && blocks.every((block) => 'person' in block && block.person === only) ? only : undefined;
}

/** Reviews of which each alone is behind all blocks: with it gone the slot is free. */
function soleReviews(blocks: readonly SlotBlock[]): readonly Meeting[] {
  const [first] = blocks;
  if (!first) return [];
  return reviewsBehind(first).filter((one) => blocks.every((block) => reviewsBehind(block).includes(one)));
}

function reviewsBehind(block: SlotBlock): readonly Meeting[] {
  if (!('reviews' in block)) return [];
  // Whoever is in two reviews at once is not freed by moving one of them.
  return block.kind === 'reviews' && block.reviews.length > 1 ? [] : block.reviews;
}

/** Where the other review could go if this one had the slot; the plan is as before afterwards. */
function couldMove(workings: Workings, meeting: Meeting, slot: Candidate, other: Meeting): Candidate | undefined {
  const { at, room } = other;
  if (!at) return undefined;
  lift(workings, other);
  let to: Candidate | undefined;
  if (fits(workings, meeting, slot)) {
    place(workings, meeting, slot);
    to = bestSlot(workings, other);
    lift(workings, meeting);
  }
  place(workings, other, at, room);
  return to;
}

/** A slot for half an hour where the review wants more. */
function shorterSlot(workings: Workings, meeting: Meeting): Candidate | undefined {
  const minutes = 30;
  if (meeting.review.minutes <= minutes) return undefined;
  const shorter: Meeting = { ...meeting, review: { ...meeting.review, minutes } };
  return candidatesOf(workings, shorter).find((slot) => fits(workings, shorter, slot));
}

function whatBlocks(workings: Workings, meeting: Meeting, slots: readonly BlockedSlot[]): string {
  const { review, school } = meeting;
  const from = firstDayOf(meeting);
  const window = `from ${shortDate(from)} to ${shortDate(review.due)}`;
  if (from > review.due && from !== review.earliest) {
    return `Invitations sent now are in time only from ${shortDate(from)}, after the due day ${shortDate(review.due)}.`;
  }
  const days = workings.days.filter((date, day) => school.hours[day] && from <= date && date <= review.due);
  if (days.length === 0) return `There is no school day with time for reviews ${window}.`;
  const within = slots.filter(({ blocks }) => !blocks.some(({ kind }) => kind === 'late' || kind === 'place'));
  if (within.length === 0) return `No school day ${window} has ${review.minutes} minutes for a review.`;
  const counts = new Map<string, number>();
  for (const { blocks } of within) {
    for (const words of new Set(blocks.map(blockWords))) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const reasons = most.map(([words, count]) => `${words} at ${count === within.length ? 'all' : count}`);
  return `Of ${within.length} possible times ${window} none is free: ${reasons.join(', ')}.`;
}

function blockWords(block: SlotBlock): string {
  switch (block.kind) {
    case 'calendar':
      return `${block.person.name} has something in the calendar or no time to travel`;
    case 'reviews':
      return `${block.person.name} is in another review`;
    case 'number':
      return `${block.person.name} has as many reviews that day as one person may`;
    case 'day':
      return 'the school has as many reviews that day as it may';
    case 'room':
      return 'no room is free';
    case 'provider':
      return 'the provider is closed';
    case 'late':
      return 'it is after the due day';
    case 'place':
      return 'the place will not do';
  }
}

function whatHelps(workings: Workings, remedies: readonly Remedy[], slots: readonly BlockedSlot[]): string {
  const late = remedies.find(({ kind }) => kind === 'after-due');
  const others = remedies.filter(({ kind }) => kind !== 'after-due');
  const free = late && `It is free only after the due day, on ${shortDate(late.opens.day)} at ${late.opens.start}.`;
  const does = others.length > 0 && `One of these would do: ${others.map(({ says }) => says).join('; ')}.`;
  if (free || does) return [free, does].filter((words) => words).join(' ');
  const nearest = slots.reduce<BlockedSlot | undefined>(
    (least, one) => (!least || one.blocks.length < least.blocks.length ? one : least),
    undefined,
  );
  if (!nearest) return 'Load more school days, or change its window.';
  const both = [...new Set(nearest.blocks.map(blockWords))].join(', and ');
  return `No single change opens a time. Nearest is ${timeIn(workings, nearest.slot)}, where ${both}.`;
}

function timeIn({ days }: Workings, { day, start }: Candidate): string {
  return `${shortDate(days[day] ?? '')} ${timeOf(start)}`;
}

function spanOf({ days }: Workings, { day, start, end, place: where }: Candidate): Remedy['opens'] {
  return { day: days[day] ?? '', start: timeOf(start), end: timeOf(end), place: where };
}
