import { randomUUID } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { KeyRing } from './keys.ts';

/** Audience of a token for Microsoft Graph. */
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
/** Audience of a token with which a bot calls the connector. */
export const CONNECTOR_AUDIENCE = 'https://api.botframework.com';
/** The authority that signs what the connector sends to a bot. */
export const CONNECTOR_AUTHORITY = 'botframework.com';
/** Teams' own client id in a browser: `azp` of a token got with `authentication.getAuthToken`. */
export const TEAMS_WEB_CLIENT = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** Signs and checks tokens. Lifetimes run on the machine's clock, never on the school's. */
export interface Mint {
  /** Issuer (`iss`) of an authority, e.g. `http://127.0.0.1:3979/<tenant>/v2.0`. */
  issuer(authority: string): string;
  /** Signs these claims for one audience in the name of an authority. */
  sign(authority: string, audience: string, claims: JWTPayload): Promise<string>;
  /** The claims of a good token. Throws an Error whose message says what is wrong with it. */
  verify(token: string, authority: string, audience: string): Promise<JWTPayload>;
  /** Seconds for which a token is good. */
  lifetime(): number;
}

/** `baseUrl` is the stand-in's; `lifetime` in seconds is asked each time, so that a test can change it (negative: expired). */
export function createMint(keys: KeyRing, baseUrl: () => string, lifetime: () => number): Mint {
  const issuer = (authority: string) => `${baseUrl()}/${authority}/v2.0`;
  return {
    issuer,
    lifetime,
    async sign(authority, audience, claims) {
      const key = keys(authority);
      const now = Math.floor(Date.now() / 1000);
      return await new SignJWT({ ver: '2.0', uti: randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
        .setIssuer(issuer(authority))
        .setAudience(audience)
        .setIssuedAt(now)
        .setNotBefore(now - 5)
        .setExpirationTime(now + lifetime())
        .sign(key.privateKey);
    },
    async verify(token, authority, audience) {
      try {
        const good = await jwtVerify(token, keys(authority).publicKey, {
          algorithms: ['RS256'],
          issuer: issuer(authority),
          audience,
          requiredClaims: ['exp'],
        });
        return good.payload;
      } catch (error) {
        throw new Error(whatIsWrong(error));
      }
    },
  };
}

function whatIsWrong(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'Signature validation failed.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'Access token validation failure. Invalid audience.';
    if (error.claim === 'iss') return 'Access token validation failure. Invalid issuer.';
  }
  return 'CompactToken parsing failed.';
}
