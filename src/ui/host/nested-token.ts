import type { PageSettings } from './settings.ts';

/** Gets a token for our API; `fresh` asks for a new one although one is still held. */
export type TokenSource = (fresh?: boolean) => Promise<string>;

/** Nested app authentication: the host signs in for us, silently where it can. MSAL is loaded when a token is first needed. */
export function nestedToken(settings: PageSettings): TokenSource {
  const application = onlyOnce(async () => {
    const { createNestablePublicClientApplication } = await import(
      /* webpackChunkName: "msal" */ './nested-application.ts'
    );
    return createNestablePublicClientApplication({
      auth: { clientId: settings.clientId, authority: settings.authority },
    });
  });
  return async (fresh = false) => {
    const client = await application();
    const wish = { scopes: [settings.scope], forceRefresh: fresh };
    try {
      return (await client.acquireTokenSilent(wish)).accessToken;
    } catch {
      return (await client.acquireTokenPopup({ scopes: [settings.scope] })).accessToken;
    }
  };
}

/** The same answer for everyone who asks; a failure is forgotten, so that the next asks again. */
function onlyOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | undefined;
  return () => {
    held ??= make().catch((error: unknown) => {
      held = undefined;
      throw error;
    });
    return held;
  };
}
