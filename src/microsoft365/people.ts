import type { Graph } from './graph.ts';
import { GraphTroubled } from './graph-error.ts';

/** People of the tenant by Entra object id or by the address they sign in with (User.ReadBasic.All); undefined when there is no such person. */
export function peopleOf(graph: Graph): {
  find(id: string): Promise<{ id: string; displayName: string; mail?: string } | undefined>;
} {
  return {
    async find(id) {
      try {
        const found = Object(await graph.get(`/users/${encodeURIComponent(id)}?$select=id,displayName,mail`));
        const { displayName, mail } = found;
        // Asked by an address, the person is still known by the object id.
        return {
          id: String(found.id),
          displayName: String(displayName),
          mail: typeof mail === 'string' ? mail : undefined,
        };
      } catch (error) {
        if (error instanceof GraphTroubled && error.kind === 'NotFound') return undefined;
        throw error;
      }
    },
  };
}
