import { z } from 'zod';
import { readersOf } from '../rights.ts';
import { view } from '../view.ts';
import type { Unsettled } from './open-list.types.ts';
import { openRows } from './open-rows.ts';

/** Every unsettled mark, the nearest deadline first (D1; reg 10). */
export const unsettled = view({
  name: 'unsettled',
  says: 'Marks that are not settled, the nearest deadline first.',
  params: z.strictObject({}),
  roles: readersOf('attendance'),
  needs: ['attendance', 'followUp'],
  show(seen): Unsettled {
    const rows = openRows(seen);
    return {
      says: rows.length === 0 ? 'Everything is settled.' : `${rows.length} not settled`,
      rows,
      may: { settle: seen.by.roles.some((role) => role === 'attendance-officer' || role === 'ap-leader') },
    };
  },
});
