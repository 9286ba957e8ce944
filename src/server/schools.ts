import type { Files, Store } from '../app/ports.ts';
import { filesOf } from '../microsoft365/files.ts';
import { connectGraph, type Graph } from '../microsoft365/graph.ts';
import { openListStore } from '../microsoft365/list-store.ts';
import { signIn } from '../microsoft365/sign-in.ts';
import { yearsKeptOn } from '../school/office/settings-on.ts';
import { records } from '../school/records.ts';
import { type Config, schoolsOf } from './config.ts';

/** One school of this server. */
export interface ServedSchool {
  readonly key: string;
  readonly store: Store;
  readonly files: Files;
}

/** The app's own way to Graph: Sites.Selected for lists and library, mail and calendar of the organiser's mailbox only. */
export function graphOf(config: Config): Graph {
  const token = signIn({
    authorityUrl: config.authorityUrl,
    tenantId: config.tenantId,
    clientId: config.api.clientId,
    credential: config.api.credential,
    scope: 'https://graph.microsoft.com/.default',
  });
  return connectGraph({ graphUrl: config.graphUrl, token, userAgent: 'NONISV|AlternativeProvision|App/1.0' });
}

/** The bot's own token for the connector: another registration than the API's, so neither can be used for the other. */
export function botTokenOf(config: Config): () => Promise<string> {
  return signIn({
    authorityUrl: config.authorityUrl,
    tenantId: config.bot.tenantId,
    clientId: config.bot.id,
    credential: { secret: config.bot.secret },
    scope: 'https://api.botframework.com/.default',
  });
}

/** The schools of `SITES` with a store each. A school added to the file is served from the next look; none is opened twice. */
export function servedSchools(config: Config, graph: Graph, today: () => string): () => readonly ServedSchool[] {
  const opened = new Map<string, ServedSchool>();
  let read = 0;
  let now: readonly ServedSchool[] = [];
  return () => {
    if (Date.now() - read < 2_000 && now.length > 0) return now;
    read = Date.now();
    now = schoolsOf(config.sites).map(({ school, site }) => {
      const name = `${school}|${site}`;
      const served = opened.get(name) ?? {
        key: school,
        store: openSchool(school, site, graph, today),
        files: filesOf(graph, site),
      };
      opened.set(name, served);
      return served;
    });
    return now;
  };
}

function openSchool(school: string, site: string, graph: Graph, today: () => string): Store {
  const store: Store = openListStore({
    school,
    site,
    graph,
    kinds: records,
    today,
    yearsKept: (retention) => yearsKeptOn(store.known().setting, today(), retention),
  }) as Store;
  return store;
}
