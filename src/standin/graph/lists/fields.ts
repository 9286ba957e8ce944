import { isRow } from '../../state/rows.ts';
import { invalid } from '../failure.ts';
import { type Column, isMultiple } from './column.ts';

/** Values of an item by internal column name, as kept: no empty text, instants in UTC. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Lays the values of a create or update over the old ones. Refuses unknown and read-only columns, values of another
 * type, choices that are not offered, text that is too long. `null` and empty text clear a value.
 */
export function mergeFields(columns: readonly Column[], old: Fields, given: Readonly<Record<string, unknown>>): Fields {
  const merged: Record<string, unknown> = { ...old };
  for (const [key, value] of Object.entries(given)) {
    if (key.includes('@')) continue;
    const column = columnFor(columns, key);
    if (!column) throw invalid(`Field '${key}' is not recognized`);
    if (column.readOnly) throw invalid(`Field '${key}' is read-only`);
    const checked = check(column, key, value, given);
    if (checked === undefined) delete merged[key];
    else merged[key] = checked;
  }
  return merged;
}

/** Adds the columns' default values to a new item. */
export function withDefaults(columns: readonly Column[], fields: Fields): Fields {
  const full: Record<string, unknown> = { ...fields };
  for (const column of columns) {
    if (column.defaultValue !== undefined && full[column.name] === undefined) {
      full[column.name] = fromText(column, column.defaultValue);
    }
  }
  return full;
}

/** Refuses an item that lacks a required value. */
export function requireFields(columns: readonly Column[], fields: Fields): void {
  const missing = columns.find((column) => column.required && !column.readOnly && fields[column.name] === undefined);
  if (missing) throw invalid(`The field '${missing.name}' is required and cannot be empty.`);
}

/** The value as an index holds it: text without regard to case, yes/no as 1 and 0. */
export function indexValue(value: unknown): string | number | null {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return null;
}

function columnFor(columns: readonly Column[], key: string): Column | undefined {
  const exact = columns.find((column) => column.name === key);
  if (exact && exact.facet !== 'lookup' && exact.facet !== 'personOrGroup') return exact;
  const plain = key.replace(/LookupId$/, '');
  const linked = columns.find((column) => column.name === plain);
  return key !== plain && (linked?.facet === 'lookup' || linked?.facet === 'personOrGroup') ? linked : undefined;
}

function check(column: Column, key: string, value: unknown, given: Readonly<Record<string, unknown>>): unknown {
  if (value === null || value === '') return undefined;
  if (isMultiple(column)) return checkMany(column, key, value, given);
  switch (column.facet) {
    case 'text':
      return checkText(column, value);
    case 'choice':
      return checkChoice(column, value);
    case 'number':
    case 'currency':
      return checkNumber(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(column, 'true or false');
      return value;
    case 'dateTime':
      return checkInstant(column, value);
    case 'lookup':
    case 'personOrGroup':
      if (!Number.isInteger(Number(value))) throw wrongType(column, 'the number of an item');
      return String(value);
    default: {
      const never: never = column.facet;
      return never;
    }
  }
}

function checkText(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column, 'text');
  const most = Number(column.definition.maxLength ?? 255);
  if (value.length > most) {
    throw invalid(`Field '${column.name}': the text is ${value.length} characters long, at most ${most} are allowed.`);
  }
  return value;
}

function checkChoice(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column, 'one of its choices');
  const { choices, allowTextEntry } = column.definition;
  if (allowTextEntry !== true && Array.isArray(choices) && !choices.includes(value)) {
    throw invalid(`Field '${column.name}': the value is not one of the choices of this column.`);
  }
  return value;
}

function checkNumber(column: Column, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(column, 'a number');
  const { minimum, maximum } = column.definition;
  if ((typeof minimum === 'number' && value < minimum) || (typeof maximum === 'number' && value > maximum)) {
    throw invalid(`Field '${column.name}': the number is outside the range of this column.`);
  }
  return value;
}

function checkInstant(column: Column, value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(T|$)/.test(value) || Number.isNaN(Date.parse(value))) {
    throw wrongType(column, 'a date and time');
  }
  return `${new Date(value).toISOString().slice(0, 19)}Z`;
}

function checkMany(column: Column, key: string, value: unknown, given: Readonly<Record<string, unknown>>): unknown {
  const kind = column.facet === 'choice' ? 'Collection(Edm.String)' : 'Collection(Edm.Int32)';
  if (given[`${key}@odata.type`] !== kind)
    throw invalid(`Field '${column.name}' needs '${key}@odata.type': '${kind}'.`);
  if (!Array.isArray(value)) throw wrongType(column, 'a collection');
  if (column.facet === 'choice') for (const one of value) checkChoice(column, one);
  return value.length === 0 ? undefined : value;
}

function fromText(column: Column, value: string): unknown {
  if (column.facet === 'number' || column.facet === 'currency') return Number(value);
  if (column.facet === 'boolean') return value === '1' || value.toLowerCase() === 'true';
  return value;
}

function wrongType(column: Column, wanted: string): Error {
  return invalid(`Field '${column.name}': the value is not ${wanted}.`);
}

/** The `fields` object of a request body. */
export function fieldsIn(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { fields } = body;
  if (fields === undefined) return {};
  if (!isRow(fields)) throw invalid("The property 'fields' must be an object.");
  return fields;
}
