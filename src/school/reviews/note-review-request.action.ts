import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { requesters } from './review-request.record.ts';

const input = z.strictObject({
  placement: keyInput,
  from: z.enum(requesters, { error: () => 'A parent, the pupil or the local authority asks.' }),
  /** Who asks, where they are a contact of the pupil. */
  contact: keyInput.optional(),
  receivedOn: dayInput,
  note: lineInput.optional(),
});

type Wish = z.infer<typeof input>;

/** A request in writing for a review of a direction is noted on the day it came; whether it obliges is computed (D5). */
export const noteReviewRequest = action<Wish>({
  name: 'note-review-request',
  says: 'Note a request in writing for a review of an off-site direction.',
  input,
  roles: ['ap-leader'],
  needs: ['reviewRequest', 'placement', 'contact'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const at = (field: string, says: string): Decision => ({ problems: [{ field, says }] });
  const placement = known.records.placement.get(wish.placement);
  if (!placement) return at('placement', 'There is no such placement.');
  const { contact, from, receivedOn } = wish;
  if (contact !== undefined && known.records.contact.get(contact)?.pupil !== placement.pupil) {
    return at('contact', 'That is no contact of this pupil.');
  }
  if (receivedOn > known.now.today) return at('receivedOn', `${shortDate(receivedOn)} is still to come.`);
  if (receivedOn < placement.startDate) {
    return at('receivedOn', `The placement starts only on ${shortDate(placement.startDate)}. Look at the day.`);
  }
  const same = known.records.reviewRequest
    .by('placement', placement.key)
    .find((one) => one.from === from && one.receivedOn === receivedOn && one.contact === contact);
  if (same) {
    const unchanged = [{ about: same.key, outcome: 'unchanged' as const, version: same.version }];
    return { changes: [], unchanged, because: 'Noted already.', about: placement.pupil };
  }
  const values = {
    placement: placement.key,
    pupil: placement.pupil,
    from,
    contact,
    receivedOn,
    note: wish.note || undefined,
  };
  return {
    changes: [{ kind: 'save', record: 'reviewRequest', key: known.freshId('rr'), seen: null, values }],
    because: `Request for a review received on ${shortDate(receivedOn)}`,
    about: placement.pupil,
  };
}
