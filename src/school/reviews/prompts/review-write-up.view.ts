import { z } from 'zod';
import { dayInput, keyInput } from '../../attendance/marks.ts';
import { pupilWords } from '../../attendance/pupil-words.ts';
import { shortDate } from '../../calendar/dates.ts';
import { mayRead, readersOf } from '../../rights.ts';
import { type Seen, view } from '../../view.ts';
import { mayWriteReview } from '../outcome/writes-reviews.ts';
import type { Review } from '../review.record.ts';
import { dayHeld } from '../reviews-of.ts';
import { dayToWriteUp, writeUpBy } from '../write-up.ts';
import type { WriteUpCard } from './prompts.types.ts';

/** School days after a review on which it is asked for, and from which the head knows (domain.md 13, P7). */
export const writeUpStages = ['1', '3', '5'] as const;

/** A review whose day is over and of which nothing is written: until when it was to be, and who may say that it was not held (P7). */
export const reviewWriteUpView = view({
  name: 'review-write-up',
  says: 'A review whose day is over and that is not written up: since when, and by when it was to be.',
  params: z.strictObject({
    review: keyInput,
    day: dayInput,
    stage: z.enum(writeUpStages),
    shown: z.string().optional(),
  }),
  roles: readersOf('review'),
  needs: ['review', 'pupil'],
  show(seen, { review: key, day }): WriteUpCard | undefined {
    const review = seen.records.review.get(key);
    if (!review || !mayRead(seen.by, 'review', review.pupil)) return undefined;
    const waits = dayToWriteUp(review, seen.now.today) === day;
    const missable = review.stage === 'Booked' && waits;
    return {
      review: review.key,
      seen: review.version,
      who: pupilWords(seen, review.pupil),
      says: waits ? waitsInWords(seen, review, day) : sinceThen(review, day),
      state: waits ? 'waits' : 'done',
      mayMiss: missable && mayWriteReview(seen.by, review),
    };
  },
});

function waitsInWords(seen: Seen, review: Review, day: string): string {
  const what =
    dayHeld(review) === undefined ? `It was booked for ${shortDate(day)}` : `It was held on ${shortDate(day)}`;
  const by = writeUpBy(seen, day);
  if (!('day' in by)) return `${what} and waits to be written up.`;
  return `${what} and ${seen.now.today > by.day ? 'was' : 'is'} to be written up by ${shortDate(by.day)}.`;
}

function sinceThen({ stage, scheduledFor, completedOn }: Review, day: string): string {
  if (completedOn) return `Written up on ${shortDate(completedOn)}.`;
  if (stage === 'Missed') return `Noted as not held on ${shortDate(day)}.`;
  if (stage === 'Booked' && scheduledFor) return `It is booked for ${shortDate(scheduledFor)} now.`;
  return stage === 'Cancelled' ? 'It was cancelled.' : 'It is not booked any more.';
}
