import { checkLists, createLists } from './create-lists.ts';
import { loadScenario } from './load.ts';
import { provisionSettings } from './settings.ts';
import { readSites } from './sites.ts';

const usage = `npm run provision -- <what>
  create [--dry-run]   make the lists on every site of SITES, or add what is missing; safe to run again
  check                say what is missing; ends with 1 when something is
  load <scenario>      load a demonstration school (demonstration, empty)`;

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
      await loadScenario(graph, sitesFile, rest[0] ?? '', say);
      return 0;
    case 'create':
      for (const { school, site } of sites()) {
        say(school);
        await createLists(graph, site, say, rest.includes('--dry-run'));
      }
      return 0;
    case 'check': {
      const lacking = await Promise.all(sites().map(({ site }) => checkLists(graph, site)));
      for (const sentence of lacking.flat()) say(sentence);
      if (lacking.flat().length === 0) say('All lists and columns are in place.');
      return lacking.flat().length === 0 ? 0 : 1;
    }
    default:
      say(`"${what}" is not known.\n${usage}`);
      return 2;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : 'It failed.');
  process.exitCode = 1;
}
