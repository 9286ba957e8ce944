import type { Graph } from '../microsoft365/graph.ts';
import { columnsOfList, listsOfSite } from '../microsoft365/lists.ts';
import { columnsOf } from '../schema/columns.ts';
import { records } from '../school/records.ts';
import { carryOutStep } from './carry-out-step.ts';
import { type HeldList, type Step, stepsFor } from './list-steps.ts';
import { sayStep } from './say-step.ts';

/** Ids of the lists by their names. */
export type ListIds = ReadonlyMap<string, string>;

type Say = (sentence: string) => void;

/**
 * Makes every list of the app on a site, with all columns and indexes, or adds what is missing; columns that stand are left as
 * they are (`migrateLists` changes them). Safe to run again. Says each thing it does (or would do, in a dry run). Least
 * permission: Sites.Selected with fullcontrol on the site.
 */
export async function createLists(graph: Graph, site: string, say: Say, dryRun = false): Promise<ListIds> {
  const { ids, steps } = await stepsOn(graph, site);
  const missing = steps.filter((step) => step.do === 'make-list' || step.do === 'add-column');
  await carryOut(graph, site, ids, missing, say, dryRun);
  return ids;
}

/**
 * Brings the lists of a site to what the records say: what is missing is made, what stands is widened, nothing is deleted. What
 * SharePoint refuses is said, and the rest goes on. Answers what is left undone, as sentences; a dry run only says what it would
 * do. Least permission: Sites.Selected with fullcontrol on the site.
 */
export async function migrateLists(graph: Graph, site: string, say: Say, dryRun = false): Promise<readonly string[]> {
  const { ids, steps } = await stepsOn(graph, site);
  if (steps.every((step) => step.do === 'leave' && step.why === 'not-ours')) say('All lists and columns are in place.');
  return await carryOut(graph, site, ids, steps, say, dryRun);
}

/** What a site lacks, as sentences; empty when all is in place. Columns that are not ours are no lack. */
export async function checkLists(graph: Graph, site: string): Promise<readonly string[]> {
  const { steps } = await stepsOn(graph, site);
  return steps.filter((step) => step.do !== 'leave' || step.why === 'kind').map((step) => sayStep(step, 'must'));
}

async function stepsOn(graph: Graph, site: string): Promise<{ ids: Map<string, string>; steps: readonly Step[] }> {
  const ids = new Map(await listsOfSite(graph, site));
  const wanted = Object.values(records).map((kind) => ({ list: kind.list, columns: columnsOf(kind) }));
  const held = new Map<string, HeldList>();
  for (const { list } of wanted) {
    const id = ids.get(list);
    if (id !== undefined) held.set(list, { id, columns: await columnsOfList(graph, site, id) });
  }
  return { ids, steps: stepsFor(wanted, held) };
}

async function carryOut(
  graph: Graph,
  site: string,
  ids: Map<string, string>,
  steps: readonly Step[],
  say: Say,
  dryRun: boolean,
): Promise<readonly string[]> {
  const undone: string[] = [];
  for (const step of steps) {
    if (step.do === 'leave' || dryRun) {
      say(sayStep(step, 'would'));
      if (step.do === 'leave' && step.why === 'kind') undone.push(sayStep(step, 'must'));
      continue;
    }
    const refusal = await carryOutStep(graph, site, ids, step);
    say(refusal ?? sayStep(step, 'done'));
    if (refusal !== undefined) undone.push(refusal);
  }
  return undone;
}
