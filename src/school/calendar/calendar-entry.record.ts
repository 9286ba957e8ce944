import { choice, link, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

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
  },
});

/** A calendar entry as kept. */
export type CalendarEntry = RecordOf<typeof calendarEntry>;
