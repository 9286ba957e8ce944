import { z } from 'zod';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import type { SchoolDay } from '../moment.ts';
import { mayRead } from '../rights.ts';
import { isStatutory } from './booking-problems.ts';
import { barredSentence, invitedTo } from './invited.ts';
import type { Review } from './review.record.ts';

/** How somebody is asked whom no mail from Outlook reaches. */
const ways = ['Mail', 'Letter', 'Call', 'InPerson'] as const;

const input = z.strictObject({
  review: keyInput,
  /** RecordKey of the contact, provider or pupil, or Entra object id of a member of staff. */
  contact: keyInput,
  by: z.enum(ways, { error: () => `How they were asked is one of: ${ways.join(', ')}.` }),
  on: dayInput,
  note: lineInput.optional(),
});

type Wish = z.infer<typeof input>;

/** How and when somebody was asked to a review who cannot be mailed: rung, written to or told (clause 8.2). */
export const noteInvitation = action<Wish>({
  name: 'note-invitation',
  says: 'Note how and when somebody was asked to a review: rung, written to or told.',
  input,
  roles: ['ap-leader', 'senco', 'designated-teacher', 'tutor'],
  needs: ['review', 'invitee', 'placement', 'pupil', 'contact', 'provider', 'roleAssignment'],
  decide,
});

function decide(known: Known, { review: key, contact, by, on, note }: Wish): Decision {
  const review = known.records.review.get(key);
  const placement = known.records.placement.get(review?.placement ?? '');
  if (!review || !placement || !mayRead(known.by, 'review', review.pupil)) {
    return { problems: [{ field: 'review', says: 'There is no such review.' }] };
  }
  if (on > known.now.today) return { problems: [{ field: 'on', says: 'That day is still to come.' }] };
  if (known.records.contact.get(contact)?.barred) return { problems: [{ field: 'contact', says: barredSentence }] };
  const row = known.records.invitee.get(joinKey(key, contact));
  if (!row) return { problems: [{ field: 'contact', says: 'This person is not asked to this review.' }] };
  const sent = isStatutory({ placement, kind: review.kind })
    ? lastInWriting(known, review, row.key, by, on)
    : undefined;
  return {
    changes: [
      { kind: 'save', record: 'invitee', key: row.key, seen: row.version, values: { askedBy: by, askedOn: on, note } },
      ...(sent === undefined || sent === review.inviteSentOn
        ? []
        : [
            {
              kind: 'save' as const,
              record: 'review' as const,
              key: review.key,
              seen: review.version,
              values: { inviteSentOn: sent },
            },
          ]),
    ],
    because: `Asked to the review by ${by}`,
    about: review.pupil,
  };
}

const written: readonly unknown[] = ['Outlook', 'Mail', 'Letter'];

/** The day of the last invitation in writing to a parent, or the authority of an EHCP; `undefined` while one is missing (reg 5). */
function lastInWriting(
  known: Known,
  review: Review,
  noted: string,
  by: Wish['by'],
  on: SchoolDay,
): SchoolDay | undefined {
  const placement = known.records.placement.get(review.placement);
  if (!placement) return undefined;
  const { byMail, toAsk } = invitedTo(known, placement, review.kind, known.now.today);
  const days = [...byMail, ...toAsk]
    .filter(({ key, audience }) => audience === 'Parents' || known.records.contact.get(key)?.type === 'LA-SEND')
    .map(({ key }) => {
      const row = known.records.invitee.get(joinKey(review.key, key));
      const how = row?.key === noted ? { askedBy: by, askedOn: on } : row;
      return how && written.includes(how.askedBy) ? how.askedOn : undefined;
    });
  return days.length > 0 && days.every((day) => day !== undefined) ? days.toSorted().at(-1) : undefined;
}
