import { clientAssertion } from './client-assertion.ts';
import type { Credential } from './credential.ts';
import { GraphTroubled, graphTrouble } from './graph-error.ts';

/** The app registration that signs in by itself. */
export interface AppRegistration {
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** Such as `https://graph.microsoft.com/.default`. */
  readonly scope: string;
}

/**
 * A token by client credentials, kept until five minutes before it ends (machine's clock). Throws GraphTroubled when
 * Entra does not give one: NotSignedIn when it refuses, with its number; the text never holds the secret or the assertion.
 */
export function signIn(app: AppRegistration): () => Promise<string> {
  let held: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;
  const endpoint = `${app.authorityUrl}/${app.tenantId}/oauth2/v2.0/token`;
  async function fetchToken(): Promise<string> {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.clientId,
        ...(await proof(app.credential, app.clientId, endpoint)),
        scope: app.scope,
      }),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    const body: unknown = await response?.json().catch(() => undefined);
    const { access_token: token, expires_in: seconds, error_codes: numbers } = Object(body);
    if (!response?.ok || typeof token !== 'string') {
      throw signInTrouble(response?.status ?? 0, Array.isArray(numbers) ? Number(numbers[0]) : undefined);
    }
    held = { token, until: Date.now() + (Number(seconds) - 300) * 1000 };
    return token;
  }
  return async () => {
    if (held && Date.now() < held.until) return held.token;
    asking ??= fetchToken().finally(() => {
      asking = undefined;
    });
    return await asking;
  };
}

/** Entra's own number says most: AADSTS7000222 is a secret that has run out, AADSTS700027 a certificate that is not uploaded. */
function signInTrouble(status: number, number: number | undefined): GraphTroubled {
  const refusal = { status, code: number === undefined ? 'sign-in' : `AADSTS${number}` };
  const refused = status >= 400 && status < 500 && status !== 429;
  return refused ? new GraphTroubled('NotSignedIn', refusal) : graphTrouble(refusal);
}

async function proof(credential: Credential, clientId: string, endpoint: string): Promise<Record<string, string>> {
  if ('secret' in credential) return { client_secret: credential.secret };
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await clientAssertion(credential, clientId, endpoint),
  };
}
