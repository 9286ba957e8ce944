/** Which app registration signs in, and where. */
export interface AppCredentials {
  /** Entra, such as `https://login.microsoftonline.com`. */
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Such as `https://graph.microsoft.com/.default`. */
  readonly scope: string;
}

/** Gives a bearer token; a new one when the old one is about to run out (machine's clock). */
export type TokenSource = (options?: { readonly fresh?: boolean }) => Promise<string>;

/** Entra refused the app's own sign-in: a secret has run out or is wrong. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** Signs the app in with client credentials. Throws SignInRefused with Entra's own code, never the secret. */
export function appSignIn(credentials: AppCredentials): TokenSource {
  let held: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;
  return ({ fresh = false } = {}) => {
    if (!fresh && held && held.until > Date.now()) return Promise.resolve(held.token);
    asking ??= ask(credentials)
      .then((got) => {
        held = got;
        return got.token;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
}

async function ask(credentials: AppCredentials): Promise<{ token: string; until: number }> {
  const { authorityUrl, tenantId, clientId, clientSecret, scope } = credentials;
  const response = await fetch(`${authorityUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope,
    }),
    signal: AbortSignal.timeout(10_000),
  });
  const body: { access_token?: string; expires_in?: number; error?: string } = await response.json().catch(() => ({}));
  if (!response.ok || !body.access_token) {
    throw new SignInRefused(`Entra refused the app's sign-in (${body.error ?? response.status}).`);
  }
  return { token: body.access_token, until: Date.now() + ((body.expires_in ?? 3600) - 120) * 1000 };
}
