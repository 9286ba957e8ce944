import { joinKey } from '../../schema/record.ts';
import type { CalendarEntry } from '../calendar/calendar-entry.record.ts';
import { daysBetween, shortDate, weekdayOf } from '../calendar/dates.ts';
import type { ValuesNamed } from '../change.ts';
import { importFields } from './import-kinds.ts';
import { plainName } from './names.ts';
import type { ImportRow, PlanContext, RowPlan } from './plan.types.ts';
import { differences, missingFields, rowValues } from './row-values.ts';

type Values = Partial<ValuesNamed<'calendarEntry'>>;

const names: Readonly<Record<CalendarEntry['kind'], string | undefined>> = {
  HalfTerm: undefined,
  INSET: 'INSET',
  BankHoliday: 'Bank holiday',
  Closure: 'Closure',
  ProviderClosure: 'Provider closed',
  WeekLetter: 'Week letter',
};

/** Calendar days that no half term is longer than: more is a mistyped year, not a term (domain.md 5: five to eight weeks). */
const longestHalfTerm = 70;

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
    ...(kind === 'HalfTerm' ? {} : { lastDay: firstDay, name: names[kind] }),
    ...read.values,
    ...(where.provider ? { provider: where.provider } : {}),
  };
  const key = joinKey(
    kind,
    firstDay,
    ...[where.provider ?? (values.sessions === 'Both' ? undefined : values.sessions)].filter(
      (part) => part !== undefined,
    ),
  );
  const stands = context.standing.calendar.find((one) => one.key === key);
  const wrong = [...missingFields(importFields.calendar, values), ...troubles(context, key, values)];
  if (wrong.length > 0) return { refused: wrong };
  const { changed, changes } = differences<Values>(importFields.calendar, stands, values);
  if (!stands) context.standing.calendar.push({ ...values, key, version: '' } as CalendarEntry);
  const saves = [
    {
      kind: 'save',
      record: 'calendarEntry',
      key,
      seen: stands?.version ?? null,
      values: { ...changed, ...(stands ? {} : { provider: where.provider }) },
    } as const,
  ];
  return { saves, isNew: !stands, changes };
}

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

function troubles(
  context: PlanContext,
  key: string,
  { kind, firstDay = '', lastDay = '', weekLetter }: Values,
): readonly string[] {
  if (lastDay < firstDay) return [`It ends on ${lastDay}, before it begins on ${firstDay}.`];
  if (kind === 'WeekLetter') return weekLetter ? [] : ['A week letter needs A or B.'];
  const weekend = [firstDay, lastDay].find((day) => [0, 6].includes(weekdayOf(day)));
  if (weekend) return [`${shortDate(weekend)} ${weekend.slice(0, 4)} is at the weekend. Look at the year.`];
  if (kind !== 'HalfTerm') return [];
  if (daysBetween(firstDay, lastDay) > longestHalfTerm)
    return ['A half term of more than ten weeks: look at the dates.'];
  const other = context.standing.calendar.find(
    (one) => one.kind === 'HalfTerm' && one.key !== key && one.firstDay <= lastDay && firstDay <= one.lastDay,
  );
  return other ? [`It overlaps ${other.name} (${other.firstDay} to ${other.lastDay}).`] : [];
}
