import { type ChildProcess, spawn } from 'node:child_process';
import { root } from '../../../src/run/environment.mjs';

/** The app server, or the stand-in that plays Microsoft 365. */
export type Program = 'server' | 'standin';

/**
 * Starts a program as a process of its own: `built` is the one file of `npm run build:…`, as the container runs the server;
 * `sources` is how `npm start` runs it.
 */
export function launch(
  program: Program,
  from: 'built' | 'sources',
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const file =
    from === 'built'
      ? ['--enable-source-maps', `dist/${program}/main.mjs`]
      : ['--import', 'tsx', `src/${program}/main.ts`];
  return spawn(process.execPath, file, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits until a stand-in says that its school is furnished; where it does not within two minutes, it is stopped. */
export async function furnished(playing: ChildProcess): Promise<void> {
  playing.stderr?.pipe(process.stderr, { end: false });
  const late = setTimeout(() => playing.kill('SIGKILL'), 110_000);
  await new Promise<void>((resolve, reject) => {
    playing.stdout?.on('data', (text: Buffer) => {
      process.stdout.write(text);
      if (text.includes('Ready: ')) resolve();
    });
    playing.once('exit', (code) => reject(new Error(`The stand-in ended (${code}).`)));
  });
  clearTimeout(late);
}
