import { choice, link, schoolDay, time } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** The days of a school week, Monday first. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** The two sessions of a school day. */
export const sessions = ['AM', 'PM'] as const;

/** Morning or afternoon session. */
export type Session = (typeof sessions)[number];

/** One weekly session of a placement. A slot is ended by `validTo` and never edited, so that the past stays true. */
export const scheduleSlot = record({
  name: 'scheduleSlot',
  list: 'AP Schedule',
  label: 'Weekly session',
  says: 'One weekly session of a placement: day, session, site and times; ended by a date, never edited.',
  keyOf: 'sl- and an opaque id',
  retention: 'pupil-file',
  area: 'placement',
  mirror: 'whole',
  fields: {
    placement: link('Placement', 'placement', { required: true, indexed: true }),
    site: link('Site', 'site', {}),
    weekPattern: choice('Weeks', ['Every', 'A', 'B'], { required: true }),
    day: choice('Day', weekdays, { required: true }),
    session: choice('Session', sessions, { required: true }),
    place: choice('Where', ['School', 'Site', 'Home', 'None'], { required: true }),
    start: time('Start', { required: true }),
    end: time('End', { required: true }),
    validFrom: schoolDay('From', { required: true }),
    validTo: schoolDay('To', { hint: 'Last day; empty while it runs' }),
  },
});

/** A weekly session as kept. */
export type ScheduleSlot = RecordOf<typeof scheduleSlot>;
