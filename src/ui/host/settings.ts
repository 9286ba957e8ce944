/** What the app's server tells the page about its tenant; served at `/tab/config.json`. */
export interface PageSettings {
  readonly clientId: string;
  readonly tenantId: string;
  /** Sign-in authority with the tenant, such as `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  /** The one scope of our API. */
  readonly scope: string;
  /** Origins that may frame the page beside Microsoft's own. */
  readonly hostOrigins: readonly string[];
  /** Id of our app in Teams, for links to it; absent where the app is not in Teams. */
  readonly teamsApp?: string;
}

/** Reads the page's settings; throws when the server does not answer. */
export async function pageSettings(): Promise<PageSettings> {
  const answer = await fetch('/tab/config.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error('The app does not answer.');
  return answer.json();
}
