import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { action, type Known } from '../action.ts';
import type { Change, ChangeResult } from '../change.ts';
import { afterMark, redrawRound } from './after-mark.ts';
import { dayTrouble } from './asked.ts';
import { providerStatuses } from './attendance.record.ts';
import { checkMark } from './check-mark.ts';
import { dayInput, keyInput, lineInput, roundOf, sessionInput, timeInput } from './marks.ts';
import { saveMark } from './save-mark.ts';

const mark = z.strictObject({
  placement: keyInput,
  status: z.enum(providerStatuses, { error: () => `Choose one of: ${providerStatuses.join(', ')}.` }),
  time: timeInput.optional(),
  reason: lineInput.optional(),
  note: z.string().max(4000, 'Keep the note under 4,000 characters.').optional(),
  /** Version of the mark that the person saw; `null` or absent: there was none. */
  seen: z.string().nullable().optional(),
  /** Why an earlier mark is changed, or why this one is entered after the day. */
  amend: lineInput.optional(),
});

/** One mark as somebody enters it. */
export type Mark = z.infer<typeof mark>;

const input = z.strictObject({
  date: dayInput,
  session: sessionInput,
  marks: z.array(mark).min(1, 'There is no mark to save.').max(200, 'Save at most 200 marks at once.'),
});

/** What record-attendance takes: design.md 7. */
export type RecordAttendance = z.infer<typeof input>;

/** The officer says what the provider said. Nothing is saved where one mark has a problem; nobody becomes present by silence. */
export const recordAttendance = action({
  name: 'record-attendance',
  says: 'Say who arrived, who was late and who is absent, for one session.',
  input,
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['attendance', 'followUp', 'placement', 'scheduleSlot', 'calendarEntry', 'message'],
  decide(known, wish) {
    const problems = [...dayProblems(known, wish), ...wish.marks.flatMap((each, i) => checkMark(known, wish, each, i))];
    if (problems.length > 0) return { problems };
    const changes: Change[] = [];
    const unchanged: ChangeResult[] = [];
    const claimed = new Set<string>();
    for (const each of wish.marks) {
      const saved = saveMark(known, wish, each, claimed);
      if (saved.kind === 'save') claimed.add(saved.save.values.registerKey ?? saved.save.key);
      if (saved.kind === 'unchanged') unchanged.push(saved.result);
      if (saved.kind === 'save') changes.push(saved.save);
      if (saved.kind === 'save' && saved.current) changes.push(...afterMark(known, saved.held, each));
    }
    const round = roundOf(wish.date, wish.session);
    if (changes.length > 0) changes.push(...redrawRound(known, round));
    return { changes, unchanged, because: `${wish.marks.length} reported for ${round}`, about: round };
  },
});

function dayProblems(known: Known, wish: RecordAttendance): Problem[] {
  const { date } = wish;
  if (date > known.now.today) return [{ field: 'date', says: 'That day has not come yet.' }];
  const trouble = dayTrouble(known, date, wish.session);
  if (trouble) return [{ field: 'date', says: `${trouble} Nobody is expected.` }];
  return lateProblem(known, date);
}

/** Entered after the fifth school day: only by the AP leader (domain.md 14.9). */
function lateProblem(known: Known, date: string): Problem[] {
  if (date === known.now.today || known.via === 'Import' || known.via === 'Scenario') return [];
  const days = known.calendar.schoolDaysBetween(date, known.now.today);
  const limit = known.policy.lateEntrySchoolDays;
  if (typeof days !== 'number' || days <= limit || known.by.roles.includes('ap-leader')) return [];
  return [
    { field: 'date', says: `That is more than ${limit} school days ago. Only the AP leader may enter or change it.` },
  ];
}
