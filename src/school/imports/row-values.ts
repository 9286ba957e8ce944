import type { Fields, ValuesOf } from '../../schema/record.ts';
import { readCell } from './cells.ts';
import type { FieldChange } from './plan.types.ts';

/** The values that the cells of a row give, and a sentence for each cell that cannot be read. Blank cells give nothing. */
export function rowValues<F extends Fields>(
  fields: F,
  cells: Readonly<Record<string, string>>,
): { readonly values: Partial<ValuesOf<F>>; readonly troubles: readonly string[] } {
  const values: Record<string, unknown> = {};
  const troubles: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const cell = readCell(name, field, cells[name] ?? '');
    if ('value' in cell) values[name] = cell.value;
    if ('trouble' in cell) troubles.push(cell.trouble);
  }
  return { values: values as Partial<ValuesOf<F>>, troubles };
}

/** The values among these that differ from what stands, and the same said for people. */
export function differences<V extends object>(
  fields: Fields,
  stands: Partial<V> | undefined,
  values: Partial<V>,
): { readonly changed: Partial<V>; readonly changes: readonly FieldChange[] } {
  const changed: Partial<V> = {};
  const changes: FieldChange[] = [];
  for (const name of Object.keys(values) as (keyof V & string)[]) {
    const [before, after] = [stands?.[name], values[name]];
    if (after === undefined || inWords(before) === inWords(after)) continue;
    changed[name] = after;
    const from = inWords(before);
    changes.push({ label: fields[name]?.label ?? name, ...(from ? { from } : {}), to: inWords(after) });
  }
  return { changed, changes };
}

/** The required fields that neither the row nor what stands fills, a sentence each. */
export function missingFields(fields: Fields, together: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields)
    .filter(([name, field]) => field.required && (together[name] === undefined || together[name] === ''))
    .map(([, field]) => `${field.label} is missing.`);
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
