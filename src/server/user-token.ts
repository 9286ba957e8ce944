import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Config } from './config.ts';

/** Who a request to the API speaks for. */
export interface SignedInPerson {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
}

/** The token is missing, foreign, expired or for another door. `message` says what to do. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

/**
 * Checks user tokens for the API: our tenant's issuer and keys, our audience, `scp` = access, `azp` in the short list.
 * A token of the connector, of another tenant, or for another application throws NotSignedIn.
 */
export function userTokens(config: Config): (authorization: string | undefined) => Promise<SignedInPerson> {
  const keys = createRemoteJWKSet(new URL(config.api.keysUrl), { cooldownDuration: 2_000 });
  return async (authorization) => {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new NotSignedIn('You are not signed in. Open the app again in Teams.');
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: config.api.issuer,
        audience: config.api.audience,
        clockTolerance: 300,
        algorithms: ['RS256'],
      });
      const scopes = typeof payload.scp === 'string' ? payload.scp.split(' ') : [];
      const party = String(payload.azp ?? payload.appid ?? '');
      if (payload.tid !== config.tenantId || !scopes.includes('access') || !config.api.clients.includes(party)) {
        throw new NotSignedIn('This sign-in is not for this app. Open the app again in Teams.');
      }
      if (typeof payload.oid !== 'string')
        throw new NotSignedIn('This sign-in names nobody. Open the app again in Teams.');
      return { id: payload.oid, name: String(payload.name ?? '') };
    } catch (error) {
      if (error instanceof NotSignedIn) throw error;
      // The keys could not be fetched: that is not the person's fault, and signing in again would not help.
      if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw error;
      throw new NotSignedIn('Your sign-in has run out or is not ours. Open the app again in Teams.');
    }
  };
}
