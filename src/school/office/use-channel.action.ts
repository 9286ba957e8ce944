import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { settingsFrom } from './policy-edition.ts';

/** The AP leader says in which channel the register cards go. */
export const useChannel = action({
  name: 'use-channel',
  says: 'Post the register cards in this channel.',
  input: z.strictObject({ channel: keyInput }),
  roles: ['ap-leader'],
  needs: ['setting'],
  decide(known, { channel }) {
    if (known.settings.attendanceChannel === channel)
      return { changes: [], because: 'This channel is in use already.' };
    const school = known.records.setting.get('school');
    return {
      changes: [
        {
          kind: 'save',
          record: 'setting',
          key: 'school',
          seen: school?.version ?? null,
          values: {
            // What was set up at the start, without the changes since: those have rows of their own.
            value: { ...settingsFrom(school?.value), attendanceChannel: channel },
            changedBy: known.by.id,
            changedAt: known.now.instant,
          },
        },
      ],
      because: 'Register cards go here',
      about: 'school',
    };
  },
});
