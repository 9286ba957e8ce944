import { choice, instant, link, schoolDay, text } from '../../schema/fields.ts';
import { joinKey, type RecordOf, record } from '../../schema/record.ts';

/** Kinds of calendar entry. Half terms say when school runs; the others take days or sessions away. */
export const calendarKinds = ['HalfTerm', 'INSET', 'BankHoliday', 'Closure', 'ProviderClosure', 'WeekLetter'] as const;

/** One line of the school's calendar, or of a provider's (domain.md 5 and 10, CAL). */
export const calendarEntry = record({
  name: 'calendarEntry',
  list: 'AP Calendar',
  label: 'Calendar entry',
  says: 'A half term, INSET day, bank holiday, closure, provider closure or week letter.',
  keyOf: 'kind|first day|provider or sessions',
  retention: 'app',
  area: 'config',
  mirror: 'whole',
  fields: {
    kind: choice('Kind', calendarKinds, { required: true }),
    name: text('Name', { required: true, hint: 'Such as Autumn 2' }),
    firstDay: schoolDay('First day', { required: true }),
    lastDay: schoolDay('Last day', { required: true }),
    sessions: choice('Sessions', ['Both', 'AM', 'PM'], { required: true }),
    provider: link('Provider', 'provider', { hint: 'For a closure of a provider' }),
    weekLetter: choice('Week letter', ['A', 'B'], { hint: 'For the school week that begins on the first day' }),
    registerCode: choice('Register code', ['#', 'Y3', 'Y4'], {
      hint: '# for a planned closure, Y4 when the whole site closed unexpectedly',
    }),
    state: choice('State', ['Stands', 'Withdrawn'], { hint: 'Withdrawn: taken away; it counts no more and is kept' }),
    why: text('Why it was taken away', {}),
    changedByName: text('Changed by (name)', {}),
    changedAt: instant('Changed at', {}),
  },
});

/** A calendar entry as kept. */
export type CalendarEntry = RecordOf<typeof calendarEntry>;

/** A kind of calendar entry. */
export type CalendarKind = CalendarEntry['kind'];

/** True unless the entry was taken away: a withdrawn one is kept for those who ask later, and counts for nothing. */
export function counts(entry: CalendarEntry): boolean {
  return entry.state !== 'Withdrawn';
}

/**
 * The key of an entry: the same kind on the same first day, of the same provider or in the same half of the day, is one
 * entry, whether it comes from a file or from the screen.
 */
export function entryKey(entry: Pick<CalendarEntry, 'kind' | 'firstDay' | 'sessions' | 'provider'>): string {
  const which = entry.provider ?? (entry.sessions === 'Both' ? undefined : entry.sessions);
  return joinKey(entry.kind, entry.firstDay, ...(which === undefined ? [] : [which]));
}
