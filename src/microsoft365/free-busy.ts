import type { Graph } from './graph.ts';

/** A time in which somebody is taken, on the wall clock in England: `2026-12-03T14:00`. */
export interface Taken {
  readonly start: string;
  readonly end: string;
}

/** Mailboxes that one question may name, and days that it may span. */
const mostMailboxes = 20;
const mostDays = 60;
const free: readonly unknown[] = ['free', 'workingElsewhere'];

/** When mailboxes are taken from one day to another, both included (getSchedule, Calendars.Read on staff and rooms). */
export async function busyTimes(
  graph: Graph,
  asker: string,
  mails: readonly string[],
  from: string,
  to: string,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<ReadonlyMap<string, readonly Taken[] | undefined>> {
  const found = new Map<string, readonly Taken[] | undefined>();
  const wanted = [...new Set(mails.map((mail) => mail.toLowerCase()))];
  const questions = spans(from, to).flatMap((span) =>
    Array.from({ length: Math.ceil(wanted.length / mostMailboxes) }, (_, nth) => ({
      ...span,
      schedules: wanted.slice(nth * mostMailboxes, (nth + 1) * mostMailboxes),
    })),
  );
  const pages = await Promise.all(
    questions.map(({ first, after, schedules }) =>
      inTurn(() =>
        graph.post(`${asker}/calendar/getSchedule`, {
          schedules,
          startTime: { dateTime: `${first}T00:00:00`, timeZone: 'Europe/London' },
          endTime: { dateTime: `${after}T00:00:00`, timeZone: 'Europe/London' },
          availabilityViewInterval: 30,
        }),
      ),
    ),
  );
  for (const page of pages) {
    const { value } = Object(page);
    for (const one of Array.isArray(value) ? value : []) {
      const { scheduleId, scheduleItems } = Object(one);
      const mail = String(scheduleId).toLowerCase();
      const known = !found.has(mail) || found.get(mail) !== undefined;
      found.set(
        mail,
        known && Array.isArray(scheduleItems) ? [...(found.get(mail) ?? []), ...taken(scheduleItems)] : undefined,
      );
    }
  }
  return found;
}

function taken(items: readonly unknown[]): readonly Taken[] {
  return items.flatMap((item) => {
    const { status, start, end } = Object(item);
    const wall = (time: unknown) => String(Object(time).dateTime).slice(0, 16);
    return free.includes(status) ? [] : [{ start: wall(start), end: wall(end) }];
  });
}

function spans(from: string, to: string): readonly { readonly first: string; readonly after: string }[] {
  const end = daysAfter(to, 1);
  const all: { first: string; after: string }[] = [];
  for (let first = from; first < end; first = daysAfter(first, mostDays)) {
    const after = daysAfter(first, mostDays);
    all.push({ first, after: after < end ? after : end });
  }
  return all;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
