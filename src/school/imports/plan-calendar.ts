import { type CalendarEntry, counts, entryKey } from '../calendar/calendar-entry.record.ts';
import { entryTroubles, usualNames } from '../calendar/entry-troubles.ts';
import type { ValuesNamed } from '../change.ts';
import { importFields } from './import-kinds.ts';
import { plainName } from './names.ts';
import type { ImportRow, PlanContext, RowPlan } from './plan.types.ts';
import { differences, missingFields, rowValues } from './row-values.ts';

type Values = Partial<ValuesNamed<'calendarEntry'>>;

/** A line of the school's calendar: the same kind on the same first day (of the same provider, in the same session) is the same line. */
export function planCalendar(context: PlanContext, { cells }: ImportRow): RowPlan {
  const read = rowValues(importFields.calendar, cells);
  if (read.troubles.length > 0) return { refused: read.troubles };
  const { kind, firstDay } = read.values;
  if (kind === undefined || firstDay === undefined)
    return {
      refused: missingFields(importFields.calendar, { sessions: 'Both', lastDay: '-', name: '-', ...read.values }),
    };
  const where = providerOf(context, kind, cells.providerName ?? '');
  if ('trouble' in where) return { refused: [where.trouble] };
  const values: Values = {
    sessions: 'Both',
    ...(kind === 'HalfTerm' ? {} : { lastDay: firstDay, name: usualNames[kind] }),
    ...read.values,
    ...(where.provider ? { provider: where.provider } : {}),
  };
  const key = entryKey({ kind, firstDay, sessions: values.sessions ?? 'Both', provider: where.provider });
  const { calendar } = context.standing;
  const held = calendar.find((one) => one.key === key);
  const stands = held && counts(held) ? held : undefined;
  const wrong = [
    ...missingFields(importFields.calendar, values),
    ...entryTroubles(calendar, { ...values, kind, key }).map(({ says }) => says),
  ];
  if (wrong.length > 0) return { refused: wrong };
  const { changed, changes } = differences<Values>(importFields.calendar, stands, values);
  if (held && !stands) calendar.splice(calendar.indexOf(held), 1);
  if (!stands) calendar.push({ ...values, key, version: held?.version ?? '' } as CalendarEntry);
  const saves = [
    {
      kind: 'save',
      record: 'calendarEntry',
      key,
      seen: held?.version ?? null,
      values: { ...changed, ...(stands ? {} : { provider: where.provider }), ...(held && !stands ? again : {}) },
    } as const,
  ];
  return { saves, isNew: !stands, changes };
}

/** What a line that was taken away loses when a file brings it back. */
const again: Values = { state: 'Stands', why: undefined };

function providerOf(
  context: PlanContext,
  kind: string,
  name: string,
): { readonly provider?: string } | { readonly trouble: string } {
  if (kind !== 'ProviderClosure') return name === '' ? {} : { trouble: 'Only a provider closure names a provider.' };
  const found = context.standing.providers.find((one) => plainName(one.name) === plainName(name));
  if (found) return { provider: found.key };
  return {
    trouble:
      name === '' ? 'A provider closure needs the name of the provider.' : `No provider here is called "${name}".`,
  };
}
