// `npm test`: installs what is missing, then typecheck, lint, unit and HTTP tests, and journeys in a real browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { root } from './environment.mjs';
import { installWhatIsMissing, run } from './install.mjs';

installWhatIsMissing();
const results = path.join(root, '.local/test');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

run('npx', ['tsc', '--noEmit']);
run('npx', ['biome', 'check', '.']);
// Only journeys look at the pages: they are built beside the unit tests.
const build = "import('./src/run/build.mjs').then((build) => build.buildWhatIsStale())";
const building = ended(spawn(process.execPath, ['-e', build], { cwd: root, stdio: 'inherit' }));

const browser = findBrowser();
const env = { ...process.env, TEST_RESULTS: results, ...(browser ? { CHROME_PATH: browser } : {}) };
const suites = [
  ['unit', ['vitest', 'run']],
  ['journeys', ['vitest', 'run', '--config', 'vitest.journeys.config.ts']],
];
let passed = 0;
let failed = 0;
for (const [name, args] of suites) {
  if (name === 'journeys' && (await building) !== 0) process.exit(1);
  const report = path.join(results, `${name}.json`);
  const words = [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await ended(spawn('npx', words, { cwd: root, stdio: 'inherit', env }));
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1 };
  passed += counts.numPassedTests;
  failed += Math.max(counts.numFailedTests, status === 0 ? 0 : 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** The status with which a process ends; 1 where it was stopped. */
async function ended(child) {
  const [status] = await once(child, 'exit');
  return status ?? 1;
}
