import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import type { Save, ValuesNamed } from '../change.ts';
import { type CalendarEntry, calendarEntry, counts, entryKey } from './calendar-entry.record.ts';
import { changedWords } from './changed-words.ts';
import { academicYearOf, dateWithYear, mondayOf, shortDate } from './dates.ts';
import { entryTroubles, usualNames } from './entry-troubles.ts';
import { type CalendarChange, markedDaysProblem, redrawToday } from './touched-marks.ts';

const input = z.strictObject({
  /** The entry to correct; absent: a new one. */
  entry: keyInput.optional(),
  seen: z.string().optional(),
  values: correctionOf(calendarEntry, [
    'kind',
    'name',
    'firstDay',
    'lastDay',
    'sessions',
    'provider',
    'weekLetter',
    'registerCode',
  ]),
  /** Said after the marked days were read: their marks stay as they are. */
  marksStay: z.boolean({ error: () => 'Say yes or no.' }).optional(),
});

type Wish = z.infer<typeof input>;
type Entry = Omit<CalendarEntry, 'version' | 'entry'>;

/** School years from the present one in which a date makes sense: further away the year is mistyped. */
const yearsAway = 2;

/**
 * A half term, INSET day, bank holiday, closure, provider closure or week letter is added or corrected (domain.md 5, 14.17).
 * An entry that moves to another day is withdrawn there and stands anew; deadlines follow, marks stay.
 */
export const saveCalendarEntry = action<Wish>({
  name: 'save-calendar-entry',
  says: 'Add or correct a half term, INSET day, bank holiday, closure or week letter.',
  input,
  roles: ['ap-leader', 'head'],
  needs: ['calendarEntry', 'provider', 'attendance', 'placement', 'scheduleSlot', 'message', 'setting'],
  decide,
});

function decide(known: Known, { entry: key, seen, values, marksStay = false }: Wish): Decision {
  const all = known.records.calendarEntry.all();
  const stands = key === undefined ? undefined : known.records.calendarEntry.get(key);
  const refused = (field: string, says: string): Decision => ({ problems: [{ field, says }] });
  if (key !== undefined && (!stands || !counts(stands))) return refused('entry', 'This entry is not in the calendar.');
  if (stands && seen === undefined) return refused('seen', 'Say which version you saw.');
  if (stands && seen !== stands.version) return refused('seen', changedWords(stands));
  const wished = wishedEntry(stands, values);
  if ('problems' in wished) return wished;
  const others = all.filter((one) => one.key !== stands?.key && one.key !== wished.key);
  const problem = wrongIn(known, others, wished) ?? twiceProblem(all.filter(counts), stands, wished);
  if (problem) return { problems: [problem] };
  if (stands && same(stands, wished)) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'It stands so already.', about: stands.key };
  }
  const after = [...others, { ...wished, version: '', state: 'Stands' as const }];
  const from = [stands?.firstDay, wished.firstDay].filter((day) => day !== undefined).sort()[0] ?? wished.firstDay;
  const change: CalendarChange = { before: all, after, from };
  const marked = markedDaysProblem(known, change, marksStay);
  if (marked) return { problems: [marked] };
  return {
    changes: [...savesOf(known, stands, wished), ...redrawToday(known, change)],
    because: `${wished.name} ${stands ? 'corrected' : 'added'}: ${shortDate(wished.firstDay)}`.slice(0, 255),
    about: wished.key,
  };
}

/** The entry with all its values, the usual ones where nothing is said; what its kind does not have is left out. */
function wishedEntry(
  stands: CalendarEntry | undefined,
  values: Wish['values'],
): Entry | { readonly problems: readonly Problem[] } {
  const missing = (field: string, label: string) => ({
    problems: [{ field: `values.${field}`, says: `${label} is missing.` }],
  });
  const said: Wish['values'] = { ...stands, ...values };
  const { kind, firstDay, sessions = 'Both' } = said;
  if (!kind) return missing('kind', 'Kind');
  if (stands && kind !== stands.kind) {
    return {
      problems: [{ field: 'values.kind', says: 'An entry keeps its kind. Take this one away and add another.' }],
    };
  }
  if (!firstDay) return missing('firstDay', 'First day');
  const name = said.name ?? usualNames[kind];
  if (!name) return missing('name', 'Name');
  const monday = kind === 'WeekLetter' ? mondayOf(firstDay) : firstDay;
  const lastDay = kind === 'WeekLetter' ? monday : (said.lastDay ?? (kind === 'HalfTerm' ? undefined : firstDay));
  if (!lastDay) return missing('lastDay', 'Last day');
  const entry = {
    kind,
    name: kind === 'WeekLetter' && said.weekLetter ? `Week ${said.weekLetter}` : name,
    firstDay: monday,
    lastDay,
    sessions: kind === 'HalfTerm' || kind === 'WeekLetter' ? ('Both' as const) : sessions,
    provider: kind === 'ProviderClosure' ? said.provider : undefined,
    weekLetter: kind === 'WeekLetter' ? said.weekLetter : undefined,
    registerCode: kind === 'Closure' ? (said.registerCode ?? '#') : undefined,
  };
  const key = entryKey(entry);
  return { ...entry, key: stands && entryKey(stands) === key ? stands.key : key };
}

function wrongIn(known: Known, others: readonly CalendarEntry[], wished: Entry): Problem | undefined {
  const [trouble] = entryTroubles(others, wished);
  if (trouble) return { ...trouble, field: `values.${trouble.field}` };
  const far = [wished.firstDay, wished.lastDay].find(
    (day) => Math.abs(academicYearOf(day) - academicYearOf(known.now.today)) > yearsAway,
  );
  if (far) return { field: 'values.firstDay', says: `${dateWithYear(far)} is years away. Look at the year.` };
  if (wished.kind !== 'ProviderClosure') return undefined;
  if (!wished.provider) return { field: 'values.provider', says: 'Choose the provider that closes.' };
  if (known.records.provider.get(wished.provider)) return undefined;
  return { field: 'values.provider', says: 'There is no such provider.' };
}

/** A second entry for what stands already: the same kind, day, provider and half of the day; a week has one letter. */
function twiceProblem(
  standing: readonly CalendarEntry[],
  stands: CalendarEntry | undefined,
  wished: Entry,
): Problem | undefined {
  const twin = standing.find((one) => {
    if (one.key === stands?.key || one.kind !== wished.kind) return false;
    if (wished.kind === 'WeekLetter') return mondayOf(one.firstDay) === wished.firstDay;
    return one.key === wished.key || entryKey(one) === entryKey(wished);
  });
  if (!twin) return undefined;
  return {
    field: 'values.firstDay',
    says: `${twin.name} on ${shortDate(twin.firstDay)} is in the calendar already. Correct that one.`,
  };
}

const compared = ['name', 'firstDay', 'lastDay', 'sessions', 'provider', 'weekLetter', 'registerCode'] as const;

function same(stands: CalendarEntry, wished: Entry): boolean {
  return compared.every((name) => (stands[name] ?? '') === (wished[name] ?? ''));
}

function savesOf(known: Known, stands: CalendarEntry | undefined, wished: Entry): readonly Save[] {
  const stamp = { changedByName: known.by.name, changedAt: known.now.instant };
  const { key, ...entry } = wished;
  const values: Partial<ValuesNamed<'calendarEntry'>> = { ...entry, state: 'Stands', why: undefined, ...stamp };
  const held = known.records.calendarEntry.get(key);
  const written: Save = { kind: 'save', record: 'calendarEntry', key, seen: held?.version ?? null, values };
  if (!stands || stands.key === key) return [written];
  const why = `Moved to ${shortDate(wished.firstDay)}`;
  return [
    {
      kind: 'save',
      record: 'calendarEntry',
      key: stands.key,
      seen: stands.version,
      values: { state: 'Withdrawn', why, ...stamp },
    },
    written,
  ];
}
