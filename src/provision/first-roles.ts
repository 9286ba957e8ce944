import type { Graph } from '../microsoft365/graph.ts';
import type { ListIds } from './create-lists.ts';
import { type NewRecord, writeRecords } from './write-records.ts';

/** The two people with whom a school begins, by sign-in name; later roles wait for the head (design: Roles). */
export interface FirstPeople {
  readonly head?: string;
  readonly apLead?: string;
}

/**
 * Writes the head's and the AP leader's role from `today` (`YYYY-MM-DD`). Somebody who holds the role already is left as
 * they are. Both people are looked up before anything is written; an unknown sign-in name is refused in one sentence.
 * Least permission: User.ReadBasic.All, and Sites.Selected with write on the site.
 */
export async function writeFirstRoles(
  graph: Graph,
  site: string,
  lists: ListIds,
  people: FirstPeople,
  today: string,
  say: (sentence: string) => void,
  dryRun = false,
): Promise<void> {
  const wanted = [
    { role: 'head', upn: people.head },
    { role: 'ap-leader', upn: people.apLead },
  ].flatMap(({ role, upn }) => (upn === undefined ? [] : [{ role, upn }]));
  const found = await Promise.all(wanted.map(async ({ role, upn }) => ({ role, ...(await personOf(graph, upn)) })));
  const held = await rolesOn(graph, site, lists.get('AP Roles'));
  for (const { role, id, name, mail } of found) {
    if (held.has(`${id}|${role}`)) {
      say(`${name} is ${role} already.`);
      continue;
    }
    say(`${name} ${dryRun ? 'would become' : 'is now'} ${role}, from ${today}.`);
    const values = { person: id, personName: name, mail, role, from: today, state: 'Active' };
    const record: NewRecord = { record: 'roleAssignment', key: `${id}|${role}|${today}`, values };
    if (!dryRun) await writeRecords(graph, site, lists, [record]);
  }
}

async function personOf(graph: Graph, upn: string): Promise<{ id: string; name: string; mail?: string }> {
  const filter = encodeURIComponent(`userPrincipalName eq '${upn.replaceAll("'", "''")}'`);
  const { value } = Object(await graph.get(`/users?$filter=${filter}&$select=id,displayName,mail`));
  const { id, displayName, mail } = Object(Array.isArray(value) ? value[0] : undefined);
  if (typeof id !== 'string') {
    throw new Error(`Nobody in the tenant signs in as ${upn}, so no role was written. Check the address in Entra.`);
  }
  return { id, name: String(displayName), mail: typeof mail === 'string' ? mail : undefined };
}

/** `person|role` of every active assignment; none where the list is not made yet. */
async function rolesOn(graph: Graph, site: string, list: string | undefined): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  if (list === undefined) return held;
  for await (const page of graph.pages(`/sites/${site}/lists/${list}/items?$expand=fields`)) {
    for (const item of Array.isArray(page.value) ? page.value : []) {
      const { Person, Role, State } = Object(Object(item).fields);
      if (State === 'Active') held.add(`${Person}|${Role}`);
    }
  }
  return held;
}
