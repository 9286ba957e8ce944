import type { ColumnDefinition } from '../schema/columns.ts';
import type { Graph } from './graph.ts';

/** Lists of a site by displayed name (Sites.Selected, read). */
export async function listsOfSite(graph: Graph, site: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const page of graph.pages(`/sites/${site}/lists?$select=id,displayName`)) {
    for (const list of Array.isArray(page.value) ? page.value : []) {
      const { id, displayName } = Object(list);
      if (typeof id === 'string' && typeof displayName === 'string') found.set(displayName, id);
    }
  }
  return found;
}

/** What a column that stands on a list can hold; `other`: a kind that we never make. */
export type HeldKind = 'text' | 'choice' | 'number' | 'boolean' | 'other';

/** A column as it stands on a list. */
export interface HeldColumn {
  readonly id: string;
  readonly name: string;
  readonly kind: HeldKind;
  readonly indexed: boolean;
  readonly unique: boolean;
  /** The values that a choice column offers; empty for others. */
  readonly choices: readonly string[];
  /** Whether a choice column takes words that are not among its choices. */
  readonly freeText: boolean;
  /** Whether a text column takes several lines. */
  readonly severalLines: boolean;
  /** Most characters of a text column; undefined where SharePoint does not say. */
  readonly maxLength?: number;
  /** SharePoint's own: people neither made it nor can fill it in. */
  readonly builtIn: boolean;
}

const kinds = ['text', 'choice', 'number', 'boolean'] as const;

/** Columns that SharePoint puts on every list and that it does not mark read only. */
const onEveryList = new Set(['Title', 'Attachments', 'ContentType', 'ComplianceAssetId', 'Edit', '_ColorTag']);

/** A list's columns with what each can hold (Sites.Selected, read). */
export async function columnsOfList(graph: Graph, site: string, list: string): Promise<readonly HeldColumn[]> {
  const held: HeldColumn[] = [];
  for await (const page of graph.pages(`/sites/${site}/lists/${list}/columns`)) {
    for (const column of Array.isArray(page.value) ? page.value : []) held.push(heldColumn(Object(column)));
  }
  return held;
}

function heldColumn(column: Readonly<Record<string, unknown>>): HeldColumn {
  const { choices, allowTextEntry } = Object(column.choice);
  const { allowMultipleLines, maxLength } = Object(column.text);
  const name = String(column.name);
  return {
    id: String(column.id),
    name,
    kind: kinds.find((kind) => typeof column[kind] === 'object' && column[kind] !== null) ?? 'other',
    indexed: column.indexed === true,
    unique: column.enforceUniqueValues === true,
    choices: Array.isArray(choices) ? choices.map(String) : [],
    freeText: allowTextEntry === true,
    severalLines: allowMultipleLines === true,
    maxLength: typeof maxLength === 'number' ? maxLength : undefined,
    builtIn: onEveryList.has(name) || column.readOnly === true || column.hidden === true,
  };
}

/** Makes a list with all its columns and indexes at once; answers its id (Sites.Selected, fullcontrol). */
export async function createList(
  graph: Graph,
  site: string,
  displayName: string,
  columns: readonly ColumnDefinition[],
): Promise<string> {
  const body = { displayName, columns, list: { template: 'genericList' } };
  return String(Object(await graph.post(`/sites/${site}/lists`, body)).id);
}

/** Adds one column to a list (Sites.Selected, fullcontrol). */
export async function createColumn(graph: Graph, site: string, list: string, column: ColumnDefinition): Promise<void> {
  await graph.post(`/sites/${site}/lists/${list}/columns`, column);
}

/** Changes what a column takes; its name and its kind stay (Sites.Selected, fullcontrol). */
export async function changeColumn(
  graph: Graph,
  site: string,
  list: string,
  column: string,
  change: Partial<ColumnDefinition>,
): Promise<void> {
  await graph.patch(`/sites/${site}/lists/${list}/columns/${column}`, change);
}
