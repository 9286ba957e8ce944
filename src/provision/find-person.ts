import type { Graph } from '../microsoft365/graph.ts';
import type { FindPerson } from './scenarios/scenario.ts';

/** Looks people of the tenant up by mail (User.ReadBasic.All). */
export function personFinder(graph: Graph): FindPerson {
  return async (mail) => {
    const found = Object(
      await graph.get(`/users?$filter=${encodeURIComponent(`mail eq '${mail}'`)}&$select=id,displayName`),
    );
    const person = Object(Array.isArray(found.value) ? found.value[0] : undefined);
    if (typeof person.id !== 'string') throw new Error(`Nobody in the tenant has the mail address ${mail}.`);
    return { id: person.id, name: String(person.displayName) };
  };
}
