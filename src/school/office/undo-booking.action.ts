import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { leadsVisits, ownVisitors } from '../visits/who-visits.ts';
import { canBeUndone } from './can-be-undone.ts';

/** A booking that still waits in the journal is taken back: nobody was invited. Once it is sent, undoing means cancelling. */
export const undoBooking = action({
  name: 'undo-booking',
  says: 'Take a booking back while it waits; later the meetings have to be cancelled with a message.',
  input: z.strictObject({
    /** The journal entry that the booking was answered with. */
    entry: keyInput,
  }),
  roles: ['ap-leader', ...ownVisitors],
  needs: ['journalEntry'],
  decide(known, { entry }) {
    const stands = known.records.journalEntry.get(entry);
    if (stands && stands.by !== known.by.id && !leadsVisits(known.by)) {
      return { problems: [{ field: 'entry', says: 'Somebody else booked this. Ask the AP leader to take it back.' }] };
    }
    if (!stands || !canBeUndone(stands)) {
      const says = 'It is sent. Undoing it now means cancelling the meetings, with a message to everybody invited.';
      return { problems: [{ field: 'entry', says }] };
    }
    return {
      // Its version says that no server has taken it up: of the two only one can be first.
      changes: [
        { kind: 'save', record: 'journalEntry', key: stands.key, seen: stands.version, values: { state: 'Refused' } },
      ],
      because: 'The booking is undone',
      about: stands.about,
    };
  },
});
