import type { Rule } from '../rule.ts';
import { addDays, dateWithYear } from './dates.ts';

const warnDays = 28;

/** Deadlines are computed on loaded term dates only (domain.md 5; clause 4.5): blocked past their end, a warning in the last four weeks. */
export const calendarNotLoaded: Rule = {
  name: 'calendar-not-loaded',
  clause: '4.5',
  says: 'The term dates are loaded, and the next ones in time.',
  check: (facts, now) => {
    const { lastLoaded } = facts.calendar;
    const gone = !facts.calendar.loaded(now.today);
    if (!gone && lastLoaded !== undefined && lastLoaded > addDays(now.today, warnDays)) return [];
    const held = lastLoaded ? `until ${dateWithYear(lastLoaded)}` : 'none';
    const says = gone
      ? `Load the term dates: today is not in them (${held}). Until then no session is asked for and no deadline computed (4.5).`
      : `Load the next term dates: they are loaded ${held} (4.5).`;
    return [
      {
        clause: '4.5',
        rule: 'calendar-not-loaded',
        standing: gone ? 'blocked' : 'warning',
        area: 'attendance',
        about: { record: 'calendar' },
        says: { staff: says, outside: says },
        evidence: [{ what: 'Term dates loaded', held }],
        owner: 'ap-leader',
      },
    ];
  },
};
