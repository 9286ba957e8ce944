// `npm test`: installs what is missing, then typecheck, lint, unit and HTTP tests, and journeys in a real browser.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { buildWhatIsStale } from './build.mjs';
import { root } from './environment.mjs';
import { installWhatIsMissing, run } from './install.mjs';

installWhatIsMissing();
const results = path.join(root, '.local/test');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

run('npx', ['tsc', '--noEmit']);
run('npx', ['biome', 'check', '.']);
buildWhatIsStale();

const browser = findBrowser();
const env = { ...process.env, TEST_RESULTS: results, ...(browser ? { CHROME_PATH: browser } : {}) };
const suites = [
  ['unit', ['vitest', 'run']],
  ['journeys', ['vitest', 'run', '--config', 'vitest.journeys.config.ts']],
];
let passed = 0;
let failed = 0;
for (const [name, args] of suites) {
  const report = path.join(results, `${name}.json`);
  const outcome = spawnSync('npx', [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1 };
  passed += counts.numPassedTests;
  failed += Math.max(counts.numFailedTests, outcome.status === 0 ? 0 : 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
