import type { FullEntra } from '../entra/entra.ts';
import type { Part, StandinContext } from '../part.ts';
import { openArchive } from './archive.ts';
import { conversationsOf } from './conversations.ts';
import { answerBot } from './for-bots.ts';
import { answerPeople } from './for-people.ts';
import { createGate, type RateLimit } from './limits.ts';
import { createNews } from './news.ts';
import { createToBot, installation } from './to-bot.ts';

/** What may be set in the connector. */
export interface ConnectorSettings {
  /** Sends and changes per conversation; default none. `TEAMS_LIMITS` are those that Teams documents. */
  readonly limits?: readonly RateLimit[];
  /** How long a bot may take for an answer, in milliseconds; default 15 s. */
  readonly patienceMs?: number;
}

/** The bot connector: what bots send, what people see, type and press, and the way from one to the other. */
export function createConnector(context: StandinContext, entra: FullEntra, settings: ConnectorSettings = {}): Part {
  const archive = openArchive(context.state);
  const news = createNews();
  const gate = createGate(settings.limits ?? []);
  const toBot = createToBot(context, entra, settings.patienceMs ?? 15_000);
  return {
    name: 'connector',
    async handle(request, response) {
      return (
        (await answerBot({ context, entra, archive, news, gate }, request, response)) ||
        (await answerPeople({ context, archive, news, toBot }, request, response))
      );
    },
    onReset() {
      news.tell();
    },
    async afterScenario(tenant) {
      news.tell();
      if (!tenant.installed) return;
      for (const conversation of conversationsOf(tenant).slice(0, MOST_INSTALLATIONS)) {
        for (const activity of installation(context, toBot, { conversation })) {
          if ((await toBot.send(activity)).status === 502) return;
        }
      }
    },
  };
}

/** Enough for a school's channel and staff; the trust's other people are met when they first write. */
const MOST_INSTALLATIONS = 25;
