import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Credential, readCredential } from '../microsoft365/credential.ts';
import { todayLink } from '../school/office/tab-link.ts';
import { reviewLink, visitLink } from '../school/reviews/meeting-words.ts';

/** One school that this server looks after, and the SharePoint site that holds its lists. */
export interface SchoolSite {
  /** School key, such as `sch-hillcrest`. */
  readonly school: string;
  /** Graph site id: `host,site guid,web guid`. */
  readonly site: string;
}

/** Everything the server is told from outside, read once. */
export interface Config {
  readonly port: number;
  /** Address to listen on; default: this machine only, in production every address. */
  readonly host: string;
  readonly production: boolean;
  readonly graphUrl: string;
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly api: {
    readonly clientId: string;
    readonly credential: Credential;
    readonly audience: string;
    /** Client ids that may ask for people (`azp`). */
    readonly clients: readonly string[];
    readonly issuer: string;
    readonly keysUrl: string;
  };
  readonly bot: {
    readonly id: string;
    /** The bot stays with a secret: its registration may do nothing in the tenant but talk to the connector. */
    readonly secret: string;
    readonly tenantId: string;
    readonly issuer: string;
    readonly keysUrl: string;
    readonly connectorUrl: string;
    readonly anonymous: boolean;
  };
  /** A list of schools, or the file that holds it and is read again when it changes. */
  readonly sites: { readonly file: string } | { readonly list: readonly SchoolSite[] };
  /** Deep link to Today in Teams, for the cards; without TEAMS_APP_ID they leave the link out. */
  readonly todayUrl?: string;
  /** Deep link to a review in Teams, for the body of its meetings; absent without TEAMS_APP_ID. */
  readonly reviewLink?: (review: string) => string;
  /** Id of the app in Teams, for links that the pane writes into a meeting. */
  readonly teamsApp?: string;
  /** Where the pane in Outlook loads Office.js from: Microsoft's own network, except on this machine. */
  readonly officeJsUrl: string;
  /** The same for a visit. */
  readonly visitLink?: (visit: string) => string;
  readonly clockUrl?: string;
  readonly pollSeconds: number;
  /** Extra origins that may frame the tab, beside Teams, Outlook and Microsoft 365. */
  readonly hostOrigins: readonly string[];
  readonly logLevel: string;
}

/** What keeps the server from starting: one sentence for each thing that is missing or wrong, and where to find it. */
export class ConfigTrouble extends Error {
  override readonly name = 'ConfigTrouble';
  constructor(readonly sentences: readonly string[]) {
    super(`The server cannot start:\n${sentences.map((sentence) => `  - ${sentence}`).join('\n')}`);
  }
}

const teamsClients = ['5e3ce6c0-2b1f-4285-8d4b-75ee78787346', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'];
const botFrameworkKeys = 'https://login.botframework.com/v1/.well-known/keys';

/** Reads the environment once. Throws ConfigTrouble with everything that is missing, not only the first. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const troubles: string[] = [];
  const must = (name: string, where: string): string => {
    const value = env[name]?.trim();
    if (!value) troubles.push(`${name} is not set. ${where}`);
    return value ?? '';
  };
  const tenantId = must('TENANT_ID', 'Entra admin centre, Overview, Tenant ID.');
  const authorityUrl = env.AUTHORITY_URL ?? 'https://login.microsoftonline.com';
  const graphUrl = env.GRAPH_URL ?? 'https://graph.microsoft.com';
  const clientId = must('API_CLIENT_ID', 'App registration of the API, Application (client) ID.');
  const teamsApp = env.TEAMS_APP_ID?.trim() || undefined;
  const production = env.NODE_ENV === 'production';
  const config: Config = {
    port: Number(env.PORT ?? 3978),
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    production,
    graphUrl,
    authorityUrl,
    tenantId,
    api: {
      clientId,
      credential: mustProve(env, troubles),
      audience: env.API_AUDIENCE ?? clientId,
      clients: env.API_CLIENTS?.split(',').map((id) => id.trim()) ?? [clientId, ...teamsClients],
      issuer: env.USER_ISSUER ?? `${authorityUrl}/${tenantId}/v2.0`,
      keysUrl: env.USER_KEYS_URL ?? `${authorityUrl}/${tenantId}/discovery/v2.0/keys`,
    },
    bot: {
      id: must('BOT_ID', 'App registration of the bot, Application (client) ID.'),
      secret: must('BOT_SECRET', 'App registration of the bot, Certificates & secrets.'),
      tenantId: env.BOT_TENANT_ID ?? tenantId,
      issuer: env.BOT_ISSUER ?? 'https://api.botframework.com',
      keysUrl: env.BOT_KEYS_URL ?? botFrameworkKeys,
      connectorUrl: env.CONNECTOR_URL ?? 'https://smba.trafficmanager.net/uk/',
      anonymous: env.BOT_AUTH === 'anonymous',
    },
    sites: readSites(
      must('SITES', 'The schools and their sites: @file.json, written by provision, or the list itself.'),
      troubles,
    ),
    todayUrl: teamsApp ? todayLink(teamsApp) : undefined,
    reviewLink: teamsApp ? (review) => reviewLink(teamsApp, review) : undefined,
    teamsApp,
    officeJsUrl: env.OFFICE_JS_URL ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    visitLink: teamsApp ? (visit) => visitLink(teamsApp, visit) : undefined,
    clockUrl: env.CLOCK_URL,
    pollSeconds: Number(env.POLL_SECONDS ?? 20),
    hostOrigins: (env.HOST_ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    logLevel: env.LOG_LEVEL ?? 'info',
  };
  troubles.push(...forbidden(config));
  if (troubles.length > 0) throw new ConfigTrouble(troubles);
  return config;
}

function mustProve(env: Parameters<typeof readCredential>[0], troubles: string[]): Credential {
  const read = readCredential(env, 'API', 'App registration of the API');
  if ('credential' in read) return read.credential;
  troubles.push(...read.troubles);
  return { secret: '' };
}

const siteList = z.array(z.object({ school: z.string().min(1), site: z.string().min(1) }));

function readSites(value: string, troubles: string[]): Config['sites'] {
  if (value.startsWith('@')) return { file: value.slice(1) };
  if (value === '') return { list: [] };
  try {
    return { list: siteList.parse(JSON.parse(value)) };
  } catch {
    troubles.push('SITES cannot be read. Write @file.json, or [{"school":"sch-…","site":"host,guid,guid"}].');
    return { list: [] };
  }
}

/** The schools as they stand now. A file that is missing or half written reads as no schools yet. */
export function schoolsOf(sites: Config['sites']): readonly SchoolSite[] {
  if ('list' in sites) return sites.list;
  try {
    return siteList.parse(JSON.parse(readFileSync(sites.file, 'utf8')));
  } catch {
    return [];
  }
}

function forbidden(config: Config): string[] {
  const troubles: string[] = [];
  if (!(config.port > 0 && config.port < 65_536)) troubles.push('PORT must be a number from 1 to 65535.');
  if (!isAddress(config.officeJsUrl)) troubles.push('OFFICE_JS_URL must be an http or https address.');
  if (!(config.pollSeconds >= 1)) troubles.push('POLL_SECONDS must be a number of seconds, 1 or more.');
  if (config.clockUrl && config.production) {
    troubles.push('CLOCK_URL is for trying the app out. Unset it in production.');
  }
  const here = isLoopback(config.graphUrl) && isLoopback(`http://${config.host}`);
  if (config.bot.anonymous && (config.production || !here)) {
    troubles.push(
      'BOT_AUTH=anonymous is only for this machine: outside production, with HOST and GRAPH_URL on loopback.',
    );
  }
  return troubles;
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function isLoopback(url: string): boolean {
  try {
    return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  } catch {
    return false;
  }
}
