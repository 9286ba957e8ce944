import { choice, link, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Who may ask in writing for a review of a direction: a parent, the pupil at 18, the authority that maintains the EHCP. */
export const requesters = ['Parent', 'Pupil', 'LA'] as const;

/** A request in writing for a review of an off-site direction (domain.md 4.2; D5). The review that answers it names it. */
export const reviewRequest = record({
  name: 'reviewRequest',
  list: 'AP Review Requests',
  label: 'Request for a review',
  says: 'A request in writing by a parent, the pupil at 18 or the authority for a review of a direction.',
  keyOf: 'rr- and an opaque id',
  retention: 'pupil-file',
  area: 'review',
  mirror: 'whole',
  fields: {
    placement: link('Placement', 'placement', { required: true, indexed: true }),
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    from: choice('From', requesters, { required: true, words: { LA: 'Local authority' } }),
    contact: link('Who', 'contact', {}),
    receivedOn: schoolDay('Received on', { required: true }),
    outcome: choice('Answer', ['Agreed', 'Declined', 'Withdrawn'], { hint: 'Empty while nobody has answered' }),
    answeredOn: schoolDay('Answered on', {}),
    note: text('Note', {}),
  },
});

/** A request for a review as kept. */
export type ReviewRequest = RecordOf<typeof reviewRequest>;
