import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { localEnvironment, root } from '../../../src/run/environment.mjs';
import { furnished, launch } from './programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a stand-in with the demonstration's school, as it is before anybody has opened the app. */
    furnished: string;
  }
}

/** Before all journeys: the programs as one file each, and the one school of which the journeys take copies. */
export default async function furnish(project: TestProject): Promise<void> {
  for (const program of ['server', 'standin', 'provision']) {
    const built = spawnSync('npm', ['run', '--silent', `build:${program}`], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`The ${program} cannot be built:\n${built.stderr}`);
  }
  const results = process.env.TEST_RESULTS;
  const dataDir = results ? path.join(results, 'furnished') : mkdtempSync(path.join(tmpdir(), 'furnished-'));
  mkdirSync(dataDir, { recursive: true });
  const playing = launch('standin', 'built', localEnvironment({ port: 5790, standinPort: 5791, dataDir }));
  await furnished(playing);
  playing.kill('SIGTERM');
  await once(playing, 'exit');
  project.provide('furnished', dataDir);
}
