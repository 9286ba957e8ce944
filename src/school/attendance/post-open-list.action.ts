import { z } from 'zod';
import { action } from '../action.ts';
import type { Change } from '../change.ts';
import { holdersOf } from '../roles.ts';
import { askedSessions } from './asked.ts';

/** At 15:30 the officer and the AP leader get the list of what is still open, once a day (P4). */
export const postOpenList = action({
  name: 'post-open-list',
  says: 'Send the list of what is still open.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs: ['message', 'roleAssignment', 'calendarEntry'],
  decide(known) {
    const { today, time } = known.now;
    const asked = known.calendar.isSchoolDay(today) || askedSessions(known, today).some((held) => held.expected);
    if (time < known.policy.openList || !asked) return { changes: [], because: 'Not yet.' };
    const changes = (['attendance-officer', 'ap-leader'] as const).flatMap((role): Change[] => {
      const to = holdersOf(known.records.roleAssignment, role, today)[0];
      const key = role === 'ap-leader' ? `open-list|${today}|ap-leader` : `open-list|${today}`;
      if (!to || known.records.message.get(key)) return [];
      return [
        {
          kind: 'tell',
          key,
          purpose: 'open-list',
          to: to.person,
          by: 'Chat',
          card: 'open-list',
          data: { date: today },
          about: today,
        },
      ];
    });
    return { changes, because: 'Still open', about: today };
  },
});
