import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, timeInput } from '../attendance/marks.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import type { Save } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import { endSessions, reportedAfter, reportedSentence } from './end-sessions.ts';
import { meets } from './meets.ts';
import type { Placement } from './placement.record.ts';
import { type ScheduleSlot, scheduleSlot, sessions, weekdays } from './schedule-slot.record.ts';

const weekly = z.strictObject({
  day: z.enum(weekdays, { error: () => 'The day is Monday to Friday.' }),
  session: z.enum(sessions, { error: () => 'The session is AM or PM.' }),
  weekPattern: z.enum(['Every', 'A', 'B'], { error: () => 'The weeks are Every, A or B.' }).default('Every'),
  place: scheduleSlot.fields.place.check,
  site: keyInput.optional(),
  start: timeInput,
  end: timeInput,
});

const input = z.strictObject({
  placement: keyInput,
  /** First day of the new week; what was before it stays as it was. */
  from: dayInput,
  /** The whole week as it is to be from then; none: no session any more. */
  sessions: z.array(weekly).max(20, 'Send at most 20 weekly sessions.'),
});

type Change = z.infer<typeof input>;
type Weekly = Change['sessions'][number];

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
  const problems = [
    ...dayProblems(known, placement, wish.from),
    ...wish.sessions.flatMap((each, nth) => sessionProblems(known, placement, wish, each, nth)),
  ];
  if (problems.length > 0) return { problems };
  const running = runningFrom(known, placement.key, wish.from);
  const kept = running.filter(
    (slot) => slot.validFrom <= wish.from && wish.sessions.some((each) => isSame(slot, each)),
  );
  const ended = endSessions(
    running.filter((slot) => !kept.includes(slot)),
    addDays(wish.from, -1),
  );
  const added = wish.sessions.filter((each) => !kept.some((slot) => isSame(slot, each)));
  return {
    changes: [...ended, ...added.map((each) => saveOf(known, wish, each))],
    unchanged: kept.map((slot) => ({ about: slot.key, outcome: 'unchanged', version: slot.version })),
    because: `Weekly sessions from ${shortDate(wish.from)}: ${added.length} new, ${ended.length} ended, ${kept.length} kept`,
    about: placement.pupil,
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
  wish: Change,
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

function saveOf(known: Known, wish: Change, each: Weekly): Save {
  const key = known.freshId('sl');
  const values = { placement: wish.placement, ...each, validFrom: wish.from };
  return { kind: 'save', record: 'scheduleSlot', key, seen: null, values };
}
