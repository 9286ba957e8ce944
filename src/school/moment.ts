/** A calendar date in school time, `YYYY-MM-DD`. */
export type SchoolDay = string;

/** A wall-clock time in school time, `HH:MM`. */
export type TimeOfDay = string;

/** An instant: ISO text in UTC, `2026-11-24T09:18:00Z`. */
export type Instant = string;

/** Now, as the school's clock has it: the same moment three ways. Rules and actions get it as an argument. */
export interface Moment {
  readonly today: SchoolDay;
  /** Europe/London wall clock. */
  readonly time: TimeOfDay;
  readonly instant: Instant;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The moment of an instant, in Europe/London. */
export function momentOf(instant: Instant | Date): Moment {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  const parts = Object.fromEntries(london.formatToParts(date).map((part) => [part.type, part.value]));
  return {
    today: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
    instant: `${date.toISOString().slice(0, 19)}Z`,
  };
}
