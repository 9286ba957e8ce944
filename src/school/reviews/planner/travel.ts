import type { PlannerInput } from './planner.types.ts';

/** The sites that the input names, numbered from 0. */
export function sitesOf(input: PlannerInput): ReadonlyMap<string, number> {
  const keys = new Set<string>();
  for (const { site } of input.schools) keys.add(site);
  for (const { site } of input.reviews) keys.add(site);
  for (const { base, busy } of input.people) {
    if (base !== undefined) keys.add(base);
    for (const { site } of busy) if (site !== undefined) keys.add(site);
  }
  return new Map([...keys].map((key, index) => [key, index]));
}

/** Minutes from site to site, row by row; the first row and column stand for no known site, and hold no minutes. */
export function travelOf({ travel, settings }: PlannerInput, sites: ReadonlyMap<string, number>): readonly number[] {
  const size = sites.size + 1;
  const minutes = new Array<number>(size * size).fill(settings.unknownTravelMinutes);
  for (let site = 0; site < size; site += 1) {
    minutes[site * size + site] = 0;
    minutes[site] = 0;
    minutes[site * size] = 0;
  }
  const back = new Set(travel.map(({ from, to }) => `${from}|${to}`));
  for (const { from, to, minutes: taken } of travel) {
    const a = sites.get(from);
    const b = sites.get(to);
    if (a === undefined || b === undefined || a === b) continue;
    minutes[(a + 1) * size + b + 1] = taken;
    if (!back.has(`${to}|${from}`)) minutes[(b + 1) * size + a + 1] = taken;
  }
  return minutes;
}
