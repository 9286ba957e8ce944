import type { Known } from '../../action.ts';
import type { Prompt, PromptDue } from '../../office/prompt.ts';
import { whoHolds } from '../../office/whom.ts';
import { isStatutory } from '../booking-problems.ts';
import { invitationDates } from '../direction.ts';
import type { Review } from '../review.record.ts';
import { type inviteStages, statutoryInvite } from './statutory-invite.view.ts';

/** School days before the last day of an invitation in writing from which it is asked for (domain.md 13, P8). */
const noticeDays = 3;

/** Three school days before its last day, an invitation in writing that is not out: to the AP leader; past that day to the head too (P8; D4). */
export const invitePrompt: Prompt = {
  view: statutoryInvite,
  needs: ['review', 'invitee', 'placement', 'pupil', 'contact', 'provider'],
  due: (known) => known.records.review.all().flatMap((review) => forReview(known, review)),
};

function forReview(known: Known, review: Review): readonly PromptDue[] {
  const { today } = known.now;
  const placement = known.records.placement.get(review.placement);
  const day = review.stage === 'Planned' || review.stage === 'Booked' ? review.scheduledFor : undefined;
  if (!placement || day === undefined || day < today || !isStatutory({ placement, kind: review.kind })) return [];
  const { latest } = invitationDates(known, day);
  if (review.inviteSentOn !== undefined && review.inviteSentOn <= latest) return [];
  const from = known.calendar.before(latest, noticeDays);
  if (!('day' in from) || today < from.day) return [];
  const stage: (typeof inviteStages)[number] = today > latest ? 'late' : 'due';
  const people = [whoHolds(known, 'ap-leader'), ...(stage === 'late' ? [whoHolds(known, 'head')] : [])];
  return [...new Set(people)].flatMap((to) =>
    to === undefined
      ? []
      : [{ about: review.key, stage: `${day}|${stage}`, to, data: { review: review.key, day, stage } }],
  );
}
