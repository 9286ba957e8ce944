import { z } from 'zod';
import type { Field } from './fields.ts';
import type { Fields, RecordKind, ValuesOf } from './record.ts';

/** One input of a form, as plain data that the tab can draw. */
export interface FormInput {
  readonly name: string;
  readonly kind: Field['kind'];
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly options?: readonly string[];
  readonly maxLength?: number;
  readonly to?: string;
}

/** The form of a record: its inputs in the order of its declaration. `json` fields belong to the app and are left out. */
export function formOf(kind: RecordKind): readonly FormInput[] {
  return Object.entries(kind.fields)
    .filter(([, field]) => field.kind !== 'json')
    .map(([name, field]) => ({
      name,
      kind: field.kind,
      label: field.label,
      required: field.required,
      hint: field.hint,
      options: field.options,
      maxLength: field.maxLength,
      to: field.to,
    }));
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
