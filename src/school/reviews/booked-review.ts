import type { Problem } from '../../schema/parse.ts';
import type { Known } from '../action.ts';
import type { Cancel } from '../change.ts';
import type { Review } from './review.record.ts';

/** The row of a review that is booked and whose meetings, where it has any, stand; a problem where it is not, or they are still being made. */
export function bookedReview(known: Known, key: string): Review | Problem {
  const stands = known.records.review.get(key);
  if (!stands) return { field: 'review', says: 'There is no such review.' };
  if (stands.stage !== 'Booked') return { field: 'review', says: 'This review is not booked.' };
  // One that was agreed without the app names no booking: there is no meeting to wait for.
  if (stands.eventId !== undefined || stands.booking === undefined) return stands;
  return { field: 'review', says: 'Its meetings are still being made. Try again in a minute.' };
}

/** Cancels the meetings of a booked review, those that are still being made too; empty where it names no booking. */
export function cancelMeetings(
  known: Pick<Known, 'records' | 'settings'>,
  review: Review,
  comment: string,
): readonly Cancel[] {
  if (review.booking === undefined) return [];
  const rows = known.records.meeting.by('review', review.key);
  const held = (['Staff', 'Parents', 'Provider', 'Professionals'] as const).map((audience) => ({
    audience,
    eventId: rows.find((row) => row.audience === audience)?.eventId,
  }));
  const organiser = rows.find((row) => row.organiser)?.organiser ?? known.settings.organiser;
  return [{ kind: 'cancel', review: review.key, booking: review.booking, organiser, comment, meetings: held }];
}
