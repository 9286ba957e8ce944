import type { CalendarEvent } from '../../calendar/event-table.ts';
import { eventsBetween } from '../../calendar/event-table.ts';
import { inZone, preferredZone, readTime, toUtc } from '../../calendar/zones.ts';
import { type Answer, type Call, jsonBody, param, type Route } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { GraphFailure } from '../../failure.ts';
import { openMailbox } from '../../permissions.ts';
import { READ_CALENDAR } from './event-routes.ts';

const DIGITS: Readonly<Record<string, number>> = { free: 0, tentative: 1, busy: 2, oof: 3, workingElsewhere: 4 };
const MOST_SCHEDULES = 20;
const MOST_DAYS = 62;

/** Free and busy times of people. */
export function scheduleRoutes(desk: Desk): Route[] {
  return [
    {
      method: 'POST',
      path: '/users/{user}/calendar/getSchedule',
      units: 0,
      answer: (call) => getSchedule(desk, call),
    },
  ];
}

function getSchedule(desk: Desk, call: Call): Answer {
  openMailbox(desk, call.caller, param(call, 'user'), READ_CALENDAR);
  const body = Object.fromEntries(Object.entries(jsonBody(call)).map(([name, value]) => [name.toLowerCase(), value]));
  const schedules = Array.isArray(body.schedules) ? body.schedules.map(String) : [];
  const from = toUtc(readTime(body.starttime, 'startTime'));
  const to = toUtc(readTime(body.endtime, 'endTime'));
  const interval = Number(body.availabilityviewinterval ?? 30);
  if (schedules.length === 0 || schedules.length > MOST_SCHEDULES) {
    throw bad(`The request must name between 1 and ${MOST_SCHEDULES} schedules.`);
  }
  if (interval < 5 || interval > 1440) throw bad('AvailabilityViewInterval must be between 5 and 1440.');
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days <= 0 || days > MOST_DAYS) throw bad(`The time window must be longer than 0 and at most ${MOST_DAYS} days.`);
  return {
    status: 200,
    body: { value: schedules.map((address) => schedule(desk, call, address, { from, to, interval })) },
  };
}

interface Window {
  readonly from: string;
  readonly to: string;
  readonly interval: number;
}

function schedule(desk: Desk, call: Call, address: string, window: Window): Record<string, unknown> {
  const { people, mailboxes } = desk.context.tenant();
  const known = [...people, ...mailboxes].find((one) => one.mail === address.toLowerCase());
  if (!known) {
    const message = `Unable to resolve e-mail address ${address} to an Active Directory object.`;
    return { scheduleId: address, error: { message, responseCode: 'ErrorMailRecipientNotFound' } };
  }
  const zone = preferredZone(call.headers);
  const events = eventsBetween(desk.context.state, known.mail, window.from, window.to).filter((one) => !one.cancelled);
  return {
    scheduleId: address,
    availabilityView: availability(events, window),
    scheduleItems: events.map(({ content }) => {
      const hidden = content.sensitivity !== 'normal';
      return {
        isPrivate: hidden,
        status: content.showAs,
        ...(hidden ? {} : { subject: content.subject, location: content.location }),
        start: inZone(toUtc(content.start), zone),
        end: inZone(toUtc(content.end), zone),
      };
    }),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'GMT Standard Time' },
    },
  };
}

/** One digit for each interval: the busiest of the events that touch it. */
function availability(events: readonly CalendarEvent[], { from, to, interval }: Window): string {
  const step = interval * 60_000;
  const taken = events.map(({ content }) => ({
    start: Date.parse(toUtc(content.start)),
    end: Date.parse(toUtc(content.end)),
    digit: DIGITS[content.showAs] ?? 0,
  }));
  let view = '';
  for (let at = Date.parse(from); at < Date.parse(to); at += step) {
    const touching = taken.filter(({ start, end }) => start < at + step && end > at);
    view += String(Math.max(0, ...touching.map(({ digit }) => digit)));
  }
  return view;
}

function bad(message: string): GraphFailure {
  return new GraphFailure(400, 'ErrorInvalidParameter', message);
}
