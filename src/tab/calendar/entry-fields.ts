import { type FormInput, formOf } from '../../schema/form.ts';
import type { EntryLine } from '../../school/calendar/calendar.types.ts';
import { type CalendarKind, calendarEntry } from '../../school/calendar/calendar-entry.record.ts';

/** What somebody has typed about an entry; empty text where nothing is typed. */
export type EntryDraft = Readonly<Record<string, string>>;

/** The fields that an entry of each kind has, in the order of the form. */
const fieldsOf: Readonly<Record<CalendarKind, readonly string[]>> = {
  HalfTerm: ['name', 'firstDay', 'lastDay'],
  INSET: ['firstDay', 'lastDay', 'name'],
  BankHoliday: ['firstDay', 'name'],
  Closure: ['name', 'firstDay', 'lastDay', 'sessions', 'registerCode'],
  ProviderClosure: ['provider', 'name', 'firstDay', 'lastDay', 'sessions'],
  WeekLetter: ['firstDay', 'weekLetter'],
};

/** The inputs for an entry of a kind, from its record; labels that read better on this screen. */
export function inputsFor(kind: CalendarKind): readonly FormInput[] {
  const inputs = formOf(calendarEntry);
  return fieldsOf[kind].flatMap((name) => {
    const input = inputs.find((each) => each.name === name);
    if (!input) return [];
    const label = labels[`${kind} ${name}`] ?? input.label;
    return { ...input, label, hint: undefined, required: input.required && !optional.includes(`${kind} ${name}`) };
  });
}

const labels: Readonly<Record<string, string>> = {
  'Closure name': 'Why, such as Polling station',
  'ProviderClosure name': 'Why, such as Staff training',
  'BankHoliday firstDay': 'Day',
  'WeekLetter firstDay': 'A day of the week',
};

/** Left empty, the app fills them: the same day, the usual name, the whole day. */
const optional = [
  'INSET lastDay',
  'INSET name',
  'BankHoliday name',
  'Closure name',
  'Closure lastDay',
  'ProviderClosure name',
  'ProviderClosure lastDay',
];

/** Choices as staff say them. */
export const choiceWords: Readonly<Record<string, string>> = {
  Both: 'Whole day',
  AM: 'Morning',
  PM: 'Afternoon',
  '#': '# planned closure',
  Y3: 'Y3 part of the premises closed',
  Y4: 'Y4 whole site unexpectedly closed',
  A: 'Week A',
  B: 'Week B',
};

/** What the form begins with: the entry as it stands, or the kind's usual choices. */
export function draftOf(kind: CalendarKind, line?: EntryLine): EntryDraft {
  const stands: Readonly<Record<string, unknown>> = { ...line };
  return Object.fromEntries(
    fieldsOf[kind].map((name) => [name, line ? String(stands[name] ?? '') : (usual[name] ?? '')]),
  );
}

const usual: Readonly<Record<string, string>> = { sessions: 'Both', registerCode: '#', weekLetter: 'A' };

/** The values to save: of a new entry what was typed; of a correction every field, empty where it was cleared. */
export function valuesOf(kind: CalendarKind, draft: EntryDraft, line?: EntryLine): Readonly<Record<string, string>> {
  const typed = Object.entries(draft).map(([name, value]) => [name, value.trim()] as const);
  const said = typed.filter(([name, value]) => value !== '' || (line && !required.includes(name)));
  return { ...(line ? {} : { kind }), ...Object.fromEntries(said) };
}

/** Fields that are never cleared: left empty they stay as they are. */
const required = ['name', 'firstDay', 'lastDay', 'sessions', 'kind'];
