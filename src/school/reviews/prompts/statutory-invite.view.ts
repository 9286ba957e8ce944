import { z } from 'zod';
import { choiceInWords } from '../../../schema/form.ts';
import { joinKey } from '../../../schema/record.ts';
import { dayInput, keyInput } from '../../attendance/marks.ts';
import { pupilWords } from '../../attendance/pupil-words.ts';
import { addDays, shortDate } from '../../calendar/dates.ts';
import { contact as contactKind } from '../../contacts/contact.record.ts';
import { canBeUndone } from '../../office/can-be-undone.ts';
import { type Seen, view } from '../../view.ts';
import { invitationDates } from '../direction.ts';
import { notInvitedInWriting } from '../in-writing.ts';
import { occupiedBy } from '../occupied.ts';
import type { Review } from '../review.record.ts';
import { slotWords } from '../slot.ts';
import type { StatutoryInviteCard } from './prompts.types.ts';

/** How far a missing invitation has come: three school days are left, or its last day is over (P8). */
export const inviteStages = ['due', 'late'] as const;

/** A review of a direction whose invitation in writing is not out: to whom, by when, and how it was sent after all (P8; D4; reg 5). */
export const statutoryInvite = view({
  name: 'statutory-invite',
  says: 'A review of a direction to which somebody is still to be invited in writing, and by when.',
  params: z.strictObject({
    review: keyInput,
    day: dayInput,
    stage: z.enum(inviteStages),
    shown: z.string().optional(),
  }),
  roles: ['ap-leader', 'head'],
  needs: ['review', 'invitee', 'placement', 'pupil', 'contact', 'provider', 'roleAssignment'],
  show(seen, { review: key, day }): StatutoryInviteCard | undefined {
    const review = seen.records.review.get(key);
    const placement = review && seen.records.placement.get(review.placement);
    if (!review || !placement) return undefined;
    const { today } = seen.now;
    const { latest } = invitationDates(seen, day);
    const stands = review.scheduledFor === day && (review.stage === 'Booked' || review.stage === 'Planned');
    const done = !stands || day < today || (review.inviteSentOn !== undefined && review.inviteSentOn <= latest);
    const missing = done ? [] : notInvitedInWriting(seen, placement, review, today);
    const leads = seen.by.roles.includes('ap-leader');
    const booking = done ? undefined : bookingOf(seen, review.key);
    const toAsk = missing.filter((one) => seen.records.invitee.get(joinKey(review.key, one.key)));
    return {
      review: review.key,
      who: pupilWords(seen, review.pupil),
      says: done ? sinceThen(review, day, stands) : (booking?.says ?? waitsInWords(seen, review, day, latest)),
      state: done ? 'done' : today > latest ? 'late' : 'waits',
      toAsk: toAsk.map((one) => ({ contact: one.key, says: whoInWords(seen, one.key, one.name) })),
      // A card that asks nothing more is the same every day.
      today: leads && toAsk.length > 0 ? today : undefined,
      mayNote: leads && toAsk.length > 0,
      mayBook: leads && !done && !booking && review.stage === 'Planned',
      undo: leads ? booking?.undo : undefined,
    };
  },
});

/** A booking of the review that is on its way: when it is for, and its entry while it can be taken back. */
function bookingOf({ records }: Seen, review: string) {
  const slot = occupiedBy(records).find((one) => one.waits && one.review === review);
  if (!slot) return undefined;
  const entry = records.journalEntry.get(slot.entry ?? '');
  const undo = entry && canBeUndone(entry) ? entry.key : undefined;
  return { says: `It is being booked for ${slotWords(slot)}; the invitations go out with it.`, undo };
}

function whoInWords({ records }: Seen, key: string, name: string): string {
  const type = records.contact.get(key)?.type;
  return type ? `${choiceInWords(contactKind.fields.type, type)}: ${name}` : name;
}

function waitsInWords(seen: Seen, { stage, inviteSentOn }: Review, day: string, latest: string): string {
  const which = `to the review of the direction on ${shortDate(day)}`;
  if (seen.now.today > latest) {
    const sent = inviteSentOn
      ? `was sent only on ${shortDate(inviteSentOn)}`
      : `was to be sent by ${shortDate(latest)} and is not`;
    const from = shortDate(addDays(inviteSentOn ?? seen.now.today, seen.policy.invitationDays));
    return `The invitation in writing ${which} ${sent}. Hold the review on ${from} or later (6.2).`;
  }
  const by = `by ${shortDate(latest)} (6.2)`;
  if (stage === 'Planned') return `Nobody is invited ${which} yet: it is not booked. The invitation goes out ${by}.`;
  return `Somebody is still to be invited in writing ${which}, ${by}.`;
}

function sinceThen({ stage, scheduledFor, inviteSentOn }: Review, day: string, stands: boolean): string {
  if (stands && inviteSentOn) return `The invitation in writing was sent by ${shortDate(inviteSentOn)}.`;
  if (stands) return 'Its day is over.';
  if (stage === 'Booked' && scheduledFor && scheduledFor !== day) return `It was moved to ${shortDate(scheduledFor)}.`;
  return stage === 'Held' ? 'It was held.' : 'It does not stand any more.';
}
