import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Change } from '../change.ts';
import { visitsFollow } from '../visits/visits-follow.ts';
import { bookMeetings } from './book-meetings.ts';
import { lastDayOf } from './in-review.ts';
import { invitedTo } from './invited.ts';
import type { Review } from './review.record.ts';
import { reviewMeant } from './review-meant.ts';
import { unbook } from './unbook.ts';

/**
 * Meetings follow what they are for, of reviews and of visits: those of a placement that is over by then, or of a pupil off roll, are cancelled; when
 * another mailbox organises reviews, meetings to come are cancelled in the old one and booked anew, and likewise when somebody
 * who was invited has been barred since: of the new ones that person hears nothing.
 */
export const keepBookings = action({
  name: 'keep-bookings',
  says: 'Cancel the meetings of placements that are over; book anew when another mailbox organises, or somebody invited was barred.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs: ['review', 'visit', 'invitee', 'meeting', 'placement', 'pupil', 'contact', 'provider', 'site'],
  decide,
});

function decide(known: Known): Decision {
  const { today } = known.now;
  const changes = known.records.review
    .all()
    .filter(({ stage, scheduledFor }) => stage === 'Booked' && (scheduledFor ?? '') >= today)
    .flatMap((review) => follow(known, review));
  return { changes: [...changes, ...visitsFollow(known)], because: 'Meetings follow placements and settings' };
}

function follow(known: Known, review: Review): readonly Change[] {
  const placement = known.records.placement.get(review.placement);
  const day = review.scheduledFor ?? '';
  const last = placement && lastDayOf(known, placement, known.now.today);
  const off = known.records.pupil.get(review.pupil)?.onRollTo;
  const over = placement?.stage === 'Ended' || (off !== undefined && off < day);
  if (placement?.stage === 'Cancelled' || (over && last !== undefined && last < day)) {
    const comment = 'The placement has ended.';
    const why = last ? `The placement ended on ${shortDate(last)}.` : comment;
    return unbook(known, review, 'Cancelled', { why, comment });
  }
  const held = known.records.meeting.by('review', review.key).find(({ audience }) => audience === 'Staff');
  const { organiser } = known.settings;
  const elsewhere = held?.organiser !== undefined && held.organiser !== organiser;
  if (review.eventId === undefined || organiser === '') return [];
  if (elsewhere) return bookedAnew(known, review, 'Another mailbox organises this review; a new invitation follows.');
  return barredSince(known, review) ? bookedAnew(known, review, 'This meeting is off.') : [];
}

function barredSince({ records }: Known, review: Review): boolean {
  return records.invitee
    .by('review', review.key)
    .some(({ contact, mail }) => mail !== undefined && contact !== undefined && records.contact.get(contact)?.barred);
}

function bookedAnew(known: Known, review: Review, comment: string): readonly Change[] {
  const meant = reviewMeant(known, review.key, known.now.today);
  if ('says' in meant) return [];
  const invited = invitedTo(known, meant.placement, meant.kind, known.now.today);
  const { scheduledFor, start, end, place, online, lateInvitation: late } = review;
  const slot = { start: `${scheduledFor}T${start}`, end: `${scheduledFor}T${end}`, place, online, late };
  const gone = unbook(known, review, 'Planned', { why: comment, comment }).filter(({ kind }) => kind === 'cancel');
  return [...gone, ...bookMeetings(known, meant, slot, invited)];
}
