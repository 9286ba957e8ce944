import type { Field } from './fields.ts';
import type { RecordKind } from './record.ts';

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
