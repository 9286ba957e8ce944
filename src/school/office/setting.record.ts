import { choice, instant, json, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** One setting of the school, such as the policy edition or where the attendance card goes. */
export const setting = record({
  name: 'setting',
  list: 'AP Settings',
  label: 'Setting',
  says: 'One setting of the school: policy numbers, round times, channel, organiser mailbox.',
  keyOf: 'the name of the setting, or setting|name|number of the change',
  retention: 'app',
  area: 'config',
  mirror: 'whole',
  fields: {
    value: json('Value'),
    changedBy: text('Changed by', {}),
    changedAt: instant('Changed at', {}),
    name: text('Setting changed', { indexed: true, hint: 'Such as confirmMinutes; each change is a row of its own' }),
    validFrom: schoolDay('Valid from', { hint: 'First day on which the value counts' }),
    state: choice('State', ['Active', 'WaitsForHead', 'Withdrawn'], {}),
    why: text('Why', {}),
    changedByName: text('Changed by (name)', {}),
    agreedByName: text('Agreed by (name)', {}),
    agreedAt: instant('Agreed at', {}),
  },
});

/** A setting as kept. */
export type Setting = RecordOf<typeof setting>;
