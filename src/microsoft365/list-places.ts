import { columnsOf } from '../schema/columns.ts';
import type { RecordKind } from '../schema/record.ts';
import { sendBatch } from './batch.ts';
import type { Graph } from './graph.ts';
import type { GraphTroubled } from './graph-error.ts';
import { columnGone, listGone } from './list-words.ts';
import { listsOfSite } from './lists.ts';

/** Where the lists of a site are. */
export interface ListPlaces {
  /** Path of a list, `/sites/{site}/lists/{list}`. Throws ListGone or ColumnGone, in words, when it is not as it was made. */
  pathOf(kind: RecordKind): Promise<string>;
  /** Looks again at the next question: somebody has changed a list by hand. */
  forget(): void;
}

type Found = ReadonlyMap<string, string | GraphTroubled>;

/**
 * Finds the lists of a site by name and looks whether each has its columns: two requests for all lists together, kept
 * until a list is found wanting. A list without one of its columns would read as if nobody had ever filled it in.
 */
export function listPlaces(graph: Graph, site: string, kinds: readonly RecordKind[]): ListPlaces {
  let looked: Promise<Found> | undefined;

  async function look(): Promise<Found> {
    const ids = await listsOfSite(graph, site);
    const there = kinds.flatMap((kind) => {
      const id = ids.get(kind.list);
      return id === undefined ? [] : [{ kind, path: `/sites/${site}/lists/${id}` }];
    });
    const answers = await sendBatch(
      graph,
      there.map(({ path }) => ({ method: 'GET', path: `${path}/columns` })),
    );
    return new Map(
      there.map(({ kind, path }, index) => {
        const answer = answers[index];
        if (!answer?.ok) throw answer?.trouble ?? listGone(kind);
        const { value } = answer.body;
        const held = new Set(Array.isArray(value) ? value.map((column: unknown) => Object(column).name) : []);
        const lacking = columnsOf(kind).find((column) => !held.has(column.name));
        return [kind.list, lacking ? columnGone(kind, lacking.name) : path];
      }),
    );
  }
  const forget = () => {
    looked = undefined;
  };
  return {
    async pathOf(kind) {
      looked ??= look();
      const asked = looked;
      const found = await asked.catch((error: unknown) => {
        if (looked === asked) forget();
        throw error;
      });
      const place = found.get(kind.list) ?? listGone(kind);
      if (typeof place === 'string') return place;
      if (looked === asked) forget();
      throw place;
    },
    forget,
  };
}
