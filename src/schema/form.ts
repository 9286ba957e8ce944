import { z } from 'zod';
import type { Field } from './fields.ts';
import type { Fields, RecordKind, ValuesOf } from './record.ts';

/** One of the values a choice may have, and how staff say it. */
export interface FormOption {
  readonly value: string;
  readonly says: string;
}

/** One input of a form, as plain data that the tab can draw. */
export interface FormInput {
  readonly name: string;
  readonly kind: Field['kind'];
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly options?: readonly FormOption[];
  readonly maxLength?: number;
  readonly to?: string;
  /** Neither needed nor filled in: it may stay folded away at first. */
  readonly rare?: boolean;
}

/** A form as plain data: its inputs, and what stands in them now. */
export interface Form {
  readonly inputs: readonly FormInput[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** The form of a record: its inputs in the order of its declaration. `json` fields belong to the app and are left out. */
export function formOf(kind: RecordKind): readonly FormInput[] {
  return Object.entries(kind.fields)
    .filter(([, field]) => field.kind !== 'json')
    .map(([name, field]) => inputOf(name, field));
}

/**
 * The form for some fields of a record, filled with what stands (nothing: for a new one). Fields that are neither needed,
 * nor filled, nor named in `first` are marked rare.
 */
export function filledForm<F extends Fields, N extends keyof F & string>(
  kind: RecordKind<string, F>,
  names: readonly N[],
  stands?: Readonly<Partial<Record<N, unknown>>>,
  first: readonly N[] = [],
): Form {
  const filled = (name: N) => {
    const held = stands?.[name];
    return Array.isArray(held) ? held.length > 0 : held !== undefined && held !== '' && held !== false;
  };
  return {
    inputs: names.flatMap((name) => {
      const field = kind.fields[name];
      if (!field) return [];
      return { ...inputOf(name, field), rare: !field.required && !filled(name) && !first.includes(name) };
    }),
    values: Object.fromEntries(names.flatMap((name) => (stands?.[name] === undefined ? [] : [[name, stands[name]]]))),
  };
}

/** A value of a choice as staff say it: "SENSupport" is "SEN support", unless the field has its own words. */
export function choiceInWords(field: Pick<Field, 'words'>, value: string): string {
  const own = field.words?.[value];
  if (own !== undefined) return own;
  const [first = '', ...rest] = value
    .replace(/[-_]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(' ');
  return [first, ...rest.map((word) => (/^[A-Z]+$/.test(word) ? word : word.toLowerCase()))].join(' ');
}

function inputOf(name: string, field: Field): FormInput {
  return {
    name,
    kind: field.kind,
    label: field.label,
    required: field.required,
    hint: field.hint,
    options: field.options?.map((value) => ({ value, says: choiceInWords(field, value) })),
    maxLength: field.maxLength,
    to: field.to,
  };
}

/**
 * The input of a correction: any of the named fields, each checked as the record checks it; a field that is left out stays
 * as it is, an empty text clears one that need not be filled in.
 */
export function correctionOf<F extends Fields, N extends keyof F & string>(
  kind: RecordKind<string, F>,
  names: readonly N[],
): z.ZodType<Partial<ValuesOf<Pick<F, N>>>> {
  const shape = Object.fromEntries(names.map((name) => [name, stated(kind.fields[name])]));
  return z.strictObject(shape) as unknown as z.ZodType<Partial<ValuesOf<Pick<F, N>>>>;
}

/** Yes or no and sets read "never set" as no and none when a list is read; in a correction they only count when stated. */
function stated(field: Field | undefined): z.ZodType {
  if (field?.kind === 'yesNo') return z.boolean({ error: () => `${field.label} must be yes or no.` }).optional();
  if (field?.kind === 'choices' && field.options) {
    return z
      .array(z.enum([...field.options], { error: () => `${field.label} may hold: ${field.options?.join(', ')}.` }))
      .optional();
  }
  return (field?.check ?? z.never()).optional();
}
