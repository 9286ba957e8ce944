import { type ColumnDefinition, columnsOf } from '../schema/columns.ts';
import type { RecordKind } from '../schema/record.ts';
import type { Graph } from './graph.ts';
import { GraphError } from './graph-error.ts';

/** The ids of a site's lists by display name. Least permission: Sites.Selected, read. */
export async function listIds(graph: Graph, site: string): Promise<ReadonlyMap<string, string>> {
  const { value } = await graph.pages(`/sites/${site}/lists?$select=id,displayName`);
  return new Map(value.map((list) => [String(list.displayName), String(list.id)]));
}

/** What provisioning did to one list, as a sentence. */
export type Provisioned = { readonly list: string; readonly did: readonly string[] };

/**
 * Makes a record's list with all its columns and indexes, or adds what an existing list lacks. Safe to run again.
 * Least permission: Sites.Selected with fullcontrol on the site; the app itself runs with write.
 */
export async function provisionList(
  graph: Graph,
  site: string,
  kind: RecordKind,
  ids: ReadonlyMap<string, string>,
): Promise<Provisioned> {
  const columns = columnsOf(kind);
  const id = ids.get(kind.list);
  if (id === undefined) {
    await graph.post(`/sites/${site}/lists`, { displayName: kind.list, columns, list: { template: 'genericList' } });
    return { list: kind.list, did: [`made with ${columns.length} columns`] };
  }
  const { value } = await graph.pages(`/sites/${site}/lists/${id}/columns`);
  const there = new Map(value.map((column) => [String(column.name), column]));
  const did: string[] = [];
  for (const column of columns) {
    const held = there.get(column.name);
    if (!held) did.push(await addColumn(graph, site, id, column));
    else if (column.indexed && held.indexed !== true)
      did.push(`column ${column.name} has lost its index: run again on a smaller list, or ask support`);
  }
  return { list: kind.list, did };
}

async function addColumn(graph: Graph, site: string, list: string, column: ColumnDefinition): Promise<string> {
  try {
    await graph.post(`/sites/${site}/lists/${list}/columns`, column);
    return `column ${column.name} added`;
  } catch (error) {
    if (!(error instanceof GraphError) || error.status !== 422) throw error;
    const { indexed: _indexed, enforceUniqueValues: _unique, ...plain } = column;
    await graph.post(`/sites/${site}/lists/${list}/columns`, plain);
    return `column ${column.name} added without its index: the list is too large to index now`;
  }
}
