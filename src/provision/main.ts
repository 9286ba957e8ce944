import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Graph } from '../microsoft365/graph.ts';
import { momentOf } from '../school/moment.ts';
import { check } from './check.ts';
import { createLists, migrateLists } from './create-lists.ts';
import { personFinder } from './find-person.ts';
import { writeFirstRoles } from './first-roles.ts';
import { importFile } from './import-file.ts';
import { loadScenario } from './load.ts';
import type { TrustSize } from './scenarios/trust/trust.ts';
import { commandLineWorld } from './school-world.ts';
import { provisionSettings } from './settings.ts';
import { readSites, type SchoolPlace } from './sites.ts';

const usage = `npm run provision -- <what>
  create [--head <upn>] [--ap-lead <upn>] [--dry-run]
                       make the lists on every site of SITES, or add what is missing, and write the first two
                       roles; safe to run again
  migrate [--dry-run]  bring the lists that stand to what this version of the app needs: lists, columns, indexes,
                       unique values, choices. Deletes nothing; ends with 1 when SharePoint refuses something.
                       With --dry-run, here and above: say what would be done, and write nothing
  check                say what is missing and who can open each site; ends with 1 when something is missing, or
                       anybody but two named owners and the app is known to a site
  load <scenario>      load a demonstration school (demonstration, empty, trust); trust [--schools N] [--placements N] for
                       another size than 30 schools with 40 placements each
  import <what> FILE --as MAIL [--school KEY] [--map "Heading=name"] [--dry-run]
                       pupils, contacts, providers, placements or the calendar from a CSV file, in the name of that person`;

const say = (sentence: string): void => console.log(sentence);

async function main([what, ...rest]: readonly string[]): Promise<number> {
  if (what === undefined || what === 'help') {
    say(usage);
    return what === undefined ? 2 : 0;
  }
  const { graph, sitesFile } = provisionSettings(process.env);
  const sites = () => readSites(sitesFile);
  switch (what) {
    case 'load':
      await loadScenario(graph, sitesFile, scenarioIn(rest), say);
      return 0;
    case 'create':
      return await create(graph, sites(), rest);
    case 'migrate':
      return await migrate(graph, sites(), rest);
    case 'check':
      return await check(graph, sites(), say);
    case 'import':
      return await importFrom(rest);
    default:
      say(`"${what}" is not known.\n${usage}`);
      return 2;
  }
}

/** The scenario named, and for the trust how many schools of it with how many placements each; none said: its own size. */
function scenarioIn(words: readonly string[]): { readonly name: string; readonly size: TrustSize } {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { schools: { type: 'string' }, placements: { type: 'string' } },
  });
  const count = (word: 'schools' | 'placements', most: number): number | undefined => {
    const held = values[word];
    if (held === undefined) return undefined;
    const many = Number(held);
    if (!Number.isInteger(many) || many < 1 || many > most) {
      throw new Error(`--${word} takes a number from 1 to ${most}.`);
    }
    return many;
  };
  return { name: positionals[0] ?? '', size: { schools: count('schools', 30), placements: count('placements', 400) } };
}

async function importFrom(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      school: { type: 'string' },
      map: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
    },
  });
  const [kind = '', file] = positionals;
  if (!file) throw new Error(`Name what is imported and the file.\n${usage}`);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!values.as)
    throw new Error('Say in whose name: --as and the mail address of the AP leader or the attendance officer.');
  const { graph, sitesFile } = provisionSettings(process.env);
  const person = await personFinder(graph)(values.as);
  const wish = {
    kind,
    file,
    by: person.id,
    byName: person.name,
    school: values.school,
    dryRun: values['dry-run'] === true,
    map: values.map ?? [],
  };
  return await importFile(commandLineWorld(graph, readSites(sitesFile)), wish, say);
}

async function create(graph: Graph, places: readonly SchoolPlace[], words: readonly string[]): Promise<number> {
  const flags = createFlags(words);
  if (typeof flags === 'string') {
    say(`${flags}\n${usage}`);
    return 2;
  }
  const { head, 'ap-lead': apLead, 'dry-run': dryRun = false } = flags;
  const named = head !== undefined || apLead !== undefined;
  if (named && places.length > 1)
    throw new Error('SITES lists several schools: name the head of one school at a time.');
  for (const { school, site } of places) {
    say(school);
    const lists = await createLists(graph, site, say, dryRun);
    const today = momentOf(new Date()).today;
    if (named) await writeFirstRoles(graph, site, lists, { head, apLead }, today, say, dryRun);
  }
  return 0;
}

/** Migrates site by site, so that a refusal on one school's lists does not hold back the others. */
async function migrate(graph: Graph, places: readonly SchoolPlace[], words: readonly string[]): Promise<number> {
  const wrong = words.find((word) => word !== '--dry-run');
  if (wrong !== undefined) {
    say(`"${wrong}" is not known.\n${usage}`);
    return 2;
  }
  const dryRun = words.includes('--dry-run');
  let undone = 0;
  for (const { school, site } of places) {
    say(school);
    undone += (await migrateLists(graph, site, say, dryRun)).length;
  }
  return undone > 0 && !dryRun ? 1 : 0;
}

/** The flags of `create`, or a sentence about the one that is wrong. */
function createFlags(words: readonly string[]) {
  try {
    const options = {
      head: { type: 'string' },
      'ap-lead': { type: 'string' },
      'dry-run': { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : 'A flag is wrong.';
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : 'It failed.');
  process.exitCode = 1;
}
