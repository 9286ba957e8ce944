import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './environment.mjs';
import { run } from './install.mjs';

const watched = [
  'src/tab',
  'src/outlook',
  'src/ui',
  'src/school',
  'src/schema',
  'src/standin/host',
  'webpack.config.ts',
  'package-lock.json',
];

/** Builds the browser pages when a file they are made of has changed since the last build. */
export function buildWhatIsStale() {
  const stamp = path.join(root, 'dist/.built-from');
  const now = String(Math.max(...watched.map((name) => newest(path.join(root, name)))));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Building the pages…');
  run('npx', ['webpack', '--mode', 'production']);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function newest(name) {
  const stat = statSync(name);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(name).map((child) => newest(path.join(name, child))));
}
