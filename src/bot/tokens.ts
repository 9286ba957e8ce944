import { createRemoteJWKSet, jwtVerify } from 'jose';

/** What the bot must know of its registration and of the connector. */
export interface BotConfig {
  /** Application id of the bot's registration: the audience of incoming tokens. */
  readonly id: string;
  readonly tenantId: string;
  /** Issuer of the connector's tokens, and where its keys are. */
  readonly issuer: string;
  readonly keysUrl: string;
  /** Service url for first contact, where no conversation is known yet. */
  readonly connectorUrl: string;
  /** True only where BOT_AUTH=anonymous is set by name: then a token may be absent, never wrong. */
  readonly anonymous: boolean;
}

/** The caller is not the connector. */
export class NotTheConnector extends Error {
  override readonly name = 'NotTheConnector';
}

/** Who called: `aud` is the bot's id; without it nobody proved anything (anonymous, loopback only). */
export interface Caller {
  readonly aud?: string;
  readonly serviceurl?: string;
}

/** One call at the bot's door. */
export interface Knock {
  readonly authorization: string | undefined;
  /** The service url that the activity names; `undefined` where the activity cannot be read, and is refused for that. */
  readonly serviceUrl: string | undefined;
  /** Address that the call comes from, as the socket tells it. */
  readonly from: string | undefined;
}

/**
 * Checks what calls `/api/messages`: a token of the connector's issuer and keys for this bot, not expired, without `scp`
 * (that would be a person's), whose `serviceurl` is the one the activity names. Throws NotTheConnector otherwise. Where
 * BOT_AUTH=anonymous is set the token may be absent, if both the caller and its service url are on this machine.
 */
export function connectorTokens(config: BotConfig): (knock: Knock) => Promise<Caller> {
  const keys = createRemoteJWKSet(new URL(config.keysUrl), { cooldownDuration: 2_000 });
  return async ({ authorization, serviceUrl, from }) => {
    if (authorization === undefined && config.anonymous && isLoopback(serviceUrl) && isThisMachine(from)) return {};
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new NotTheConnector('The token is missing.');
    const { payload } = await jwtVerify(token, keys, {
      issuer: config.issuer,
      audience: config.id,
      clockTolerance: 300,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
    }).catch(() => {
      throw new NotTheConnector('The token is not one of the connector for this bot, or has run out.');
    });
    if ('scp' in payload) throw new NotTheConnector("This is a person's token.");
    const { serviceurl } = payload;
    if (typeof serviceurl !== 'string' || serviceUrl === undefined) return { aud: config.id };
    if (!sameUrl(serviceurl, serviceUrl)) throw new NotTheConnector('The token is for another service url.');
    return { aud: config.id, serviceurl };
  };
}

function sameUrl(claim: string, url: string): boolean {
  return claim.replace(/\/$/, '') === url.replace(/\/$/, '');
}

function isThisMachine(address: string | undefined): boolean {
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address ?? '');
}

function isLoopback(url: string | undefined): boolean {
  try {
    return url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  } catch {
    return false;
  }
}
