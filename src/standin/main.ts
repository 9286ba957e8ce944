import path from 'node:path';
import { createHost } from './host/host.ts';
import { startStandin } from './standin.ts';

const port = Number(process.env.STANDIN_PORT ?? 3979);
const app = Number(process.env.PORT ?? 3978);
const scenario = process.env.SCENARIO ?? 'demonstration';

const dist = path.resolve(import.meta.dirname, '../../dist');
const standin = await startStandin(
  {
    dataDir: path.resolve(process.env.DATA_DIR ?? '.local'),
    port,
    botEndpoint: process.env.BOT_ENDPOINT ?? `http://127.0.0.1:${app}/api/messages`,
    appUrl: process.env.APP_URL ?? `http://localhost:${app}`,
    scenarioCommand: process.env.SCENARIO_COMMAND ?? 'npm run --silent provision -- load',
    scenario,
  },
  (context, entra) => [createHost(context, entra, dist)],
);
if (!standin.furnished) await standin.reset(scenario);
console.log(`Ready: http://localhost:${port}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void standin.stop().then(() => process.exit(0)));
