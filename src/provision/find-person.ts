import type { Graph } from '../microsoft365/graph.ts';
import type { FindPerson } from './scenarios/scenario.ts';

/** Looks people of the tenant up by mail, or by Entra object id where that is what is known (User.ReadBasic.All). */
export function personFinder(graph: Graph): FindPerson {
  return async (who) => {
    const byId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(who);
    const where = byId
      ? `/users/${who}?$select=id,displayName,mail`
      : `/users?$filter=${encodeURIComponent(`mail eq '${who}'`)}&$select=id,displayName,mail`;
    const found = Object(await graph.get(where));
    const person = byId ? found : Object(Array.isArray(found.value) ? found.value[0] : undefined);
    if (typeof person.id !== 'string') throw new Error(`Nobody in the tenant has the mail address ${who}.`);
    return { id: person.id, name: String(person.displayName), mail: String(person.mail ?? '') };
  };
}
