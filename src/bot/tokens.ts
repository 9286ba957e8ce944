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

/**
 * Checks what calls `/api/messages`: a token of the connector's issuer and keys for this bot, not expired, without `scp`
 * (that would be a person's), whose `serviceurl` is the one the activity names. Throws NotTheConnector otherwise.
 */
export function connectorTokens(
  config: BotConfig,
): (authorization: string | undefined, serviceUrl: unknown) => Promise<Caller> {
  const keys = createRemoteJWKSet(new URL(config.keysUrl), { cooldownDuration: 2_000 });
  return async (authorization, serviceUrl) => {
    if (authorization === undefined && config.anonymous && isLoopback(serviceUrl)) return {};
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
    if (typeof serviceurl !== 'string') return { aud: config.id };
    if (!sameUrl(serviceurl, serviceUrl)) throw new NotTheConnector('The token is for another service url.');
    return { aud: config.id, serviceurl };
  };
}

function sameUrl(claim: string, url: unknown): boolean {
  return typeof url === 'string' && claim.replace(/\/$/, '') === url.replace(/\/$/, '');
}

function isLoopback(url: unknown): boolean {
  try {
    return typeof url === 'string' && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  } catch {
    return false;
  }
}
