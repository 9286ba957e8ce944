import { choice, link, schoolDay, text, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** In what part somebody is invited to a review. The pupil is asked in person, never by Outlook. */
export const inviteeParts = ['Pupil', 'Parent', 'Staff', 'Provider', 'Professional'] as const;

/** One person invited to a review: how and when they were asked, and whether they came (domain.md 10, REV attendees; clause 8.2). */
export const invitee = record({
  name: 'invitee',
  list: 'AP Invitees',
  label: 'Invitee',
  says: 'One person invited to a review: how and when they were asked, what they answered, whether they came.',
  keyOf: 'review|person, contact or pupil',
  retention: 'pupil-file',
  area: 'review',
  mirror: 'whole',
  fields: {
    review: link('Review', 'review', { required: true, indexed: true }),
    part: choice('Part', inviteeParts, { required: true }),
    contact: link('Contact', 'contact', { hint: 'For everybody outside the school' }),
    person: text('Person', { hint: 'Entra object id of a member of staff' }),
    personName: text('Name', {}),
    mail: text('E-mail', { hint: 'Where the invitation from Outlook went' }),
    askedOn: schoolDay('Asked on', {}),
    askedBy: choice('Asked by', ['Outlook', 'Mail', 'Letter', 'Call', 'InPerson'], {}),
    response: choice('Answer', ['None', 'Accepted', 'Tentative', 'Declined'], {}),
    attended: yesNo('Came', {}),
    note: text('What was tried', {}),
  },
});

/** An invitee as kept. */
export type Invitee = RecordOf<typeof invitee>;
