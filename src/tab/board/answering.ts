import type { Form } from '../../schema/form.ts';

/** What is asked when a request for a review is answered. */
export const answering: Form = {
  inputs: [
    {
      name: 'outcome',
      kind: 'choice',
      label: 'Answer',
      required: true,
      options: [
        { value: 'Agreed', says: 'Agreed: the review is planned' },
        { value: 'Declined', says: 'Declined' },
        { value: 'Withdrawn', says: 'Withdrawn by who asked' },
      ],
    },
    { name: 'on', kind: 'schoolDay', label: 'Answered in writing on', required: true },
    { name: 'note', kind: 'text', label: 'Note', required: false, maxLength: 255 },
  ],
  values: {},
};
