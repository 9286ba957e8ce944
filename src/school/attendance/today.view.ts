import { z } from 'zod';
import { isSchoolDay } from '../../schema/parse.ts';
import { view } from '../view.ts';
import { todayFor } from './today.ts';
import type { Today } from './today.types.ts';

export type * from './today.types.ts';

const params = z.object({ date: z.string().refine(isSchoolDay, 'date must be a date like 2026-11-24.').optional() });

/** Who is not where they should be (clause 4.5): the day's register by provider. */
export const today = view<z.infer<typeof params>, Today>({
  name: 'today',
  says: "The day's sessions by provider: who is expected, who arrived, who is not located.",
  params,
  roles: [
    'attendance-officer',
    'ap-leader',
    'dsl',
    'deputy-dsl',
    'head',
    'senco',
    'designated-teacher',
    'tutor',
    'visitor',
  ],
  needs: ['attendance', 'placement', 'scheduleSlot', 'pupil', 'provider', 'site', 'followUp', 'calendarEntry'],
  show: (seen, { date }) => todayFor(seen, date ?? seen.now.today),
});
