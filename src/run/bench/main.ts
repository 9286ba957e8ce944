// `npm run bench`: figures as ratios taken in one run, printed as JSON. Takes about a quarter of an hour.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from '../environment.mjs';
import { benchActs } from './acts.ts';
import { openWorld } from './bench-world.ts';
import { benchFirstLoad, buildBarePage } from './first-load.ts';
import { benchMirrorStart } from './mirror-start.ts';
import { benchPlanner } from './planner.ts';
import { type BenchTenant, openTenant } from './processes.ts';
import { benchServer } from './server.ts';
import { benchToday } from './today.ts';

const morning = '2026-11-24T10:00:00Z';
const { values } = parseArgs({ options: { schools: { type: 'string', default: '30' }, only: { type: 'string' } } });
const wanted = (name: string) => values.only === undefined || values.only.split(',').includes(name);
const figures: Record<string, unknown> = {};
// In a process of its own, which speaks on the error channel: what is printed here is JSON alone.
const build = "import('./src/run/build.mjs').then((build) => build.buildWhatIsStale())";
spawnSync(process.execPath, ['-e', build], { cwd: root, stdio: ['ignore', 2, 2] });
spawnSync('npm', ['run', '--silent', 'build:server'], { cwd: root, stdio: ['ignore', 2, 2] });

/** One part of the bench with a tenant of its own, ended with it; a part that fails is named, and the others go on. */
async function part(name: string, tenant: Promise<BenchTenant>, work: (tenant: BenchTenant) => Promise<unknown>) {
  console.error(`${name}…`);
  try {
    const opened = await tenant;
    figures[name] = await work(opened).finally(() => opened.stop());
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}

if (wanted('first-load')) {
  buildBarePage();
  await part('first load', openTenant('demonstration', '', '2026-11-24T09:20:00Z', 5500), async (tenant) => {
    await tenant.startServer();
    return await benchFirstLoad(tenant, 9);
  });
}

for (const placements of [40, 400].filter(() => wanted('school'))) {
  const words = `--schools 1 --placements ${placements}`;
  await part(`a school of ${placements} placements`, openTenant('trust', words, morning, 5510), async (tenant) => {
    const start = await benchMirrorStart(tenant, morning, 3);
    const today = await benchToday(openWorld(tenant, morning), 200);
    // Before the server runs: its own rounds would have asked in the morning already.
    const acts = await benchActs(tenant);
    return { 'mirror start': start, today, acts, server: await benchServer(tenant, 200) };
  });
}

if (wanted('trust')) {
  const words = `--schools ${values.schools}`;
  await part(`a trust of ${values.schools} schools`, openTenant('trust', words, morning, 5520), async (tenant) => {
    const start = await benchMirrorStart(tenant, morning, 3);
    const today = await benchToday(openWorld(tenant, morning), 100);
    return { 'mirror start': start, today, server: await benchServer(tenant, 40) };
  });
}
if (wanted('planner')) {
  console.error('planner…');
  figures.planner = await benchPlanner();
}
console.log(JSON.stringify(figures, undefined, 2));
process.exit();
