import { choice, link, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** One objective of a placement, such that a review can say whether it is met (clauses 5.1, 8.7). */
export const objective = record({
  name: 'objective',
  list: 'AP Objectives',
  label: 'Objective',
  says: 'One objective of a placement: where the pupil stood, what is aimed at, by when.',
  keyOf: 'ob- and an opaque id',
  retention: 'pupil-file',
  area: 'review',
  mirror: 'whole',
  fields: {
    placement: link('Placement', 'placement', { required: true, indexed: true }),
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    text: text('Objective', { required: true, hint: 'Such as: attends every Tuesday' }),
    baseline: text('Where the pupil stands', { required: true, hint: 'Such as: 4 of 10 sessions in September' }),
    target: text('Target', { required: true, hint: 'Such as: 9 of 10 sessions' }),
    date: schoolDay('Day to reach it by', { required: true }),
    state: choice('State', ['Open', 'Closed'], { hint: 'Closed: no review asks for it any more' }),
  },
});

/** An objective as kept. */
export type Objective = RecordOf<typeof objective>;
