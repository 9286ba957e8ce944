// `npm run bench`: figures as ratios taken in one run, printed as JSON. Takes about a quarter of an hour.
import { parseArgs } from 'node:util';
import { buildWhatIsStale } from '../build.mjs';
import { benchActs } from './acts.ts';
import { openWorld } from './bench-world.ts';
import { benchFirstLoad, buildBarePage } from './first-load.ts';
import { benchMirrorStart } from './mirror-start.ts';
import { openTenant } from './processes.ts';
import { benchServer } from './server.ts';
import { benchToday } from './today.ts';

const morning = '2026-11-24T10:00:00Z';
const { values } = parseArgs({ options: { schools: { type: 'string', default: '30' }, only: { type: 'string' } } });
const wanted = (name: string) => values.only === undefined || values.only.split(',').includes(name);
const say = (sentence: string) => console.error(sentence);
const figures: Record<string, unknown> = {};
buildWhatIsStale();

if (wanted('first-load')) {
  say('First load of the tab against a bare page…');
  buildBarePage();
  const tenant = await openTenant('demonstration', '', '2026-11-24T09:20:00Z', 5500);
  try {
    await tenant.startServer();
    figures['first load'] = await benchFirstLoad(tenant, 9);
  } finally {
    await tenant.stop();
  }
}

for (const placements of [40, 400]) {
  if (!wanted('school')) continue;
  say(`One school with ${placements} placements…`);
  const tenant = await openTenant('trust', `--schools 1 --placements ${placements}`, morning, 5510);
  try {
    const start = await benchMirrorStart(tenant, morning, 3);
    const world = openWorld(tenant, morning);
    const today = await benchToday(world, 200);
    const server = await benchServer(tenant, 200);
    await tenant.stopServer();
    figures[`a school of ${placements} placements`] = {
      'mirror start': start,
      today,
      server,
      acts: await benchActs(tenant),
    };
  } finally {
    await tenant.stop();
  }
}

if (wanted('trust')) {
  say(`A trust of ${values.schools} schools…`);
  const tenant = await openTenant('trust', `--schools ${values.schools}`, morning, 5520);
  try {
    const start = await benchMirrorStart(tenant, morning, 3);
    const world = openWorld(tenant, morning);
    const today = await benchToday(world, 100);
    const server = await benchServer(tenant, 40);
    figures[`a trust of ${values.schools} schools`] = { 'mirror start': start, today, server };
  } finally {
    await tenant.stop();
  }
}
console.log(JSON.stringify(figures, undefined, 2));
process.exit(0);
