import { joinKey } from '../../schema/record.ts';
import type { Known } from '../action.ts';
import type { Audience, Book, Change, Save } from '../change.ts';
import { isStatutory, type Wanted } from './booking-problems.ts';
import type { Asked, InvitedTo } from './invited.ts';
import type { Invitee } from './invitee.record.ts';
import { audiences } from './meeting.record.ts';
import { meetingSubject } from './meeting-words.ts';
import { personBehind } from './occupied.ts';
import { type ReviewMeant, whichReview } from './review-meant.ts';
import { dayOf, timeOf } from './slot.ts';

/** A slot that was found free, and whether it is held online. */
export interface Booking extends Wanted {
  readonly online: boolean;
  /** Id of a meeting that somebody wrote by hand in the organiser's calendar: it becomes the staff's. */
  readonly stands?: string;
}

/**
 * What booking a review changes: its row, a row for everybody asked (those by Outlook with the day, the others to be rung,
 * written to or told), and the meetings. The row names the booking, so that of two at once only one is carried out.
 */
export function bookMeetings(known: Known, meant: ReviewMeant, wanted: Booking, invited: InvitedTo): readonly Change[] {
  const { key, placement, stands } = meant;
  const { today } = known.now;
  const { start, end, place, online, stands: written } = wanted;
  const booking = known.freshId('bk');
  const statutory = isStatutory(meant);
  const review: Save = {
    kind: 'save',
    record: 'review',
    key,
    seen: stands?.version ?? null,
    values: {
      ...bookedFor(meant, wanted),
      booking,
      lateInvitation: wanted.late,
      inviteSentOn: statutory && inWriting(known, invited) ? today : undefined,
    },
  };
  const room = place?.includes('@') ? place : undefined;
  const book: Book = {
    kind: 'book',
    review: key,
    booking,
    organiser: known.settings.organiser,
    subject: meetingSubject(known, placement.pupil),
    start,
    end,
    place,
    room,
    online,
    statutory,
    ...(written === undefined ? {} : { stands: written }),
    meetings: audiences.flatMap((audience) => meetingFor(audience, invited)),
    people: [...invited.byMail, ...invited.toAsk].map((one) => personBehind(known.records, one.key)),
  };
  const invitees = inviteesOf(key, invited, today);
  return [review, ...invitees, ...noMore(known, key, invitees), book];
}

/** The row of a review that is booked for this time, before any meeting stands for it. */
export function bookedFor(meant: ReviewMeant, { start, end, place, online }: Booking) {
  return {
    ...whichReview(meant),
    stage: 'Booked',
    scheduledFor: dayOf(start),
    start: timeOf(start),
    end: timeOf(end),
    place,
    online,
    booking: undefined,
    eventId: undefined,
    notBooked: undefined,
    notNeeded: undefined,
    lateInvitation: undefined,
    inviteSentOn: undefined,
  } as const;
}

/** The staff's meeting always stands: it is the one that is held online, and in the organiser's calendar. */
function meetingFor(audience: Audience, { byMail }: InvitedTo): Book['meetings'] {
  const invited = byMail
    .filter((one) => one.audience === audience)
    .flatMap(({ name, mail, required }) => (mail === undefined ? [] : [{ name, mail, required }]));
  return invited.length > 0 || audience === 'Staff' ? [{ audience, invited: onePerAddress(invited) }] : [];
}

function onePerAddress(invited: Book['meetings'][number]['invited']): Book['meetings'][number]['invited'] {
  return invited.filter(({ mail }, nth) => invited.findIndex((other) => other.mail === mail) === nth);
}

/** True where the mail of this booking reaches everybody whom the law has invited in writing: parents, and the authority of an EHCP. */
function inWriting({ records }: Known, { byMail, toAsk }: InvitedTo): boolean {
  const binding = ({ key, audience }: Asked) => audience === 'Parents' || records.contact.get(key)?.type === 'LA-SEND';
  return byMail.some(({ audience }) => audience === 'Parents') && !toAsk.some(binding);
}

const parts: Readonly<Record<Audience, Invitee['part']>> = {
  Staff: 'Staff',
  Parents: 'Parent',
  Provider: 'Provider',
  Professionals: 'Professional',
};

/** A row for everybody asked: those by Outlook with the day, the others with why no invitation reaches them; the pupil too. */
export function inviteesOf(review: string, invited: InvitedTo, today: string): readonly Save[] {
  const byMail = invited.byMail.map((one) => ({
    ...asked(one),
    mail: one.mail,
    askedOn: today,
    askedBy: 'Outlook' as const,
    response: 'None' as const,
    note: undefined,
  }));
  const empty = { mail: undefined, askedOn: undefined, askedBy: undefined, response: undefined };
  const others = invited.toAsk.map((one) => ({ ...asked(one), ...empty, note: one.why }));
  const pupil = { key: invited.pupil.key, part: 'Pupil' as const, personName: invited.pupil.name };
  return [...byMail, ...others, { ...pupil, ...empty, note: 'To be asked in person.' }].map(({ key, ...values }) => ({
    kind: 'save',
    record: 'invitee',
    key: joinKey(review, key),
    seen: 'any',
    values: { review, ...values },
  }));
}

/** What stands with somebody who was asked to an earlier booking of the review and is not to this one. */
export const noLongerAsked = 'Not asked any more.';

/** Rows of an earlier booking for people who are not asked to this one: no invitation of theirs stands. */
export function noMore({ records }: Known, review: string, invitees: readonly Save[]): readonly Save[] {
  return records.invitee
    .by('review', review)
    .filter(({ key }) => !invitees.some((one) => one.key === key.toLowerCase()))
    .map(({ key }) => ({
      kind: 'save',
      record: 'invitee',
      key,
      seen: 'any',
      values: {
        mail: undefined,
        askedOn: undefined,
        askedBy: undefined,
        response: undefined,
        note: noLongerAsked,
      },
    }));
}

function asked({ key, name, audience }: Asked) {
  const outside = audience === 'Parents' || audience === 'Professionals';
  const who = outside ? { contact: key } : audience === 'Staff' ? { person: key } : {};
  return { key, part: parts[audience], personName: name, ...who };
}
