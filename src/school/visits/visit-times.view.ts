import { z } from 'zod';
import { isTimeOfDay } from '../../schema/parse.ts';
import { dayInput, keyInput } from '../attendance/marks.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import type { SchoolDay, TimeOfDay } from '../moment.ts';
import { sessions } from '../placements/schedule-slot.record.ts';
import { occupiedBy } from '../reviews/occupied.ts';
import {
  addTouching,
  addWithin,
  listStarts,
  noStarts,
  type Starts,
  type Stretch,
  takeAway,
} from '../reviews/planner/starts.ts';
import { minutesOf, timeOf } from '../reviews/planner/time-of-day.ts';
import { dayOf } from '../reviews/slot.ts';
import { type Seen, view } from '../view.ts';
import { mailOf } from './asked-to-visit.ts';
import { clashOf, visitsOf } from './visit-clash.ts';
import type { FreeTime, VisitTimes } from './visits.types.ts';
import { leadsVisits, ownVisitors, staffOn } from './who-visits.ts';

const timeParam = z.string().refine(isTimeOfDay, 'Give a time like 14:00.').optional();

const params = z.strictObject({
  provider: keyInput,
  /** Entra object id of who would go. */
  visitor: keyInput,
  /** The visit that is being moved: its own appointment takes nobody's time. */
  visit: keyInput.optional(),
  /** Absent: from tomorrow on. */
  day: dayInput.optional(),
  start: timeParam,
  end: timeParam,
});

type Asked = z.infer<typeof params>;

/** Calendar days that are looked at from the day asked about, and times that are proposed. */
const daysLookedAt = 14;
const proposed = 3;
/** Starts are proposed a quarter of an hour apart. */
const slotMinutes = 15;

/** Whether who would go is free then, and when they are (clause 8.1): their calendar, our reviews and visits, the provider's days. */
export const visitTimes = view({
  name: 'visit-times',
  says: 'Whether somebody is free for a visit at a time, and the next times at which they are.',
  params,
  roles: ['ap-leader', ...ownVisitors],
  needs: ['visit', 'provider', 'review', 'invitee', 'contact', 'roleAssignment', 'calendarEntry', 'journalEntry'],
  calendars(seen, asked) {
    const mail = mayAsk(seen, asked) ? mailOf(seen, asked.visitor, seen.now.today) : undefined;
    const from = firstDay(seen, asked);
    return mail === undefined ? undefined : { mailboxes: [mail], from, to: addDays(from, daysLookedAt) };
  },
  show(seen, asked): VisitTimes {
    if (!mayAsk(seen, asked)) return { free: [], clash: false };
    const name = staffOn(seen, seen.now.today).find(({ person }) => person === asked.visitor)?.name ?? 'Who goes there';
    const unread = seen.busy?.has(mailOf(seen, asked.visitor, seen.now.today) ?? '') !== true;
    return { ...then(seen, asked, name, unread), free: freeTimes(seen, asked) };
  },
});

/** The AP leader asks about everybody, others about themselves. */
function mayAsk({ by }: Seen, { visitor }: Asked): boolean {
  return leadsVisits(by) || visitor === by.id;
}

function firstDay({ now }: Seen, { day }: Asked): SchoolDay {
  return day !== undefined && day >= now.today ? day : addDays(now.today, 1);
}

/** How the time that was typed suits. */
function then(seen: Seen, asked: Asked, name: string, unread: boolean): Omit<VisitTimes, 'free'> {
  const { day, start, visitor, visit } = asked;
  const ask = `The calendar of ${name} could not be read: ask whether the time suits.`;
  if (day === undefined || start === undefined) return { clash: false, ...(unread ? { says: ask } : {}) };
  const end = timeOf(Math.min(minutesOf(start) + lengthOf(seen, asked), 23 * 60 + 59));
  const own = clashOf(seen, { plannedFor: day, start, end, visitor }, visit);
  if (own) return { clash: true, says: `${name} ${own}` };
  const taken = busyOn(seen, asked, day).find((one) => start < timeOf(one.end) && timeOf(one.start) < end);
  if (taken) {
    return { clash: true, says: `${name} has something else from ${timeOf(taken.start)} to ${timeOf(taken.end)}.` };
  }
  return unread ? { clash: false, says: ask } : { clash: false, says: `${name} is free then.` };
}

function lengthOf({ policy }: Seen, { start, end }: Asked): number {
  const said = start !== undefined && end !== undefined ? minutesOf(end) - minutesOf(start) : 0;
  return said > 0 ? said : policy.visitMinutes;
}

/** The next free times: of the day asked about its first in the morning and in the afternoon, else one of each day that follows. */
function freeTimes(seen: Seen, asked: Asked): readonly FreeTime[] {
  const from = firstDay(seen, asked);
  const minutes = lengthOf(seen, asked);
  const found: FreeTime[] = [];
  for (let day = from; day <= addDays(from, daysLookedAt) && found.length < proposed; day = addDays(day, 1)) {
    const starts = listStarts(freeStarts(seen, asked, day, minutes)).map((n) => n * slotMinutes);
    const midday = minutesOf(seen.policy.morningEnds);
    const halves = [starts.find((start) => start < midday), starts.find((start) => start >= midday)];
    const ofDay = halves.flatMap((start) => (start === undefined ? [] : [start]));
    found.push(...ofDay.slice(0, day === asked.day ? 2 : 1).map((start) => freeTime(day, start, minutes)));
  }
  return found.slice(0, proposed);
}

function freeTime(day: SchoolDay, from: number, minutes: number): FreeTime {
  const [start, end]: readonly TimeOfDay[] = [timeOf(from), timeOf(from + minutes)];
  return { day, start: start ?? '', end: end ?? '', says: `${shortDate(day)}, ${start} to ${end}` };
}

/** The starts of a school day at which the provider is open and who goes is free, with the way there and back. */
function freeStarts(seen: Seen, asked: Asked, day: SchoolDay, minutes: number): Starts {
  const { calendar, policy, now } = seen;
  const starts = noStarts(slotMinutes);
  if (!calendar.isSchoolDay(day)) return starts;
  const hours = { start: minutesOf(policy.meetingsFrom), end: minutesOf(policy.meetingsUntil) };
  addWithin(starts, hours, minutes, slotMinutes);
  const taken = noStarts(slotMinutes);
  const midday = minutesOf(policy.morningEnds);
  for (const session of sessions) {
    if (!calendar.providerClosed(asked.provider, day, session)) continue;
    addTouching(
      taken,
      session === 'AM' ? { start: 0, end: midday } : { start: midday, end: 1440 },
      minutes,
      slotMinutes,
    );
  }
  if (day === now.today) addTouching(taken, { start: 0, end: minutesOf(now.time) + 1 }, minutes, slotMinutes);
  const way = policy.meetingTravelMinutes;
  for (const { start, end } of [...busyOn(seen, asked, day), ...heldOn(seen, asked, day)]) {
    addTouching(taken, { start: start - way, end: end + way }, minutes, slotMinutes);
  }
  takeAway(starts, taken);
  return starts;
}

/** What the calendar of who would go holds on a day, without the visit that is being moved. */
function busyOn(seen: Seen, { visitor, visit }: Asked, day: SchoolDay): readonly Stretch[] {
  const own = visit === undefined ? undefined : seen.records.visit.get(visit);
  const held = seen.busy?.get(mailOf(seen, visitor, seen.now.today) ?? '') ?? [];
  return held
    .filter((one) => one.day === day)
    .filter((one) => own?.plannedFor !== day || own.start !== one.start || own.end !== one.end)
    .map(({ start, end }) => ({ start: minutesOf(start), end: minutesOf(end) }));
}

/** The reviews and visits of who would go, from our own records: they may not have reached a calendar yet. */
function heldOn({ records }: Seen, { visitor, visit }: Asked, day: SchoolDay): readonly Stretch[] {
  const reviews = occupiedBy(records).filter((one) => one.people.has(visitor) && dayOf(one.start) === day);
  const visits = visitsOf(records, visitor).filter((one) => one.key !== visit && one.plannedFor === day);
  return [
    ...reviews.map(({ start, end }) => ({ start: minutesOf(start.slice(11)), end: minutesOf(end.slice(11)) })),
    ...visits.flatMap(({ start, end }) => (start && end ? [{ start: minutesOf(start), end: minutesOf(end) }] : [])),
  ];
}
