import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { endSessions, reportedAfter, reportedSentence } from './end-sessions.ts';

/** Reasons for which a placement ends (domain.md 10, PLC). */
export const endReasons = [
  'ObjectivesMet',
  'Reintegrated',
  'MovedSpecialist',
  'MovedSchool',
  'ProviderEnded',
  'SafeguardingStop',
  'Unsuitable',
  'Attendance',
  'ParentWithdrew',
  'LeftRoll',
  'Other',
] as const;

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
  if (stands.stage === 'Cancelled') return { problems: [{ field: 'placement', says: 'The placement was cancelled.' }] };
  if (wish.lastDay < stands.startDate) {
    const says = `The placement starts on ${shortDate(stands.startDate)}: choose that day or a later one, or cancel it.`;
    return { problems: [{ field: 'lastDay', says }] };
  }
  const reported = reportedAfter(known, stands.key, wish.lastDay);
  if (reported > 0) {
    return {
      problems: [
        { field: 'lastDay', says: reportedSentence(reported, 'Choose a later last day, or change those marks first.') },
      ],
    };
  }
  const endReason = [wish.reason, wish.note].filter(Boolean).join(': ').slice(0, 255);
  return {
    changes: [
      {
        kind: 'save',
        record: 'placement',
        key: stands.key,
        seen: wish.seen,
        values: { stage: 'Ended', actualEnd: wish.lastDay, endReason },
      },
      ...endSessions(known.records.scheduleSlot.by('placement', stands.key), wish.lastDay),
    ],
    because: `Placement ends on ${shortDate(wish.lastDay)}`,
    about,
  };
}
