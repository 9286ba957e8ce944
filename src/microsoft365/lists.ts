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

/** A column as it stands on a list. */
export interface HeldColumn {
  readonly name: string;
  readonly indexed: boolean;
  readonly unique: boolean;
}

/** A list's columns, and whether each is indexed and refuses a second of the same value (Sites.Selected, read). */
export async function columnsOfList(graph: Graph, site: string, list: string): Promise<readonly HeldColumn[]> {
  const held: HeldColumn[] = [];
  for await (const page of graph.pages(`/sites/${site}/lists/${list}/columns`)) {
    for (const column of Array.isArray(page.value) ? page.value : []) {
      const { name, indexed, enforceUniqueValues } = Object(column);
      held.push({ name: String(name), indexed: indexed === true, unique: enforceUniqueValues === true });
    }
  }
  return held;
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
