import { Temporal } from 'temporal-polyfill';
import { isRow } from '../../state/rows.ts';
import { GraphFailure } from '../failure.ts';

/** A time as Outlook gives it: local time without zone letter, and the zone's name. */
export interface ZonedTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** Windows names that we know. 'Greenwich Standard Time' has no summer time; UK time is 'GMT Standard Time'. */
const WINDOWS: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
};

/** Reads a start or end out of a body. Refuses a missing part, a zone that is unknown, a time that does not exist. */
export function readTime(value: unknown, name: string): ZonedTime {
  if (!isRow(value) || typeof value.dateTime !== 'string') throw bad(`The property '${name}' needs a dateTime.`);
  const timeZone = typeof value.timeZone === 'string' ? value.timeZone : 'UTC';
  zoneOf(timeZone);
  const time = { dateTime: value.dateTime, timeZone };
  toUtc(time);
  return time;
}

/** The instant of a zoned time, as `2026-12-03T14:00:00Z`. A time with an offset or Z keeps its own instant. */
export function toUtc(time: ZonedTime): string {
  try {
    const instant = /(Z|[+-]\d\d:\d\d)$/.test(time.dateTime)
      ? Temporal.Instant.from(time.dateTime)
      : Temporal.PlainDateTime.from(time.dateTime).toZonedDateTime(zoneOf(time.timeZone)).toInstant();
    return instant.toString({ smallestUnit: 'second' });
  } catch (error) {
    if (error instanceof GraphFailure) throw error;
    throw bad(`'${time.dateTime}' is not a date and time.`);
  }
}

/** An instant in a zone as Outlook writes it: seven digits of a second, no zone letter. */
export function inZone(instant: string, timeZone: string): ZonedTime {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zoneOf(timeZone)).toPlainDateTime();
  return { dateTime: `${local.toString({ smallestUnit: 'second' })}.0000000`, timeZone };
}

/** The zone that the client prefers for answers: `Prefer: outlook.timezone="…"`, else UTC. */
export function preferredZone(headers: Readonly<Record<string, string>>): string {
  const wanted = /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(headers.prefer ?? '')?.[1] ?? 'UTC';
  zoneOf(wanted);
  return wanted;
}

/** Zones that were asked for by their own name: to resolve one takes longer than all the rest of a time. */
const resolved = new Map<string, string>();

function zoneOf(name: string): string {
  const known = WINDOWS[name] ?? resolved.get(name);
  if (known !== undefined) return known;
  try {
    if (/^[A-Z][A-Za-z]+\/[A-Za-z_/]+$/.test(name)) {
      const zone = new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone;
      resolved.set(name, zone);
      return zone;
    }
  } catch {
    // Refused below.
  }
  throw new GraphFailure(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}

function bad(message: string): GraphFailure {
  return new GraphFailure(400, 'ErrorPropertyValidationFailure', message);
}
