import { z } from 'zod';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import type { Message } from '../office/message.record.ts';
import { whoHolds } from '../office/whom.ts';
import { ownVisitors } from './who-visits.ts';

const params = z.object({ provider: keyInput, dueBy: keyInput });

/** Who was asked to make a visit says that they cannot: the AP leader has the card then, and finds somebody (P11: delegate). */
export const passOnVisit = action({
  name: 'pass-on-visit',
  says: 'Say that you cannot make a visit that is due: the AP leader is asked to find somebody.',
  input: z.strictObject({
    /** The message that asked for the visit. */
    message: keyInput,
  }),
  roles: ownVisitors,
  needs: ['message', 'provider', 'roleAssignment'],
  decide(known, { message: key }) {
    const message = known.records.message.get(key);
    const asked = params.safeParse(message?.data);
    const own = message?.purpose === 'visit-due' && message.to === known.by.id;
    if (!message || !own || !asked.success) {
      return { problems: [{ field: 'message', says: 'Nobody asked you for this visit.' }] };
    }
    return passed(known, message, asked.data);
  },
});

function passed(known: Known, message: Message, { provider, dueBy }: z.infer<typeof params>): Decision {
  const to = whoHolds(known, 'ap-leader');
  if (to === undefined || to === known.by.id) {
    return { problems: [{ field: 'message', says: 'There is no AP leader who could find somebody else.' }] };
  }
  const { instant: answeredAt } = known.now;
  const data = { provider, dueBy, stage: 'passed-on' };
  return {
    changes: [
      {
        kind: 'save',
        record: 'message',
        key: message.key,
        seen: 'any',
        values: { answer: 'Answered', answeredAt, answeredBy: known.by.id },
      },
      {
        kind: 'tell',
        key: joinKey('visit-due', provider, dueBy, 'passed-on', to),
        purpose: 'visit-due',
        to,
        by: 'Chat',
        card: 'visit-due',
        data,
        about: provider,
      },
      { kind: 'redraw', message: message.key },
    ],
    because: 'Cannot make the visit',
    about: provider,
  };
}
