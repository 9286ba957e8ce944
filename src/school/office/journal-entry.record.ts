import { choice, instant, json, link, number, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** What somebody did and what follows from it, written before it is carried out (design: the journal). */
export const journalEntry = record({
  name: 'journalEntry',
  list: 'AP Journal',
  label: 'Journal entry',
  says: 'What somebody did, written before it is carried out; done entries are the audit trail.',
  keyOf: 'je- and an opaque id',
  retention: 'register',
  area: 'config',
  mirror: 'open',
  fields: {
    action: text('Action', { required: true }),
    state: choice('State', ['Open', 'Done', 'Refused'], { required: true, indexed: true }),
    by: text('By', { required: true, hint: 'Entra object id, or clock' }),
    byName: text('By (name)', {}),
    at: instant('At', { required: true }),
    about: text('About', { indexed: true, hint: 'RecordKey of the pupil, placement or round' }),
    because: text('Because', {}),
    owner: text('Owner', { hint: 'The server that carries it out' }),
    leaseUntil: instant('Lease until', { hint: "Machine's clock" }),
    holdUntil: instant('Waits until', {
      hint: "Machine's clock; until then it can be undone, and no server carries it out",
    }),
    tries: number('Tries', { min: 0, max: 1000 }),
    parent: link('Parent', 'journalEntry', { indexed: true }),
    changes: json('Changes'),
    results: json('Results'),
  },
});

/** A journal entry as kept. */
export type JournalEntry = RecordOf<typeof journalEntry>;
