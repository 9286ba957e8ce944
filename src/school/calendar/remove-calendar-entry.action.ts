import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import { counts } from './calendar-entry.record.ts';
import { changedWords } from './changed-words.ts';
import { shortDate } from './dates.ts';
import { markedDaysProblem, redrawToday } from './touched-marks.ts';

const input = z.strictObject({
  entry: keyInput,
  why: lineInput.min(1, 'Say why it is taken away.'),
  seen: z.string(),
  /** Said after the marked days were read: their marks stay as they are. */
  marksStay: z.boolean({ error: () => 'Say yes or no.' }).optional(),
});

/** An entry that was wrong is taken away: it counts no more, and stays in the list with who took it away and why. */
export const removeCalendarEntry = action<z.infer<typeof input>>({
  name: 'remove-calendar-entry',
  says: 'Take a wrong entry out of the calendar; it is kept as withdrawn.',
  input,
  roles: ['ap-leader', 'head'],
  needs: ['calendarEntry', 'attendance', 'placement', 'scheduleSlot', 'message', 'setting'],
  decide(known, { entry, why, seen, marksStay = false }) {
    const all = known.records.calendarEntry.all();
    const stands = known.records.calendarEntry.get(entry);
    if (!stands) return { problems: [{ field: 'entry', says: 'This entry is not in the calendar.' }] };
    if (!counts(stands)) {
      const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because: 'Taken away already.', about: stands.key };
    }
    if (stands.version !== seen) return { problems: [{ field: 'seen', says: changedWords(stands) }] };
    const change = { before: all, after: all.filter((one) => one !== stands), from: stands.firstDay };
    const marked = markedDaysProblem(known, change, marksStay);
    if (marked) return { problems: [marked] };
    return {
      changes: [
        {
          kind: 'save',
          record: 'calendarEntry',
          key: stands.key,
          seen,
          values: { state: 'Withdrawn', why, changedByName: known.by.name, changedAt: known.now.instant },
        },
        ...redrawToday(known, change),
      ],
      because: `${stands.name} taken away: ${shortDate(stands.firstDay)}. ${why}`.slice(0, 255),
      about: stands.key,
    };
  },
});
