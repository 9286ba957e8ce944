import { choiceInWords } from '../../schema/form.ts';
import type { PupilPage } from '../pupils/pupil.types.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import { type Review, review as reviewKind } from './review.record.ts';
import { kindInWords, whenInWords } from './review-words.ts';

/** The reviews of a pupil as lines, the latest first; none for who may not read reviews. */
export function reviewsOfPupil(seen: Seen, pupil: string): PupilPage['reviews'] {
  if (!mayRead(seen.by, 'review', pupil)) return [];
  const { records } = seen;
  return records.review
    .by('pupil', pupil)
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))
    .map((one) => {
      const provider = records.placement.get(one.placement)?.provider;
      const where = provider === undefined ? undefined : records.provider.get(provider)?.name;
      return {
        review: one.key,
        says: [`${kindInWords(seen, one)} review`, where].filter(Boolean).join(', '),
        when: whenInWords(one),
        decision: one.decision && one.completedOn ? choiceInWords(reviewKind.fields.decision, one.decision) : undefined,
      };
    });
}

function dayOf({ heldOn, scheduledFor, dueBy }: Review): string {
  return heldOn ?? scheduledFor ?? dueBy ?? '';
}
