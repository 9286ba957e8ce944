import { choice, link, longText, schoolDay, text, time } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Who is invited together: each audience has a meeting of its own in Outlook, so that no parent sees staff or another family. */
export const audiences = ['Staff', 'Parents', 'Provider', 'Professionals'] as const;

/**
 * One Outlook meeting of a review or a visit, for one audience (design.md 7). Only the staff's is an online meeting; the others
 * carry its link. Who is invited to a review stands in AP Invitees; to a visit one person is, whose answer stands here.
 */
export const meeting = record({
  name: 'meeting',
  list: 'AP Meetings',
  label: 'Meeting',
  says: 'One Outlook meeting of a review or a visit, for one audience.',
  keyOf: 'review or visit|audience',
  retention: 'pupil-file',
  area: 'review',
  mirror: 'whole',
  fields: {
    review: link('Review', 'review', { indexed: true }),
    visit: link('Visit', 'visit', { indexed: true }),
    audience: choice('Audience', audiences, { required: true }),
    organiser: text('Organiser', { hint: 'Mailbox in whose calendar it stands' }),
    eventId: text('Event', { indexed: true, hint: 'Immutable id in Outlook' }),
    joinUrl: longText('Link to join', {}),
    scheduledFor: schoolDay('Day', {}),
    start: time('From', { hint: 'On the school’s wall clock' }),
    end: time('Until', {}),
    invited: text('Invited', { hint: 'Visit: the address to which the invitation went' }),
    response: choice('Answer', ['None', 'Accepted', 'Tentative', 'Declined'], { hint: 'Visit: of who was invited' }),
  },
});

/** A meeting as kept. */
export type Meeting = RecordOf<typeof meeting>;
