import { randomUUID } from 'node:crypto';
import path from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { followClock, machineClock } from '../app/clock.ts';
import { backlog } from '../app/journal.ts';
import type { World } from '../app/ports.ts';
import { startRounds } from '../app/rounds/rounds.ts';
import { createBot } from '../bot/bot.ts';
import { sendMail } from '../microsoft365/mail.ts';
import { peopleOf } from '../microsoft365/people.ts';
import { signIn } from '../microsoft365/sign-in.ts';
import { momentOf } from '../school/moment.ts';
import { ConfigTrouble, readConfig } from './config.ts';
import { apiRoutes } from './routes/api.ts';
import { healthRoutes } from './routes/health.ts';
import { openApi } from './routes/openapi.ts';
import { pageRoutes } from './routes/pages.ts';
import { graphOf, servedSchools } from './schools.ts';
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
const clock = config.clockUrl ? await followClock(config.clockUrl, server) : machineClock();
const graph = graphOf(config);
const schools = servedSchools(config, graph, () => momentOf(clock.now()).today);
const people = peopleOf(graph);

const world: World = {
  schools,
  clock,
  server,
  directory: people,
  messenger: { deliver: (delivery) => bot.messenger.deliver(delivery) },
};
const botToken = signIn({
  authorityUrl: config.authorityUrl,
  tenantId: config.bot.tenantId,
  clientId: config.bot.id,
  clientSecret: config.bot.secret,
  scope: 'https://api.botframework.com/.default',
});
const bot = createBot({ world, config: config.bot, botToken, sendMail: (mail) => sendMail(graph, mail), log });

let lastRound: string | null = null;
const rounds = startRounds(world, {
  onTick: (at) => {
    lastRound = at;
  },
  onTrouble: (trouble) => log.warn(trouble, 'a round failed'),
});
if ('follow' in clock) {
  clock.follow(async () => {
    await rounds.syncAll();
    await rounds.runOnce();
  });
}

const poll = setInterval(() => void rounds.syncAll().catch(() => undefined), config.pollSeconds * 1000);

const dist = path.resolve(import.meta.dirname, '../../dist');
const app = express();
app.disable('x-powered-by');
app.use(
  healthRoutes({
    now: () => ({
      ready: schools().length > 0 && lastRound !== null,
      mirrorAgeSeconds: Math.max(0, ...schools().map((school) => Math.round(school.store.ageSeconds()))),
      lastRound,
      backlog: schools().reduce((sum, school) => sum + backlog(school).length, 0),
      cost: graph.cost(),
    }),
  }),
);
app.get('/api/openapi.json', (_request, response) => {
  response.json(openApi());
});
app.post('/api/messages', express.json({ limit: '512kb' }), bot.handle);
app.use('/api', apiRoutes({ world, signIn: userTokens(config), log }));
app.use(pageRoutes(config, dist));

const host = process.env.HOST ?? (config.production ? '0.0.0.0' : '127.0.0.1');
const listening = app.listen(config.port, host, () => log.info({ port: config.port }, 'ready to answer'));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    clearInterval(poll);
    rounds.stop();
    listening.close(() => process.exit(0));
    listening.closeAllConnections();
  });
}
