import { choice, instant, json, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Where the bot can reach a person or a channel: the reference Teams gave when the app was installed there. */
export const conversation = record({
  name: 'conversation',
  list: 'AP Conversations',
  label: 'Conversation',
  says: 'Where the bot can reach a person or channel; refreshed whenever they write.',
  keyOf: 'Entra object id of the person, or the channel id',
  retention: 'app',
  area: 'config',
  mirror: 'whole',
  fields: {
    kind: choice('Kind', ['personal', 'channel'], { required: true }),
    name: text('Name', {}),
    reference: json('Reference'),
    seenAt: instant('Seen at', {}),
  },
});

/** A conversation as kept. */
export type Conversation = RecordOf<typeof conversation>;
