import type { Graph } from '../microsoft365/graph.ts';
import { columnsOfList, createColumn, createList, listsOfSite } from '../microsoft365/lists.ts';
import { columnsOf } from '../schema/columns.ts';
import { records } from '../school/records.ts';

/** Ids of the lists by their names. */
export type ListIds = ReadonlyMap<string, string>;

/**
 * Makes every list of the app on a site, with all columns and indexes, or adds what is missing. Safe to run again.
 * Says each thing it does (or would do, in a dry run). Least permission: Sites.Selected with fullcontrol on the site.
 */
export async function createLists(
  graph: Graph,
  site: string,
  say: (sentence: string) => void,
  dryRun = false,
): Promise<ListIds> {
  const there = new Map(await listsOfSite(graph, site));
  for (const kind of Object.values(records)) {
    const columns = columnsOf(kind);
    const id = there.get(kind.list);
    if (id === undefined) {
      say(`${kind.list}: ${dryRun ? 'would be made' : 'made'} with ${columns.length} columns.`);
      if (!dryRun) there.set(kind.list, await createList(graph, site, kind.list, columns));
      continue;
    }
    const held = new Set((await columnsOfList(graph, site, id)).map(({ name }) => name));
    for (const column of columns.filter((one) => !held.has(one.name))) {
      say(`${kind.list}: column ${column.name} ${dryRun ? 'would be added' : 'added'}.`);
      if (!dryRun) await createColumn(graph, site, id, column);
    }
  }
  return there;
}

/** What a site lacks, as sentences; empty when all is in place. */
export async function checkLists(graph: Graph, site: string): Promise<readonly string[]> {
  const lacking: string[] = [];
  await createLists(graph, site, (sentence) => lacking.push(sentence.replace('would be', 'must be')), true);
  return [...lacking, ...(await looseColumns(graph, site))];
}

/** Columns that stand without the index or the uniqueness on which the app's filters and keys rely. */
async function looseColumns(graph: Graph, site: string): Promise<readonly string[]> {
  const there = await listsOfSite(graph, site);
  const found: string[] = [];
  for (const kind of Object.values(records)) {
    const id = there.get(kind.list);
    if (id === undefined) continue;
    const held = new Map((await columnsOfList(graph, site, id)).map((column) => [column.name, column]));
    for (const { name, indexed, enforceUniqueValues } of columnsOf(kind)) {
      const column = held.get(name);
      if (column && indexed && !column.indexed) found.push(`${kind.list}: column ${name} must be indexed.`);
      if (column && enforceUniqueValues && !column.unique)
        found.push(`${kind.list}: column ${name} must enforce unique values.`);
    }
  }
  return found;
}
