import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Change } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import { endSessions, reportedAfter, reportedSentence } from '../placements/end-sessions.ts';
import type { Placement } from '../placements/placement.record.ts';

const input = z.strictObject({
  pupil: keyInput,
  /** Last day on roll, included. */
  lastDay: dayInput,
  seen: z.string(),
});

type Leaving = z.infer<typeof input>;

/** A pupil leaves the roll: placements and weekly sessions end with the last day, records are kept, nobody is asked any more (domain.md 14.4). */
export const takeOffRoll = action<Leaving>({
  name: 'take-off-roll',
  says: 'Take a pupil off roll: placements and weekly sessions end with the last day, records stay.',
  input,
  roles: ['ap-leader'],
  needs: ['pupil', 'placement', 'scheduleSlot', 'attendance'],
  decide,
});

function decide(known: Known, { pupil: key, lastDay, seen }: Leaving): Decision {
  const pupil = known.records.pupil.get(key);
  if (!pupil) return { problems: [{ field: 'pupil', says: 'There is no such pupil.' }] };
  if (pupil.onRollTo === lastDay) {
    const unchanged = [{ about: key, outcome: 'unchanged' as const, version: pupil.version }];
    return { changes: [], unchanged, because: 'Off roll already.', about: key };
  }
  if (lastDay < pupil.onRollFrom) {
    return { problems: [{ field: 'lastDay', says: `The pupil is on roll only from ${shortDate(pupil.onRollFrom)}.` }] };
  }
  const open = known.records.placement
    .by('pupil', key)
    .filter((held) => held.stage !== 'Cancelled' && (held.stage !== 'Ended' || (held.actualEnd ?? '') > lastDay));
  const reported = open.reduce((sum, held) => sum + reportedAfter(known, held.key, lastDay), 0);
  if (reported > 0) {
    return {
      problems: [
        { field: 'lastDay', says: reportedSentence(reported, 'Choose a later last day, or change those marks first.') },
      ],
    };
  }
  return {
    changes: [
      { kind: 'save', record: 'pupil', key, seen, values: { onRollTo: lastDay } },
      ...open.flatMap((held) => ended(known, held, lastDay)),
    ],
    because: `Off roll after ${shortDate(lastDay)}; ${open.length === 1 ? '1 placement ends' : `${open.length} placements end`}`,
    about: key,
  };
}

function ended(known: Known, held: Placement, lastDay: SchoolDay): readonly Change[] {
  const begun = held.startDate <= lastDay;
  return [
    {
      kind: 'save',
      record: 'placement',
      key: held.key,
      seen: held.version,
      values: begun
        ? { stage: 'Ended', actualEnd: lastDay, endReason: 'LeftRoll' }
        : { stage: 'Cancelled', endReason: 'LeftRoll' },
    },
    ...endSessions(known.records.scheduleSlot.by('placement', held.key), lastDay),
  ];
}
