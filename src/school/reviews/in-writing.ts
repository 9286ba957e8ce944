import { joinKey } from '../../schema/record.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { invitedTo } from './invited.ts';
import type { Review } from './review.record.ts';

/** Ways that are an invitation in writing (reg 5 of the 2010 Regulations). */
const written: readonly unknown[] = ['Outlook', 'Mail', 'Letter'];

/** Somebody whom the law has invited in writing. */
export interface ToInvite {
  /** RecordKey of the contact. */
  readonly key: string;
  readonly name: string;
}

/** Parents, and the authority of an EHCP, who are to be invited to the review of a direction in writing and are not (D4; reg 5). */
export function notInvitedInWriting(
  facts: Facts,
  placement: Placement,
  review: Review,
  today: string,
): readonly ToInvite[] {
  const { byMail, toAsk } = invitedTo(facts, placement, review.kind, today);
  return [...byMail, ...toAsk]
    .filter(({ key, audience }) => audience === 'Parents' || facts.records.contact.get(key)?.type === 'LA-SEND')
    .filter(({ key }) => {
      const row = facts.records.invitee.get(joinKey(review.key, key));
      return !written.includes(row?.askedBy) || row?.askedOn === undefined;
    })
    .map(({ key, name }) => ({ key, name }));
}
