import { z } from 'zod';
import { isInstant, isSchoolDay, isTimeOfDay } from './parse.ts';

/** What a field holds, in the few kinds that our lists use (plain columns only: text, choice, number, yes/no). */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'choice'
  | 'choices'
  | 'number'
  | 'yesNo'
  | 'schoolDay'
  | 'time'
  | 'instant'
  | 'link'
  | 'json';

/** One field of a record: the single source of its type, column, check, form input and import mapping. */
export interface Field<T = unknown> {
  readonly kind: FieldKind;
  /** As staff read it on a form. */
  readonly label: string;
  readonly required: boolean;
  /** True where the app filters on it at the server, or looks records up by it in memory. */
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly options?: readonly string[];
  /** Options as staff say them, where splitting the name does not do. */
  readonly words?: Readonly<Partial<Record<string, string>>>;
  readonly maxLength?: number;
  /** One line of help or an example value, shown under the input. */
  readonly hint?: string;
  /** For `link`: the record it points at. */
  readonly to?: string;
  /** Checks and brings a value into shape; refuses with a sentence for the person who typed it. */
  readonly check: z.ZodType<T>;
}

interface Common {
  readonly indexed?: boolean;
  readonly unique?: boolean;
  readonly hint?: string;
}
type Words<V extends readonly string[]> = Readonly<Partial<Record<V[number], string>>>;
type Need<O> = O extends { required: true } ? true : false;
type Held<T, O> = Need<O> extends true ? T : T | undefined;

function make<T, O extends Common & { required?: boolean }>(
  kind: FieldKind,
  label: string,
  check: z.ZodType<T>,
  options: O,
  more: Partial<Field> = {},
): Field<Held<T, O>> {
  const required = options.required === true;
  const shaped = required ? check : z.union([z.literal('').transform(() => undefined), check]).optional();
  return {
    kind,
    label,
    required,
    indexed: options.indexed === true || options.unique === true,
    unique: options.unique === true,
    hint: options.hint,
    ...more,
    check: shaped as z.ZodType<Held<T, O>>,
  };
}

const missing = (label: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? `${label} is missing.` : undefined),
});

/** One line of text, at most 255 characters. */
export function text<const O extends Common & { required?: boolean; maxLength?: number }>(label: string, options: O) {
  const max = options.maxLength ?? 255;
  const check = z
    .string(missing(label))
    .trim()
    .min(options.required ? 1 : 0, `${label} is missing.`)
    .max(max, `${label} is longer than ${max} characters.`);
  return make('text', label, check, options, { maxLength: max });
}

/** Several lines of text, at most 60,000 characters. */
export function longText<const O extends Common & { required?: boolean }>(label: string, options: O) {
  return make('longText', label, z.string(missing(label)).max(60_000, `${label} is too long.`), options, {
    maxLength: 60_000,
  });
}

/** One of a fixed list of values. */
export function choice<
  const V extends readonly [string, ...string[]],
  const O extends Common & { required?: boolean; words?: Words<V> },
>(label: string, values: V, options: O) {
  const check = z.enum(values, { error: () => `${label} must be one of: ${values.join(', ')}.` });
  return make<V[number], O>('choice', label, check, options, { options: values, words: options.words });
}

/** A set of values out of a fixed list, kept as text joined by `; `. */
export function choices<const V extends readonly [string, ...string[]], const O extends Common & { words?: Words<V> }>(
  label: string,
  values: V,
  options: O,
): Field<readonly V[number][]> {
  const check = z.array(z.enum(values, { error: () => `${label} may hold: ${values.join(', ')}.` })).readonly();
  return {
    ...make(
      'choices',
      label,
      check,
      { ...options, required: true as const },
      { options: values, words: options.words },
    ),
    required: false,
    check: check.default([]) as z.ZodType<readonly V[number][]>,
  };
}

/** A number; `min` and `max` belong to the range. */
export function number<const O extends Common & { required?: boolean; min?: number; max?: number }>(
  label: string,
  options: O,
) {
  const check = z
    .number({ error: () => `${label} must be a number.` })
    .min(options.min ?? -1e9, `${label} must be at least ${options.min}.`)
    .max(options.max ?? 1e9, `${label} must be at most ${options.max}.`);
  return make('number', label, check, options);
}

/** Yes or no; never set reads as no. */
export function yesNo<const O extends Common>(label: string, options: O): Field<boolean> {
  return {
    ...make('yesNo', label, z.boolean(), { ...options, required: true as const }),
    required: false,
    check: z.boolean({ error: () => `${label} must be yes or no.` }).default(false) as z.ZodType<boolean>,
  };
}

/** A school day or any other calendar date, as `YYYY-MM-DD` in school time. */
export function schoolDay<const O extends Common & { required?: boolean }>(label: string, options: O) {
  const check = z.string(missing(label)).refine(isSchoolDay, `${label} must be a date like 2026-11-24.`);
  return make('schoolDay', label, check, options);
}

/** A time on the school's wall clock, `HH:MM`. */
export function time<const O extends Common & { required?: boolean }>(label: string, options: O) {
  const check = z.string(missing(label)).refine(isTimeOfDay, `${label} must be a time like 09:15.`);
  return make('time', label, check, options);
}

/** An instant: ISO text in UTC, such as `2026-11-24T09:18:00Z`. */
export function instant<const O extends Common & { required?: boolean }>(label: string, options: O) {
  const check = z.string(missing(label)).refine(isInstant, `${label} must be an instant like 2026-11-24T09:18:00Z.`);
  return make('instant', label, check, options);
}

/** The RecordKey of another record. */
export function link<const O extends Common & { required?: boolean }>(label: string, to: string, options: O) {
  const check = z
    .string(missing(label))
    .min(options.required ? 1 : 0, `${label} is missing.`)
    .max(255);
  return make('link', label, check, options, { to, maxLength: 255 });
}

/** Anything that JSON holds; only in the journal and in settings. */
export function json(label: string): Field<unknown> {
  return {
    ...make('json', label, z.unknown(), {} as { required?: boolean }, { maxLength: 60_000 }),
    check: z.unknown().optional(),
  };
}
