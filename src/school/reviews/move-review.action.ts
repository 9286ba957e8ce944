import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { bookingNeeds } from './book-reviews.action.ts';
import { bookedReview } from './booked-review.ts';
import { bookingProblems, isStatutory } from './booking-problems.ts';
import { invitedTo } from './invited.ts';
import { moveMeetings } from './move-meetings.ts';
import { occupiedBy } from './occupied.ts';
import { reviewMeant } from './review-meant.ts';
import { dayOf, slotWords, timeOf, wallTimeInput } from './slot.ts';

const input = z.strictObject({
  review: keyInput,
  start: wallTimeInput,
  end: wallTimeInput,
  place: lineInput.optional(),
  online: z.boolean().optional(),
  late: lineInput.optional(),
  seen: z.string(),
});

type Wish = z.infer<typeof input>;

/** A booked review goes to another time or place; Outlook tells everybody invited, the others are asked again. */
export const moveReview = action<Wish>({
  name: 'move-review',
  says: 'Move a booked review; Outlook tells everybody invited.',
  input,
  roles: ['ap-leader'],
  needs: bookingNeeds,
  elsewhere: true,
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const stands = bookedReview(known, wish.review);
  if ('says' in stands) return { problems: [stands] };
  const meant = reviewMeant(known, stands.key, known.now.today);
  if ('says' in meant) return { problems: [meant] };
  const { start, end, place = stands.place, late } = wish;
  const same = dayOf(start) === stands.scheduledFor && timeOf(start) === stands.start && timeOf(end) === stands.end;
  if (same && place === stands.place) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'It is then already.', about: stands.pupil };
  }
  if (wish.online !== undefined && wish.online !== stands.online) {
    const says = 'Outlook cannot change this of a meeting that stands. Cancel the review and book it again.';
    return { problems: [{ field: 'online', says }] };
  }
  const invited = invitedTo(known, meant.placement, meant.kind, known.now.today);
  const problems = bookingProblems(known, meant, { start, end, place, late }, invited, occupiedBy(known.records));
  if (problems.length > 0) return { problems };
  // Only what stands in Outlook tells those invited by itself.
  const told = stands.booking === undefined ? undefined : known.now.today;
  const sent = isStatutory(meant) && stands.inviteSentOn ? { inviteSentOn: told } : {};
  const dueBy = meant.dueBy;
  const says = dueBy !== undefined && dayOf(start) > dueBy ? [`That is after the due day, ${shortDate(dueBy)}.`] : [];
  return {
    changes: moveMeetings(known, stands, { start, end, place }, { place, lateInvitation: late, ...sent }, wish.seen),
    because: `Review moved to ${slotWords({ start, end })}`,
    about: stands.pupil,
    says,
  };
}
