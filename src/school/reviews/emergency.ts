import { joinKey } from '../../schema/record.ts';
import type { Known } from '../action.ts';
import type { Save } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';

/** The key of the emergency review of a placement after a concern on a day: one a day, however often it is called. */
export function emergencyKey(placement: string, on: SchoolDay): string {
  return joinKey(placement, on, 'emergency');
}

/** The save that calls an emergency review for the day of a concern (D9); none where it is called already. */
export function emergencySaves(
  known: Pick<Known, 'records'>,
  placement: Placement,
  { on, reference }: { readonly on: SchoolDay; readonly reference?: string },
): readonly Save[] {
  const key = emergencyKey(placement.key, on);
  if (known.records.review.get(key)) return [];
  const values = {
    placement: placement.key,
    pupil: placement.pupil,
    kind: 'Emergency',
    stage: 'Planned',
    dueBy: on,
    calledOn: on,
    concernReference: reference,
    online: false,
  } as const;
  return [{ kind: 'save', record: 'review', key, seen: null, values }];
}
