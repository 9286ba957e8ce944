// `npm start`: installs what is missing, builds, starts the stand-in and the app server, and says when both are ready.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildWhatIsStale } from './build.mjs';
import { localEnvironment, root } from './environment.mjs';
import { installWhatIsMissing } from './install.mjs';

const port = Number(process.env.PORT ?? 3978);
const standinPort = Number(process.env.STANDIN_PORT ?? 3979);
const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.local');

installWhatIsMissing();
buildWhatIsStale();
mkdirSync(dataDir, { recursive: true });

const env = { ...process.env, ...localEnvironment({ port, standinPort, dataDir }) };
if (process.env.BOT_AUTH) env.BOT_AUTH = process.env.BOT_AUTH;
const children = [];
let stopping = false;

const standin = launch('standin', 'src/standin/main.ts');
await answers(`http://127.0.0.1:${standinPort}/standin/clock`, standin);
const server = launch('server', 'src/server/main.ts');
await ready(`http://127.0.0.1:${port}/health`, server);
console.log(`Ready: http://localhost:${standinPort}`);

/** Starts one process; its output goes to a file, its end ends the other. */
function launch(name, file) {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(path.join(dataDir, `${name}.log`));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  child.stderr.on('data', (chunk) => process.stderr.write(chunk));
  child.on('exit', (code) => {
    if (stopping) return;
    console.error(`The ${name} stopped (${code}). Its last words are in ${path.join(dataDir, `${name}.log`)}.`);
    stop(1);
  });
  children.push(child);
  return child;
}

async function answers(url, child) {
  await until(child, async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok);
}

async function ready(url, child) {
  await until(child, async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return response.ok && (await response.json()).ready === true;
  });
}

async function until(child, test) {
  for (;;) {
    if (child.exitCode !== null) return;
    if (await test().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function stop(code) {
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  process.exit(code);
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
