import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { placementAt } from './placement-at.ts';
import { waitsToStart } from './stages.ts';

const input = z.strictObject({ placement: keyInput, seen: z.string() });

/** The head approves a placement before it starts (domain.md 10.2). */
export const approvePlacement = action<z.infer<typeof input>>({
  name: 'approve-placement',
  says: 'Approve a placement before it starts.',
  input,
  roles: ['head'],
  needs: ['placement'],
  decide(known, { placement: key, seen }) {
    const stands = known.records.placement.get(key);
    if (!stands) return { problems: [{ field: 'placement', says: 'There is no such placement.' }] };
    if (stands.stage === 'Approved') {
      const unchanged = [{ about: key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because: 'Approved already.', about: stands.pupil };
    }
    if (!waitsToStart(stands)) {
      return { problems: [{ field: 'placement', says: 'Only a placement that has not started is approved.' }] };
    }
    return {
      changes: [{ kind: 'save', record: 'placement', key, seen, values: { stage: 'Approved' } }],
      because: `${placementAt(known, stands)} approved by the head`,
      about: stands.pupil,
    };
  },
});
