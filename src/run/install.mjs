import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './environment.mjs';

/** Installs the packages of the lockfile when they are missing or the lockfile has changed since. Exits on failure. */
export function installWhatIsMissing() {
  const stamp = path.join(root, 'node_modules/.installed-from');
  const wanted = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (first run only)…');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // A registry that lacks another platform's optional package makes `npm ci` refuse the lockfile; install reads it all the same.
  const clean = spawnSync('npm', ['ci', ...quiet], { cwd: root, stdio: 'ignore' });
  if (clean.status !== 0) run('npm', ['install', '--no-save', ...quiet]);
  writeFileSync(stamp, wanted);
}

/** Runs a command in the project's folder with its output shown; exits with its status when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
