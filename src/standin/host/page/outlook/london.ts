import { Temporal } from 'temporal-polyfill';

const LONDON = 'Europe/London';

/** The instant at which London's clocks show this: `2026-12-03T14:00` gives `2026-12-03T14:00:00Z`. Throws when it is no time. */
export function instantOf(local: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(LONDON).toInstant().toString();
}

/** What London's clocks show at an instant, to the minute: `2026-12-03T14:00`. Throws when it is no instant. */
export function londonOf(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}

/** A London time so many minutes later. */
export function later(local: string, minutes: number): string {
  return Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/** The minutes between two London times. */
export function minutesBetween(start: string, end: string): number {
  return Temporal.PlainDateTime.from(start).until(Temporal.PlainDateTime.from(end)).total('minutes');
}
