import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { StandinConfig } from '../part.ts';

/** Runs the command that loads a scenario; its words go to `scenario.log`. Refuses with the last of them when it fails. */
export async function loadScenario(config: StandinConfig, scenario: string): Promise<void> {
  if (config.scenarioCommand === '') return;
  const file = join(config.dataDir, 'scenario.log');
  const log = createWriteStream(file);
  const child = spawn(`${config.scenarioCommand} ${scenario}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  log.end();
  await finished(log);
  if (code === 0) return;
  const last = readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
  throw new Error(`Loading the scenario "${scenario}" failed (${code}):\n${last}`);
}
