import { shortDate } from '../calendar/dates.ts';
import { closedInWords } from '../calendar/in-words.ts';
import type { SchoolDay, TimeOfDay } from '../moment.ts';
import { sessions } from '../placements/schedule-slot.record.ts';
import type { Facts } from '../rule.ts';

/** Why nobody would be met at a provider on a day, or at a time of it, as a sentence; `undefined` on an ordinary day. */
export function closedThere(
  { calendar, policy }: Facts,
  provider: string,
  day: SchoolDay,
  start?: TimeOfDay,
): string | undefined {
  const on = shortDate(day);
  if (!calendar.loaded(day)) return `The term dates for ${on} are not loaded.`;
  if (sessions.every((session) => calendar.providerClosed(provider, day, session))) {
    return `The provider is closed on ${on}.`;
  }
  const session = start === undefined || start < policy.morningEnds ? 'AM' : 'PM';
  if (start !== undefined && calendar.providerClosed(provider, day, session)) {
    return `The provider is closed on the ${session === 'AM' ? 'morning' : 'afternoon'} of ${on}.`;
  }
  if (calendar.isSchoolDay(day)) return undefined;
  const closed = calendar.closed(day, 'AM') ?? calendar.closed(day, 'PM');
  return `${on} is no school day: ${closed ? closedInWords(closed) : 'holiday'}.`;
}
