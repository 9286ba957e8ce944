import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Graph } from '../microsoft365/graph.ts';
import { createLists, type ListIds } from './create-lists.ts';
import { personFinder } from './find-person.ts';
import { demonstration } from './scenarios/demonstration/demonstration.ts';
import { empty } from './scenarios/empty/empty.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { type TrustSize, trustOf } from './scenarios/trust/trust.ts';
import { writeRecords } from './write-records.ts';

const scenarios: readonly Scenario[] = [demonstration, empty, trustOf()];

/** Loads a scenario through Graph: lists, then records, then the file that says which school is where. Refuses an unknown name with those there are. */
export async function loadScenario(
  graph: Graph,
  sitesFile: string,
  { name, size = {} }: { readonly name: string; readonly size?: TrustSize },
  say: (sentence: string) => void,
): Promise<void> {
  const known = scenarios.find((one) => one.name === name);
  const scenario = known?.name === 'trust' ? trustOf(size) : known;
  if (!scenario)
    throw new Error(`There is no scenario "${name}". There are: ${scenarios.map((one) => one.name).join(', ')}.`);
  say(scenario.says);
  const places: { school: string; site: string }[] = [];
  for (const school of scenario.schools) {
    const { id } = Object(await graph.get(`/sites/${school.site}`));
    const site = String(id);
    const lists = await createLists(graph, site, () => undefined);
    await mustBeEmpty(graph, site, lists, school.key);
    const all = await school.records(personFinder(graph));
    // A year is lived through without a pause: connections that were closed meanwhile are noticed before the next request.
    await setTimeout(20);
    await writeRecords(graph, site, lists, all);
    say(
      `${school.key}: ${lists.size} lists, ${all.length} records (${places.length + 1} of ${scenario.schools.length}).`,
    );
    places.push({ school: school.key, site });
  }
  mkdirSync(path.dirname(sitesFile), { recursive: true });
  writeFileSync(sitesFile, `${JSON.stringify(places, null, 2)}\n`);
}

/** Refuses a site on which records stand already: a scenario is never mixed into a school's own. */
async function mustBeEmpty(graph: Graph, site: string, lists: ListIds, school: string): Promise<void> {
  for (const [name, id] of lists) {
    const { value } = Object(await graph.get(`/sites/${site}/lists/${id}/items?$top=1`));
    if (Array.isArray(value) && value.length > 0) {
      throw new Error(
        `${school}: ${name} holds records already, so nothing was loaded. A scenario goes onto an empty site only; in the stand-in, start the scenario again under "Faults".`,
      );
    }
  }
}
