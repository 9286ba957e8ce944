import type { Graph } from '../microsoft365/graph.ts';
import { GraphTroubled } from '../microsoft365/graph-error.ts';
import { changeColumn, createColumn, createList } from '../microsoft365/lists.ts';
import type { Step } from './list-steps.ts';

/** A step that changes something. */
export type Doing = Exclude<Step, { do: 'leave' }>;

/**
 * Carries one step out; a list that is made is added to `ids`. Answers nothing when it is done, or a sentence about what
 * SharePoint refused for good: no index on a list of more than 20,000 items nor beyond the twentieth, no uniqueness over values
 * that stand twice. Throws GraphTroubled where trying later may help, or where the right is missing.
 */
export async function carryOutStep(
  graph: Graph,
  site: string,
  ids: Map<string, string>,
  step: Doing,
): Promise<string | undefined> {
  if (step.do === 'make-list') {
    ids.set(step.list, await createList(graph, site, step.list, step.columns));
    return undefined;
  }
  const list = ids.get(step.list) ?? '';
  if (step.do === 'change-column') {
    const refused = await refusalOf(() => changeColumn(graph, site, list, step.id, step.change));
    return refused && `${step.list}: column ${step.column} ${unchanged(step.what, refused)}`;
  }
  const { indexed, enforceUniqueValues, ...plain } = step.column;
  const refused = await refusalOf(() => createColumn(graph, site, list, step.column));
  if (refused === undefined) return undefined;
  const where = `${step.list}: column ${step.column.name}`;
  if (!indexed) return `${where} was not added: SharePoint refuses it (${refused.refusal.status}).`;
  await createColumn(graph, site, list, plain);
  return `${where} is added without ${enforceUniqueValues ? 'index and uniqueness' : 'its index'}: ${noIndex(refused)}`;
}

async function refusalOf(work: () => Promise<void>): Promise<GraphTroubled | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof GraphTroubled && (error.kind === 'TooMany' || error.kind === 'Refused')) return error;
    throw error;
  }
}

function unchanged(what: Extract<Doing, { do: 'change-column' }>['what'], refused: GraphTroubled): string {
  if (what === 'index') return `is not indexed: ${noIndex(refused)}`;
  if (what !== 'unique') return `was not changed: SharePoint refuses it (${refused.refusal.status}).`;
  return refused.kind === 'TooMany'
    ? `does not enforce unique values: ${noIndex(refused)}`
    : 'does not enforce unique values: SharePoint refuses it, as a value stands twice or the list has all its indexes. Put the rows right, then run migrate again.';
}

function noIndex({ kind }: GraphTroubled): string {
  return kind === 'TooMany'
    ? 'SharePoint makes no index on a list of more than 20,000 items. Take out rows whose retention has ended, then run migrate again.'
    : 'SharePoint refuses it; a list has twenty indexes at most. Take one away that the app does not need, then run migrate again.';
}
