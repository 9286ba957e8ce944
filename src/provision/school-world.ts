import { randomUUID } from 'node:crypto';
import type { School, Store, World } from '../app/ports.ts';
import type { Graph } from '../microsoft365/graph.ts';
import { openListStore } from '../microsoft365/list-store.ts';
import { peopleOf } from '../microsoft365/people.ts';
import { yearsKeptOn } from '../school/office/settings-on.ts';
import { records } from '../school/records.ts';
import type { SchoolPlace } from './sites.ts';

/**
 * The app's world as the command line has it: the schools' lists and the machine's clock, no chat and no rounds. What is done
 * here goes the same way as in the tab (check, journal, lists); a message that follows from it is sent by the server.
 */
export function commandLineWorld(graph: Graph, places: readonly SchoolPlace[]): World {
  const now = () => new Date().toISOString();
  const schools: readonly School[] = places.map(({ school, site }) => {
    const today = () => now().slice(0, 10);
    const store: Store = openListStore({
      school,
      site,
      graph,
      kinds: records,
      today,
      yearsKept: (retention) => yearsKeptOn(store.known().setting, today(), retention),
    }) as Store;
    return { key: school, store };
  });
  return {
    schools: () => schools,
    directory: peopleOf(graph),
    clock: { now, wakeAt: () => new Promise(() => undefined) },
    server: `provision-${randomUUID().slice(0, 8)}`,
  };
}
