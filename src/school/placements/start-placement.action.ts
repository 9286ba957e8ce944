import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { placementAt } from './placement-at.ts';
import { gatesOf } from './placement-not-ready.rule.ts';
import { waitsToStart } from './stages.ts';

const input = z.strictObject({ placement: keyInput });

/** A placement becomes active: its sessions are expected from its first day. Refused by the findings that stand on the board (domain.md 10.1). */
export const startPlacement = action<z.infer<typeof input>>({
  name: 'start-placement',
  says: 'Start a placement, once nothing stands in the way.',
  input,
  roles: ['ap-leader'],
  needs: ['placement', 'scheduleSlot', 'pupil', 'provider', 'contact'],
  decide(known, { placement: key }) {
    const stands = known.records.placement.get(key);
    if (!stands) return { problems: [{ field: 'placement', says: 'There is no such placement.' }] };
    if (stands.stage === 'Active') {
      const unchanged = [{ about: key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because: 'Started already.', about: stands.pupil };
    }
    if (!waitsToStart(stands)) {
      return { problems: [{ field: 'placement', says: 'A placement that has ended does not start again.' }] };
    }
    const refused = gatesOf(known, stands);
    if (refused.length > 0) return { refused };
    return {
      changes: [{ kind: 'save', record: 'placement', key, seen: stands.version, values: { stage: 'Active' } }],
      because: `${placementAt(known, stands)} started`,
      about: stands.pupil,
    };
  },
});
