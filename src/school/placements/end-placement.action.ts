import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { endReasons } from './end-reasons.ts';
import { endChanges, endProblems } from './ending.ts';
import { placementAt } from './placement-at.ts';

const input = z.strictObject({
  placement: keyInput,
  /** Last day of the placement, included. */
  lastDay: dayInput,
  reason: z.enum(endReasons, { error: () => `The reason is one of: ${endReasons.join(', ')}.` }),
  note: lineInput.optional(),
  seen: z.string(),
});

type Ending = z.infer<typeof input>;

/** A placement ends after its last day, and its weekly sessions with it; what was reported stays. */
export const endPlacement = action<Ending>({
  name: 'end-placement',
  says: 'End a placement after its last day, and its weekly sessions with it.',
  input,
  roles: ['ap-leader'],
  needs: ['placement', 'scheduleSlot', 'attendance'],
  decide,
});

function decide(known: Known, wish: Ending): Decision {
  const stands = known.records.placement.get(wish.placement);
  if (!stands) return { problems: [{ field: 'placement', says: 'There is no such placement.' }] };
  const about = stands.pupil;
  if (stands.stage === 'Ended' && stands.actualEnd === wish.lastDay) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'Ended already.', about };
  }
  const problems = endProblems(known, stands, wish.lastDay);
  if (problems.length > 0) return { problems };
  const endReason = [wish.reason, wish.note].filter(Boolean).join(': ').slice(0, 255);
  return {
    changes: endChanges(known, stands, { lastDay: wish.lastDay, endReason, seen: wish.seen }),
    because: `${placementAt(known, stands)} ends on ${shortDate(wish.lastDay)}`,
    about,
  };
}
