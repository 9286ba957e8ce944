import type { Problem } from '../../schema/parse.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Moment } from '../moment.ts';
import type { Facts } from '../rule.ts';
import { visitAt } from '../visits/visit-clash.ts';
import { invitationDates, isDirection } from './direction.ts';
import { elsewhereAt, roomElsewhere, type TakenElsewhere } from './elsewhere.ts';
import type { InvitedTo } from './invited.ts';
import { type Occupied, personBehind } from './occupied.ts';
import type { ReviewMeant } from './review-meant.ts';
import { standsFor } from './reviews-of.ts';
import { dayOf, overlaps, type Slot, slotProblems, slotWords } from './slot.ts';

/** When and where a review is to be. */
export interface Wanted extends Slot {
  readonly place?: string;
  /** Why a statutory invitation comes late. */
  readonly late?: string;
}

/** What is known of the school, and when; and when other schools take its people. */
export type Placed = Facts & { readonly now: Moment; readonly elsewhere?: readonly TakenElsewhere[] };

/**
 * What keeps a review from this slot, in sentences by field; empty: nothing does. `byHand`: the app invites nobody to it, so
 * that it does not know when they were asked.
 */
export function bookingProblems(
  known: Placed,
  meant: ReviewMeant,
  wanted: Wanted,
  invited: InvitedTo,
  taken: readonly Occupied[],
  byHand = false,
): readonly Problem[] {
  const own = ofItself(known, meant, wanted);
  if (own.length > 0) return own;
  const invitation = byHand ? undefined : invitationProblem(known, meant, wanted);
  const clash =
    clashProblem(known, meant, wanted, invited, taken) ?? elsewhereProblem(known.elsewhere ?? [], wanted, invited);
  return [invitation, clash].filter((problem) => problem !== undefined);
}

/** What is wrong with the time alone: past, not a school day, or before the review counts. */
function ofItself(known: Placed, { first }: ReviewMeant, wanted: Wanted): readonly Problem[] {
  const own = slotProblems(known.calendar, known.now, wanted);
  if (own.length > 0 || first === undefined || dayOf(wanted.start) >= first) return own;
  return [{ field: 'start', says: `It counts only from ${shortDate(first)} on. Choose that day or a later one.` }];
}

/** True for a review for which the law has parents invited in writing six days before (D4; reg 5). */
export function isStatutory({ placement, kind }: Pick<ReviewMeant, 'placement' | 'kind'>): boolean {
  return isDirection(placement) && standsFor[kind].direction;
}

function invitationProblem(known: Placed, meant: ReviewMeant, { start, late }: Wanted): Problem | undefined {
  const { latest } = invitationDates(known, dayOf(start));
  if (!isStatutory(meant) || known.now.today <= latest || late) return undefined;
  const says = `Parents are invited in writing to the review of a direction by ${shortDate(latest)} at the latest (6.2). Choose a later day, or give the reason as "late".`;
  return { field: 'start', says };
}

function clashProblem(
  known: Placed,
  meant: ReviewMeant,
  wanted: Wanted,
  invited: InvitedTo,
  taken: readonly Occupied[],
): Problem | undefined {
  const needed = new Map(
    [...invited.byMail, ...invited.toAsk]
      .filter(({ required, audience }) => required || audience === 'Parents')
      .map(({ key, name }) => [personBehind(known.records, key), name] as const),
  );
  for (const [person, name] of needed) {
    const visit = visitAt(known, person, wanted);
    if (visit) return { field: 'start', says: `${name} makes a visit to ${visit} then. Choose another time.` };
  }
  for (const other of taken) {
    if (other.review === meant.key || !overlaps(wanted, other)) continue;
    const when = slotWords(other);
    if (other.pupil === meant.placement.pupil) {
      return { field: 'start', says: `${pupilWords(known, other.pupil)} has a review on ${when} already.` };
    }
    const person = [...needed].find(([key]) => other.people.has(key));
    if (person) {
      const whose = pupilWords(known, other.pupil);
      return { field: 'start', says: `${person[1]} is at the review of ${whose} on ${when}. Choose another time.` };
    }
    if (wanted.place?.includes('@') && wanted.place === other.place) {
      return { field: 'place', says: `The room is taken by another review on ${when}.` };
    }
  }
  return undefined;
}

/** Nobody without whom the review is not held, and no room, is at another school then. */
function elsewhereProblem(
  elsewhere: readonly TakenElsewhere[],
  wanted: Wanted,
  { byMail, toAsk }: InvitedTo,
): Problem | undefined {
  for (const { key, name, audience, required } of [...byMail, ...toAsk]) {
    if (audience !== 'Staff' || !required) continue;
    const there = elsewhereAt(elsewhere, key, wanted);
    if (there) return { field: 'start', says: `${name} ${there}. Choose another time.` };
  }
  const room = wanted.place?.includes('@') ? roomElsewhere(elsewhere, wanted.place, wanted) : undefined;
  return room && { field: 'place', says: `The room is taken by a review of another school on ${slotWords(room)}.` };
}
