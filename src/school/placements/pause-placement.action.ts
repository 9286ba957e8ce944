import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput } from '../attendance/marks.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import { reportedAfter, reportedSentence } from './end-sessions.ts';
import { placementAt } from './placement-at.ts';

const input = z.strictObject({
  placement: keyInput,
  from: dayInput,
  /** Last day of the pause; absent: until further notice. */
  to: dayInput.optional(),
  seen: z.string(),
});

type Pause = z.infer<typeof input>;

/** Nobody is expected for a time; reviews go on falling due, as a paused placement counts as active (D7). */
export const pausePlacement = action<Pause>({
  name: 'pause-placement',
  says: 'Pause a placement between two days, or until further notice.',
  input,
  roles: ['ap-leader'],
  needs: ['placement', 'attendance'],
  decide,
});

function decide(known: Known, { placement, from, to, seen }: Pause): Decision {
  const stands = known.records.placement.get(placement);
  if (!stands) return { problems: [{ field: 'placement', says: 'There is no such placement.' }] };
  if (stands.stage !== 'Active' && stands.stage !== 'Paused') {
    return { problems: [{ field: 'placement', says: 'Only a running placement can be paused.' }] };
  }
  if (stands.pausedFrom === from && stands.pausedTo === to) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'Paused already.', about: stands.pupil };
  }
  if (from < stands.startDate) {
    return { problems: [{ field: 'from', says: `The placement starts only on ${shortDate(stands.startDate)}.` }] };
  }
  if (to !== undefined && to < from) {
    return { problems: [{ field: 'to', says: 'The last day of the pause is before its first.' }] };
  }
  const reported = reportedAfter(known, placement, addDays(from, -1), to);
  if (reported > 0) {
    return {
      problems: [
        { field: 'from', says: reportedSentence(reported, 'Choose other days, or change those marks first.') },
      ],
    };
  }
  return {
    changes: [{ kind: 'save', record: 'placement', key: stands.key, seen, values: { pausedFrom: from, pausedTo: to } }],
    because: `${placementAt(known, stands)} paused from ${shortDate(from)}${to ? ` to ${shortDate(to)}` : ''}`,
    about: stands.pupil,
  };
}
