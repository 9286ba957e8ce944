import { momentOf } from '../moment.ts';
import type { CalendarEntry } from './calendar-entry.record.ts';
import { shortDate } from './dates.ts';

/** Why a write on an older version of an entry is not saved: who was first, and what stands now. */
export function changedWords({ name, firstDay, changedByName, changedAt }: CalendarEntry): string {
  const who = changedByName ?? 'Someone else';
  const when = changedAt ? ` at ${momentOf(changedAt).time}` : '';
  return `${who} changed this${when}: it is now ${name} from ${shortDate(firstDay)}. Yours was not saved. Look at theirs first.`;
}
