import { graphTrouble } from './graph-error.ts';

/** The app registration that signs in by itself. */
export interface AppRegistration {
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Such as `https://graph.microsoft.com/.default`. */
  readonly scope: string;
}

/**
 * A token by client credentials, kept until five minutes before it ends (machine's clock). Throws GraphTroubled when
 * Entra does not give one; the text never holds the secret.
 */
export function signIn(app: AppRegistration): () => Promise<string> {
  let held: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;
  async function fetchToken(): Promise<string> {
    const response = await fetch(`${app.authorityUrl}/${app.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.clientSecret,
        scope: app.scope,
      }),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    const body: unknown = await response?.json().catch(() => undefined);
    const { access_token: token, expires_in: seconds } = Object(body);
    if (!response?.ok || typeof token !== 'string') {
      throw graphTrouble({ status: response?.status ?? 0, code: 'sign-in' });
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
