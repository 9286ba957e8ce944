import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';

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
    return {
      changes: [
        {
          kind: 'save',
          record: 'setting',
          key: 'school',
          seen: known.records.setting.get('school')?.version ?? null,
          values: {
            value: { ...known.settings, attendanceChannel: channel },
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
