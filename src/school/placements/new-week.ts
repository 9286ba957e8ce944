import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import type { Known } from '../action.ts';
import { dayInput, keyInput, timeInput } from '../attendance/marks.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import type { Save } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import { endSessions, reportedAfter, reportedSentence } from './end-sessions.ts';
import { meets } from './meets.ts';
import type { Placement } from './placement.record.ts';
import { type ScheduleSlot, scheduleSlot, sessions, weekdays } from './schedule-slot.record.ts';

/** One weekly session as it is to be. */
export const weeklyInput = z.strictObject({
  day: z.enum(weekdays, { error: () => 'The day is Monday to Friday.' }),
  session: z.enum(sessions, { error: () => 'The session is AM or PM.' }),
  weekPattern: z.enum(['Every', 'A', 'B'], { error: () => 'The weeks are Every, A or B.' }).default('Every'),
  place: scheduleSlot.fields.place.check,
  site: keyInput.optional(),
  start: timeInput,
  end: timeInput,
});

/** The week of a placement from a day on. */
export const newWeekInput = z.strictObject({
  /** First day of the new week; what was before it stays as it was. */
  from: dayInput,
  /** The whole week as it is to be from then; none: no session any more. */
  sessions: z.array(weeklyInput).max(20, 'Send at most 20 weekly sessions.'),
});

/** One weekly session as it is to be. */
export type Weekly = z.infer<typeof weeklyInput>;
/** The week of a placement from a day on. */
export type NewWeek = z.infer<typeof newWeekInput>;

/** What a new week changes: the saves, and the sessions that stay as they are. */
export interface WeekChange {
  readonly saves: readonly Save[];
  readonly kept: readonly ScheduleSlot[];
  readonly added: number;
  readonly ended: number;
}

/** What is wrong with a new week, by its fields (`from`, `sessions.0.end`); none where it may be. */
export function weekProblems(known: Known, placement: Placement, week: NewWeek): readonly Problem[] {
  return [
    ...dayProblems(known, placement, week.from),
    ...week.sessions.flatMap((each, nth) => sessionProblems(known, placement, week, each, nth)),
  ];
}

/** The saves that make the week of a placement another from a day: running sessions end the day before, new ones begin. */
export function weekChange(known: Known, placement: Placement, week: NewWeek): WeekChange {
  const running = runningFrom(known, placement.key, week.from);
  const kept = running.filter(
    (slot) => slot.validFrom <= week.from && week.sessions.some((each) => isSame(slot, each)),
  );
  const ended = endSessions(
    running.filter((slot) => !kept.includes(slot)),
    addDays(week.from, -1),
  );
  const added = week.sessions.filter((each) => !kept.some((slot) => isSame(slot, each)));
  return {
    saves: [...ended, ...added.map((each) => saveOf(known, placement.key, week.from, each))],
    kept,
    added: added.length,
    ended: ended.length,
  };
}

function runningFrom(known: Known, placement: string, from: SchoolDay): readonly ScheduleSlot[] {
  return known.records.scheduleSlot
    .by('placement', placement)
    .filter((slot) => slot.validTo === undefined || (slot.validTo >= from && slot.validTo >= slot.validFrom));
}

function dayProblems(known: Known, placement: Placement, from: SchoolDay): readonly Problem[] {
  const at = (says: string): Problem[] => [{ field: 'from', says }];
  if (placement.stage === 'Ended' || placement.stage === 'Cancelled') {
    return [{ field: 'placement', says: 'This placement has ended: its sessions stay as they were.' }];
  }
  if (from < placement.startDate) return at(`The placement starts only on ${shortDate(placement.startDate)}.`);
  if (from < known.now.today) return at('The past stays as it was: choose today or a later day.');
  const reported = reportedAfter(known, placement.key, addDays(from, -1));
  return reported > 0 ? at(reportedSentence(reported, 'Choose the day after.')) : [];
}

function sessionProblems(
  known: Known,
  placement: Placement,
  wish: NewWeek,
  each: Weekly,
  nth: number,
): readonly Problem[] {
  const at = (field: keyof Weekly, says: string): Problem[] => [{ field: `sessions.${nth}.${field}`, says }];
  if (each.end <= each.start) return at('end', `The end ${each.end} is not after the start ${each.start}.`);
  const site = each.site === undefined ? undefined : known.records.site.get(each.site);
  if (each.site !== undefined && site?.provider !== placement.provider) {
    return at('site', 'That site is not one of this provider.');
  }
  if (wish.sessions.slice(0, nth).some((other) => meets(other, each))) {
    return at('session', `${each.day} ${each.session} stands twice in the same week.`);
  }
  const clash = known.records.placement
    .by('pupil', placement.pupil)
    .filter((other) => other.key !== placement.key && other.stage !== 'Ended' && other.stage !== 'Cancelled')
    .find((other) =>
      runningFrom(known, other.key, wish.from).some((slot) => slot.place !== 'None' && meets(slot, each)),
    );
  if (!clash || each.place === 'None') return [];
  const where = known.records.provider.get(clash.provider)?.name ?? 'another provider';
  return at('session', `The pupil is at ${where} on ${each.day} ${each.session}: nobody can be expected at both.`);
}

function isSame(slot: ScheduleSlot, each: Weekly): boolean {
  const same = (['day', 'session', 'weekPattern', 'place', 'site', 'start', 'end'] as const).every(
    (field) => slot[field] === each[field],
  );
  return same && slot.validTo === undefined;
}

function saveOf(known: Known, placement: string, from: SchoolDay, each: Weekly): Save {
  const key = known.freshId('sl');
  const values = { placement, ...each, validFrom: from };
  return { kind: 'save', record: 'scheduleSlot', key, seen: null, values };
}
