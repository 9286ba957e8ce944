import type { Problem } from '../../schema/parse.ts';
import type { Known } from '../action.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Save } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import { endSessions, reportedAfter, reportedSentence } from './end-sessions.ts';
import type { Placement } from './placement.record.ts';

/** What keeps a placement from ending after a day, at the field `lastDay`; none where it may. */
export function endProblems(known: Known, placement: Placement, lastDay: SchoolDay): readonly Problem[] {
  if (placement.stage === 'Cancelled') return [{ field: 'placement', says: 'The placement was cancelled.' }];
  if (lastDay < placement.startDate) {
    const says = `The placement starts on ${shortDate(placement.startDate)}: choose that day or a later one, or cancel it.`;
    return [{ field: 'lastDay', says }];
  }
  const reported = reportedAfter(known, placement.key, lastDay);
  if (reported === 0) return [];
  const says = reportedSentence(reported, 'Choose a later last day, or change those marks first.');
  return [{ field: 'lastDay', says }];
}

/** The saves that end a placement after its last day, and its weekly sessions with it; `seen` is the placement's version. */
export function endChanges(
  known: Known,
  placement: Placement,
  end: { readonly lastDay: SchoolDay; readonly endReason: string; readonly seen: string },
): readonly Save[] {
  return [
    {
      kind: 'save',
      record: 'placement',
      key: placement.key,
      seen: end.seen,
      values: { stage: 'Ended', actualEnd: end.lastDay, endReason: end.endReason },
    },
    ...endSessions(known.records.scheduleSlot.by('placement', placement.key), end.lastDay),
  ];
}
