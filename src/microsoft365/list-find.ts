import { columnName } from '../schema/columns.ts';
import { fromItem } from '../schema/items.ts';
import type { RecordKind, RecordOf } from '../schema/record.ts';
import type { Graph } from './graph.ts';
import { graphTrouble } from './graph-error.ts';
import { itemOf } from './list-mirror.ts';

/** Rows read at most: a page, a screen, is never longer. */
const most = 1_000;

/**
 * Rows of a list by one indexed field, or by `recordKey`, whether memory keeps them or not. JSON columns are left out: they
 * are large, and whoever wants them reads the one row. Rows that cannot be read are left out.
 */
export async function findRows<R extends RecordKind>(
  graph: Graph,
  places: { readonly pathOf: (kind: RecordKind) => Promise<string> },
  kind: R | undefined,
  field: string,
  value: string,
): Promise<readonly RecordOf<R>[]> {
  if (!kind) throw graphTrouble({ status: 400 });
  const wanted = Object.entries(kind.fields).flatMap(([name, { kind: holds }]) => (holds === 'json' ? [] : [name]));
  const columns = ['RecordKey', 'Entry', ...wanted.map(columnName)].join(',');
  const is = encodeURIComponent(value.replaceAll("'", "''"));
  const path = `${await places.pathOf(kind)}/items?$expand=fields($select=${columns})&$filter=fields/${columnName(field)} eq '${is}'&$top=500`;
  const found: RecordOf<R>[] = [];
  for await (const page of graph.pages(path)) {
    for (const each of Array.isArray(page.value) ? page.value : []) {
      const read = fromItem(kind, itemOf(each));
      if (read.ok) found.push(read.value);
    }
    if (found.length >= most) break;
  }
  return found;
}
