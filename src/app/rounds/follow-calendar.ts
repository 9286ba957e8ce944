import { addDays } from '../../school/calendar/dates.ts';
import { momentOf, type SchoolDay } from '../../school/moment.ts';
import { factsOf } from '../facts.ts';
import { perform } from '../perform.ts';
import type { Diary, HeldMeeting, School, World } from '../ports.ts';

/** Looks at calendars for what was changed there by hand. */
export type CalendarWatch = (world: World, school: School) => Promise<void>;

/**
 * A watch that asks each organiser's calendar, per half term in which meetings stand, only for what has changed since its last
 * look. What it has seen is kept in memory: a new server looks at all of it once, which does no harm.
 */
export function watchCalendars(): CalendarWatch {
  const tokens = new Map<string, string>();
  return async (world, school) => {
    const { diary } = world;
    if (!diary) return;
    const { today } = momentOf(world.clock.now());
    for (const window of windowsOf(school, today)) {
      const name = [school.key, window.organiser, window.from, window.to].join('|');
      const { token, ...seen } = await look(diary, school, window, tokens.get(name));
      if (seen.meetings.length + seen.gone.length > 0) {
        const outcome = await perform(world, {
          school: school.key,
          action: 'follow-calendar',
          input: seen,
          by: 'clock',
          via: 'Round',
        });
        // Not taken in: the next look begins where this one did.
        if (outcome.kind !== 'done' && outcome.kind !== 'accepted') continue;
      }
      tokens.set(name, token);
    }
  };
}

interface Window {
  readonly organiser: string;
  readonly from: SchoolDay;
  readonly to: SchoolDay;
}

/** One for each organiser and half term in which a meeting of a booked review or a planned visit stands from yesterday on. */
function windowsOf(school: School, today: SchoolDay): readonly Window[] {
  const { calendar, records } = factsOf(school, today);
  const windows = records.meeting.all().flatMap(({ organiser, eventId, scheduledFor: day, review, visit }) => {
    if (!organiser || !eventId || !day || day < addDays(today, -1)) return [];
    const booked = records.review.get(review ?? '')?.stage === 'Booked';
    if (!booked && records.visit.get(visit ?? '')?.stage !== 'Planned') return [];
    const half = calendar.halfTermOf(day);
    return [{ organiser, from: half?.firstDay ?? day, to: half?.lastDay ?? day }];
  });
  return [...new Map(windows.map((one) => [`${one.organiser}|${one.from}`, one])).values()];
}

interface Seen {
  readonly meetings: readonly Pick<HeldMeeting, 'id' | 'start' | 'end' | 'answers'>[];
  readonly gone: readonly string[];
  readonly token: string;
}

/** What left the days may only have moved away: it is gone when its own address says so. */
async function look(
  diary: Diary,
  school: School,
  { organiser, from, to }: Window,
  since: string | undefined,
): Promise<Seen> {
  const { meetings, removed, token } = await diary.changes(organiser, from, to, since);
  const ours = (id: string) => school.store.known().meeting.by('eventId', id).length > 0;
  const seen = meetings.filter(({ id }) => ours(id));
  const gone: string[] = [];
  for (const id of removed.filter(ours)) {
    const stands = await diary.get(organiser, id);
    if (stands) seen.push(stands);
    else gone.push(id);
  }
  return {
    meetings: seen.map(({ id, start, end, answers }) => ({ id, start, end, answers: [...answers] })),
    gone,
    token,
  };
}
