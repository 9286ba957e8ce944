import { randomUUID } from 'node:crypto';
import path from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { followClock, machineClock } from '../app/clock.ts';
import { backlog, recover } from '../app/journal.ts';
import type { World } from '../app/ports.ts';
import { startRounds } from '../app/rounds/rounds.ts';
import { createBot } from '../bot/bot.ts';
import { calendarOf } from '../microsoft365/calendar.ts';
import { sendMail } from '../microsoft365/mail.ts';
import { peopleOf } from '../microsoft365/people.ts';
import { momentOf } from '../school/moment.ts';
import { ConfigTrouble, readConfig } from './config.ts';
import { apiRoutes } from './routes/api.ts';
import { documentRoutes } from './routes/documents.ts';
import { healthRoutes } from './routes/health.ts';
import { openApi } from './routes/openapi.ts';
import { pageRoutes } from './routes/pages.ts';
import { botTokenOf, graphOf, servedSchools } from './schools.ts';
import { userTokens } from './user-token.ts';

// Libraries print requests and tokens when DEBUG names them.
process.env.DEBUG = '';

const config = (() => {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigTrouble)) throw error;
    console.error(error.message);
    process.exit(1);
  }
})();

const log = pino({ level: config.logLevel, base: undefined });
const server = randomUUID().slice(0, 8);
const followed = config.clockUrl ? await followClock(config.clockUrl, server) : undefined;
const clock = followed ?? machineClock();
const graph = graphOf(config);
const schools = servedSchools(config, graph, () => momentOf(clock.now()).today);
const people = peopleOf(graph);

const outside = {
  schools,
  clock,
  server,
  directory: people,
  diary: calendarOf(graph),
  reviewLink: config.reviewLink,
  visitLink: config.visitLink,
};

const bot = createBot({
  world: outside,
  config: config.bot,
  log,
  botToken: botTokenOf(config),
  sendMail: (mail) => sendMail(graph, mail),
  todayUrl: config.todayUrl,
});
const world: World = { ...outside, messenger: bot.messenger };
let lastRound: string | null = null;
const rounds = startRounds(world, {
  onTick: (at) => {
    lastRound = at;
  },
  onTrouble: (trouble) => log.warn(trouble, 'a round failed'),
});
/** Lists in step and a round: as soon as the server starts, and whenever a clock that is followed jumps. */
async function begin(): Promise<void> {
  await rounds.syncAll();
  await rounds.runOnce();
}
if (followed) followed.follow(begin);
else begin().catch((error: unknown) => log.warn({ kind: kindOf(error) }, 'could not begin'));

/** By the machine's clock, whatever the school's says: lists in step, and what another server left behind finished. */
async function keepUp(): Promise<void> {
  try {
    await rounds.syncAll();
    await recover(world);
    if (rounds.behind()) await rounds.runOnce();
  } catch (error) {
    log.warn({ kind: kindOf(error) }, 'could not keep up');
  }
}
function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
const poll = setInterval(() => void keepUp(), config.pollSeconds * 1000);

const dist = path.resolve(import.meta.dirname, '../../dist');
const app = express();
app.disable('x-powered-by');
app.use(
  healthRoutes({
    now: () => ({
      ready: schools().length > 0 && lastRound !== null,
      mirrorAgeSeconds: Math.max(
        0,
        ...schools().map((school) => Math.round(Math.min(process.uptime(), school.store.ageSeconds()))),
      ),
      lastRound,
      backlog: schools().reduce((sum, school) => sum + backlog(school).length, 0),
      cost: graph.cost(),
    }),
  }),
);
app.get('/api/openapi.json', (_request, response) => {
  response.json(openApi());
});
app.post('/api/messages', bot.handle);
const parts = { world, signIn: userTokens(config), log };
app.use('/api', apiRoutes(parts), documentRoutes(parts));
app.use(pageRoutes(config, dist));

const listening = app.listen(config.port, config.host, () => log.info({ port: config.port }, 'ready to answer'));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    clearInterval(poll);
    rounds.stop();
    // What is in hand is answered; what Microsoft 365 keeps waiting is in the journal, and the next server finishes it.
    listening.close(() => process.exit(0));
    listening.closeIdleConnections();
    setTimeout(() => process.exit(0), 8_000).unref();
  });
}
