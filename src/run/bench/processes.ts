import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localEnvironment, root } from '../environment.mjs';

/** Microsoft 365 on this machine with a scenario, and the app's server beside it when it is asked for. */
export interface BenchTenant {
  readonly env: Readonly<Record<string, string>>;
  readonly standinUrl: string;
  readonly appUrl: string;
  control(method: string, where: string, body?: unknown): Promise<unknown>;
  /** Starts the app's server; answers its process id once it is ready. */
  startServer(): Promise<number>;
  stopServer(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the stand-in with a scenario (`more`: further words for `provision load`), its clock frozen at this instant. */
export async function openTenant(scenario: string, more: string, now: string, basePort: number): Promise<BenchTenant> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ap-bench-'));
  const local = localEnvironment({ port: basePort, standinPort: basePort + 1, dataDir });
  const env = {
    ...local,
    SCENARIO: scenario,
    SCENARIO_COMMAND: `${local.SCENARIO_COMMAND} ${more}`,
    LOG_LEVEL: 'error',
  };
  const standinUrl = `http://127.0.0.1:${basePort + 1}`;
  const appUrl = `http://127.0.0.1:${basePort}`;
  const children: ChildProcess[] = [];
  const launch = (...words: readonly string[]) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  };
  const standin = launch('--import', 'tsx', 'src/standin/main.ts');
  await new Promise<void>((resolve, reject) => {
    standin.stdout?.on('data', (text: Buffer) => text.includes('Ready: ') && resolve());
    standin.once('exit', (code) => reject(new Error(`The stand-in stopped (${code}).`)));
  });
  async function control(method: string, where: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${standinUrl}${where}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  await control('POST', '/standin/settings', { unitsPerMinute: 100_000_000 });
  await control('POST', '/standin/clock', { now, frozen: true });
  let server: ChildProcess | undefined;
  return {
    env,
    standinUrl,
    appUrl,
    control,
    async startServer() {
      // As the container runs it: one file, nothing translated while it runs.
      server = launch('--heap-growing-percent=20', 'dist/server/main.mjs');
      for (;;) {
        if (server.exitCode !== null) throw new Error(`The server stopped (${server.exitCode}).`);
        const health = await fetch(`${appUrl}/health`).then(
          (response) => response.json(),
          () => ({ ready: false }),
        );
        if (Object(health).ready === true) return server.pid ?? 0;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    stopServer: async () => void (server && (await kill(server))),
    async stop() {
      for (const child of children.toReversed()) await kill(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Megabytes that a process holds in memory now, and held at most (Linux; elsewhere 0). */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  } catch {
    return { now: 0, most: 0 };
  }
}
