import { choice, link, longText, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Something that was agreed at a review or on a visit: who does it, by when (domain.md 10, ACT; clause 8.6). */
export const agreedAction = record({
  name: 'agreedAction',
  list: 'AP Actions',
  label: 'Action',
  says: 'Something agreed at a review or on a visit: who does it, by when, whether it is done.',
  keyOf: 'ac- and an opaque id',
  retention: 'pupil-file',
  area: 'review',
  mirror: 'whole',
  fields: {
    agreedAt: choice('Agreed at', ['Review', 'Visit'], { required: true }),
    source: text('Source', { required: true, indexed: true, hint: 'Key of the review or visit' }),
    pupil: link('Pupil', 'pupil', { indexed: true, hint: 'Empty where it is about a provider only' }),
    provider: link('Provider', 'provider', { indexed: true }),
    text: longText('What is to be done', { required: true }),
    owner: text('Who does it', { required: true, indexed: true, hint: 'Entra object id' }),
    ownerName: text('Who does it (name)', {}),
    due: schoolDay('Due', { required: true }),
    status: choice('Status', ['Open', 'Done', 'Dropped'], { required: true, indexed: true }),
    completedOn: schoolDay('Done on', {}),
    evidence: text('Seen by', { hint: 'What shows that it is done' }),
  },
});

/** An agreed action as kept. */
export type AgreedAction = RecordOf<typeof agreedAction>;
