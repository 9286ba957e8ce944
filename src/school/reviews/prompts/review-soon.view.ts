import { z } from 'zod';
import { dayInput, keyInput } from '../../attendance/marks.ts';
import { pupilWords } from '../../attendance/pupil-words.ts';
import { shortDate } from '../../calendar/dates.ts';
import { mayRead, readersOf } from '../../rights.ts';
import { view } from '../../view.ts';
import type { Review } from '../review.record.ts';
import type { ReviewSoonCard } from './prompts.types.ts';

/** A review that is near, for the staff who come to it: which pupil, when and where, with the way to its pack (P6). */
export const reviewSoon = view({
  name: 'review-soon',
  says: 'A review that is near, for the staff who are invited: whose, when and where.',
  params: z.strictObject({
    review: keyInput,
    day: dayInput,
    stage: z.enum(soonStages()),
    shown: z.string().optional(),
  }),
  roles: readersOf('review'),
  needs: ['review', 'pupil', 'provider'],
  show(seen, { review: key, day }): ReviewSoonCard | undefined {
    const review = seen.records.review.get(key);
    if (!review || !mayRead(seen.by, 'review', review.pupil)) return undefined;
    const stands = review.stage === 'Booked' && review.scheduledFor === day;
    const hours = stands && review.start && review.end ? `, ${review.start} to ${review.end}` : '';
    return {
      review: review.key,
      title: stands ? `Review on ${shortDate(day)}` : `Review of ${shortDate(day)}: changed`,
      who: pupilWords(seen, review.pupil),
      when: `${shortDate(day)}${hours}`,
      where: stands ? (review.place ?? (review.online ? 'Online' : 'At school')) : undefined,
      since: stands ? undefined : sinceThen(review),
    };
  },
});

/** How many school days before a review its staff are reminded (domain.md 13). */
export function soonStages(): ['5', '1'] {
  return ['5', '1'];
}

function sinceThen({ stage, scheduledFor, start }: Review): string {
  if (stage === 'Booked' && scheduledFor)
    return `It was moved to ${shortDate(scheduledFor)}${start ? `, ${start}` : ''}.`;
  if (stage === 'Held') return 'It was held.';
  if (stage === 'Missed') return 'It was not held.';
  return stage === 'Cancelled' ? 'It was cancelled.' : 'It is not booked any more.';
}
