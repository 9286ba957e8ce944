import { isRow } from '../../state/rows.ts';
import { invalid } from '../failure.ts';

/** A column of a list. `facet` is the one that says its kind; `definition` is that facet's content. */
export interface Column {
  readonly id: string;
  /** Internal name, fixed when the column is made. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly facet: Facet;
  readonly definition: Readonly<Record<string, unknown>>;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly required: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly defaultValue?: string;
  readonly builtIn: boolean;
}

const facets = ['text', 'choice', 'number', 'boolean', 'dateTime', 'currency', 'lookup', 'personOrGroup'] as const;

/** The kinds of column that the stand-in knows. */
export type Facet = (typeof facets)[number];

const usualDefinition: Readonly<Record<Facet, Readonly<Record<string, unknown>>>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
  number: { decimalPlaces: 'automatic', displayAs: 'number' },
  boolean: {},
  dateTime: { displayAs: 'default', format: 'dateTime' },
  currency: { locale: 'en-gb' },
  lookup: {},
  personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly', displayAs: 'nameWithPresence' },
};

const known = new Set<string>([
  ...facets,
  ...'name displayName description indexed enforceUniqueValues required hidden readOnly defaultValue columnGroup'.split(
    ' ',
  ),
]);

/** Reads the body of a column create. Refuses odd names, no facet or two, and unique values without an index. */
export function newColumn(body: Readonly<Record<string, unknown>>, id: string): Column {
  refuseUnknown(body);
  const name = body.name;
  if (typeof name !== 'string' || name === '') throw invalid('The column needs a name.');
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,31}$/.test(name)) throw invalid(`The column name '${name}' is not valid.`);
  const given = facets.filter((facet) => body[facet] !== undefined);
  const facet = given[0];
  if (!facet || given.length > 1) throw invalid(`Column '${name}': exactly one column type must be given.`);
  const column: Column = {
    id,
    name,
    displayName: string(body, 'displayName', name),
    description: string(body, 'description', ''),
    facet,
    definition: definition(facet, body[facet], name),
    indexed: flag(body, 'indexed', false),
    enforceUniqueValues: flag(body, 'enforceUniqueValues', false),
    required: flag(body, 'required', false),
    hidden: flag(body, 'hidden', false),
    readOnly: flag(body, 'readOnly', false),
    defaultValue: defaultValue(body),
    builtIn: false,
  };
  checkColumn(column);
  return column;
}

/** Reads the body of a column update. Refuses another name or kind. */
export function changedColumn(column: Column, body: Readonly<Record<string, unknown>>): Column {
  refuseUnknown(body);
  if (body.name !== undefined && body.name !== column.name)
    throw invalid('The internal name of a column cannot change.');
  const other = facets.find((facet) => facet !== column.facet && body[facet] !== undefined);
  if (other) throw invalid(`Column '${column.name}' cannot become a column of type ${other}.`);
  const facetBody = body[column.facet];
  const changed: Column = {
    ...column,
    displayName: string(body, 'displayName', column.displayName),
    description: string(body, 'description', column.description),
    definition:
      facetBody === undefined
        ? column.definition
        : definition(column.facet, { ...column.definition, ...(isRow(facetBody) ? facetBody : {}) }, column.name),
    indexed: flag(body, 'indexed', column.indexed),
    enforceUniqueValues: flag(body, 'enforceUniqueValues', column.enforceUniqueValues),
    required: flag(body, 'required', column.required),
    hidden: flag(body, 'hidden', column.hidden),
    readOnly: flag(body, 'readOnly', column.readOnly),
    defaultValue: body.defaultValue === undefined ? column.defaultValue : defaultValue(body),
  };
  checkColumn(changed);
  return changed;
}

/** A column as Graph gives it: without the properties that list columns leave out. */
export function columnBody(column: Column): Record<string, unknown> {
  return {
    id: column.id,
    name: column.name,
    displayName: column.displayName,
    description: column.description,
    columnGroup: column.builtIn ? '_Hidden' : 'Custom Columns',
    indexed: column.indexed,
    enforceUniqueValues: column.enforceUniqueValues,
    required: column.required,
    hidden: column.hidden,
    readOnly: column.readOnly,
    ...(column.defaultValue === undefined ? {} : { defaultValue: { value: column.defaultValue } }),
    [column.facet]: column.definition,
  };
}

/** Whether values of this column are text of several lines, which no index takes. */
export function isLongText(column: Column): boolean {
  return column.facet === 'text' && column.definition.allowMultipleLines === true;
}

/** Whether values of this column are arrays. */
export function isMultiple(column: Column): boolean {
  const { displayAs, allowMultipleValues, allowMultipleSelection } = column.definition;
  if (column.facet === 'choice') return displayAs === 'checkBoxes';
  return allowMultipleValues === true || allowMultipleSelection === true;
}

function checkColumn(column: Column): void {
  if (column.indexed && (isLongText(column) || isMultiple(column))) {
    throw invalid(`Column '${column.name}' is of a type that cannot be indexed.`);
  }
  if (!column.enforceUniqueValues) return;
  if (!column.indexed) throw invalid(`Column '${column.name}' must be indexed to enforce unique values.`);
  if (column.facet === 'boolean')
    throw invalid(`Column '${column.name}' is of a type that cannot enforce unique values.`);
}

function definition(facet: Facet, value: unknown, name: string): Record<string, unknown> {
  if (!isRow(value)) throw invalid(`Column '${name}': ${facet} must be an object.`);
  const merged = { ...usualDefinition[facet], ...value };
  if (facet === 'text' && merged.allowMultipleLines === true && value.maxLength === undefined)
    merged.maxLength = 63_999;
  if (facet === 'choice' && (!Array.isArray(merged.choices) || merged.choices.length === 0)) {
    throw invalid(`Column '${name}': a choice column needs choices.`);
  }
  return merged;
}

function defaultValue(body: Readonly<Record<string, unknown>>): string | undefined {
  const given = body.defaultValue;
  return isRow(given) && typeof given.value === 'string' ? given.value : undefined;
}

function refuseUnknown(body: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(body).find((key) => !known.has(key) && !key.startsWith('@'));
  if (unknown !== undefined)
    throw invalid(`The property '${unknown}' does not exist on type 'microsoft.graph.columnDefinition'.`);
}

function string(body: Readonly<Record<string, unknown>>, name: string, otherwise: string): string {
  const value = body[name];
  if (value === undefined) return otherwise;
  if (typeof value !== 'string') throw invalid(`The property '${name}' must be a string.`);
  return value;
}

function flag(body: Readonly<Record<string, unknown>>, name: string, otherwise: boolean): boolean {
  const value = body[name];
  if (value === undefined) return otherwise;
  if (typeof value !== 'boolean') throw invalid(`The property '${name}' must be true or false.`);
  return value;
}
