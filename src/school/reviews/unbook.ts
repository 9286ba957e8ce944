import type { Known } from '../action.ts';
import type { Change } from '../change.ts';
import { cancelMeetings } from './booked-review.ts';
import type { Review } from './review.record.ts';

/** What a review's row holds no more when its meetings are gone. */
const noMeetings = { booking: undefined, eventId: undefined } as const;

/**
 * Takes a review out of the calendars: its row to the stage given, its meetings' rows without events, the meetings cancelled
 * with a message. A planned one has no day any more; a cancelled one keeps the day it was for.
 */
export function unbook(
  known: Pick<Known, 'records' | 'settings'>,
  review: Review,
  stage: 'Planned' | 'Cancelled',
  { why, comment, seen = review.version }: { readonly why: string; readonly comment: string; readonly seen?: string },
): readonly Change[] {
  const day = stage === 'Planned' ? { scheduledFor: undefined, start: undefined, end: undefined } : {};
  const { meeting } = known.records;
  return [
    {
      kind: 'save',
      record: 'review',
      key: review.key,
      seen,
      values: { stage, ...day, ...noMeetings, notBooked: why.slice(0, 255) },
    },
    ...meeting
      .by('review', review.key)
      .filter(({ eventId }) => eventId !== undefined)
      .map(
        ({ key }): Change => ({ kind: 'save', record: 'meeting', key, seen: 'any', values: { eventId: undefined } }),
      ),
    ...cancelMeetings(known, review, comment),
  ];
}
