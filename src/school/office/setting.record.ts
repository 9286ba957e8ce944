import { instant, json, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** One setting of the school, such as the policy edition or where the attendance card goes. */
export const setting = record({
  name: 'setting',
  list: 'AP Settings',
  label: 'Setting',
  says: 'One setting of the school: policy numbers, round times, channel, organiser mailbox.',
  keyOf: 'the name of the setting',
  retention: 'app',
  area: 'config',
  mirror: 'whole',
  fields: {
    value: json('Value'),
    changedBy: text('Changed by', {}),
    changedAt: instant('Changed at', {}),
  },
});

/** A setting as kept. */
export type Setting = RecordOf<typeof setting>;
