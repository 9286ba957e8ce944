import { momentOf } from '../moment.ts';
import type { Seen } from '../view.ts';
import type { EntryLine } from './calendar.types.ts';
import type { CalendarEntry, CalendarKind } from './calendar-entry.record.ts';
import { shortDate } from './dates.ts';

/** Kinds of entry as staff say them. */
export const kindWords: Readonly<Record<CalendarKind, string>> = {
  HalfTerm: 'Half term',
  INSET: 'INSET day',
  BankHoliday: 'Bank holiday',
  Closure: 'Closure of the school',
  ProviderClosure: 'Closure of a provider',
  WeekLetter: 'Week letter',
};

/** An entry as the screen shows it, in a line that reads well alone. */
export function entryLine({ records }: Pick<Seen, 'records'>, entry: CalendarEntry): EntryLine {
  const { key, version, kind, name, firstDay, lastDay, sessions, provider, weekLetter, registerCode } = entry;
  const providerName = provider === undefined ? undefined : (records.provider.get(provider)?.name ?? 'A provider');
  const days = firstDay === lastDay ? shortDate(firstDay) : `${shortDate(firstDay)} to ${shortDate(lastDay)}`;
  const half = sessions === 'AM' ? ', morning' : sessions === 'PM' ? ', afternoon' : '';
  const what =
    kind === 'WeekLetter'
      ? `Week ${weekLetter ?? '?'} from`
      : [providerName && `${providerName} closed`, name].filter(Boolean).join(' · ');
  return {
    entry: key,
    seen: version,
    kind,
    name,
    firstDay,
    lastDay,
    sessions,
    provider,
    providerName,
    weekLetter,
    registerCode,
    says: kind === 'WeekLetter' ? `${what} ${days}` : `${what} · ${days}${half}`,
    changed: changedBy(entry),
    why: entry.why,
  };
}

function changedBy({ changedByName, changedAt }: CalendarEntry): string | undefined {
  if (!changedByName || !changedAt) return undefined;
  const { today, time } = momentOf(changedAt);
  return `${changedByName}, ${shortDate(today)} ${time}`;
}
