import type { Graph } from '../microsoft365/graph.ts';
import { grantsOnSite, libraryOfSite, usersOfSite } from '../microsoft365/site-users.ts';
import { checkLists } from './create-lists.ts';
import { siteAccess } from './site-access.ts';
import type { SchoolPlace } from './sites.ts';

const libraryGone =
  'The site has no document library, so no minutes can be filed. Add one under Site contents (New, Document library).';

/**
 * Checks each school's site: its lists and columns, its library, and who can open it. Says who can, and everything that is wrong; answers the
 * exit code, 1 when anything is. Least permission: Sites.Selected with read on the site; the applications' grants are listed
 * only for a sign-in with Sites.FullControl.All.
 */
export async function check(
  graph: Graph,
  places: readonly SchoolPlace[],
  say: (sentence: string) => void,
): Promise<number> {
  let wrong = 0;
  let lacking = 0;
  for (const { school, site, accepted = [] } of places) {
    const lists = await checkLists(graph, site);
    const [users, library, grants] = await Promise.all([
      usersOfSite(graph, site),
      libraryOfSite(graph, site),
      grantsOnSite(graph, site),
    ]);
    const access = siteAccess({ users, group: library?.group, grants, accepted });
    const noLibrary = library ? [] : [libraryGone];
    for (const line of access.lines) say(`${school}: ${line}`);
    for (const sentence of [...lists, ...noLibrary, ...access.wrong]) say(`${school}: ${sentence}`);
    lacking += lists.length;
    wrong += lists.length + noLibrary.length + access.wrong.length;
  }
  if (lacking === 0) say('All lists and columns are in place.');
  return wrong === 0 ? 0 : 1;
}
