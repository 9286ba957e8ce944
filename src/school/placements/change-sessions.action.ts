import type { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { newWeekInput, weekChange, weekProblems } from './new-week.ts';
import { placementAt } from './placement-at.ts';

const input = newWeekInput.extend({ placement: keyInput });

type Change = z.infer<typeof input>;

/** The week of a placement is another from a date: running sessions end the day before, new ones begin, the past is not touched. */
export const changeSessions = action<Change>({
  name: 'change-sessions',
  says: 'Change the weekly sessions of a placement from a date on; what was before stays.',
  input,
  roles: ['ap-leader'],
  needs: ['placement', 'scheduleSlot', 'site', 'attendance'],
  decide,
});

function decide(known: Known, wish: Change): Decision {
  const placement = known.records.placement.get(wish.placement);
  if (!placement) return { problems: [{ field: 'placement', says: 'There is no such placement.' }] };
  const problems = weekProblems(known, placement, wish);
  if (problems.length > 0) return { problems };
  const { saves, kept, added, ended } = weekChange(known, placement, wish);
  return {
    changes: saves,
    unchanged: kept.map((slot) => ({ about: slot.key, outcome: 'unchanged', version: slot.version })),
    because: `${placementAt(known, placement)}, weekly sessions from ${shortDate(wish.from)}: ${added} new, ${ended} ended, ${kept.length} kept`,
    about: placement.pupil,
  };
}
