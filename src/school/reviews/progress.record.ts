import { choice, link, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** How far an objective is reached (domain.md 10, REV). */
export const progressSteps = ['Exceeded', 'Met', 'Partly', 'NotMet'] as const;

/** What one review says about one objective; the next review writes a row of its own (clause 8.7). */
export const progress = record({
  name: 'progress',
  list: 'AP Progress',
  label: 'Progress',
  says: 'What one review says about one objective.',
  keyOf: 'review|objective',
  retention: 'pupil-file',
  area: 'review',
  mirror: 'whole',
  fields: {
    review: link('Review', 'review', { required: true, indexed: true }),
    objective: link('Objective', 'objective', { required: true, indexed: true }),
    progress: choice('Reached', progressSteps, { required: true }),
    note: text('Seen by', { hint: 'Such as the work or the register that shows it' }),
  },
});

/** Progress as kept. */
export type Progress = RecordOf<typeof progress>;
