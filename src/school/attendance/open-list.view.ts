import { z } from 'zod';
import { readersOf } from '../rights.ts';
import { view } from '../view.ts';
import { dayInput } from './marks.ts';
import type { OpenList } from './open-list.types.ts';
import { openRows } from './open-rows.ts';

/** What is still open at 15:30: today's gaps, and N marks by their last day (P4). */
export const openList = view({
  name: 'open-list',
  says: 'What is still open today, and the N marks by their last day.',
  params: z.strictObject({ date: dayInput }),
  roles: readersOf('follow-up'),
  needs: ['attendance', 'followUp'],
  show(seen, { date }): OpenList {
    const all = openRows(seen).filter((row) => row.date === date || row.code === 'N');
    const rows = [...all.filter((row) => row.date === date), ...all.filter((row) => row.date !== date)];
    const says = rows.length === 0 ? 'Nothing is open.' : `${rows.length} still open`;
    return { date, says, notice: says, rows };
  },
});
