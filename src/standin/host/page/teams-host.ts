/** The names that Teams gives its themes in the host protocol. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** What the host tells the app about itself and its person. */
export interface HostSituation {
  readonly theme: HostTheme;
  readonly tenantId: string;
  readonly person: { readonly id: string; readonly displayName: string; readonly mail: string };
}

/** A message of the Teams client library to its host. */
interface ClientMessage {
  readonly id: number;
  readonly uuidAsString: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

const runtime = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    app: { notifySuccessResponse: {} },
    pages: { config: {}, tabs: {}, currentApp: {}, backStack: {} },
    teamsCore: {},
  },
});

/** Plays Teams towards the app in one iframe, by the client library's own protocol. Answers a function that ends it. */
export function playHost(frame: HTMLIFrameElement, appOrigin: string, situation: () => HostSituation): () => void {
  const listen = (event: MessageEvent<ClientMessage>) => {
    if (event.source !== frame.contentWindow || event.origin !== appOrigin) return;
    const { id, uuidAsString, func, args = [] } = event.data;
    const reply = (...answer: unknown[]) =>
      frame.contentWindow?.postMessage(
        { id, uuidAsString, args: answer, monotonicTimestamp: performance.now() },
        appOrigin,
      );
    switch (func) {
      case 'initialize':
        return reply('content', 'web', runtime, JSON.stringify({ version: '2.0.0', supports: {} }));
      case 'getContext':
        return reply(contextOf(situation()));
      case 'appInitialization.success':
        return reply();
      case 'authentication.getAuthToken':
        void tokenFor(situation().person.id).then(
          (token) => reply(true, token),
          () => reply(false, 'CancelledByUser'),
        );
        return undefined;
      case 'executeDeepLink':
        window.open(String(args[0]), '_blank', 'noopener');
        return reply(true);
      default:
        return undefined;
    }
  };
  window.addEventListener('message', listen);
  return () => window.removeEventListener('message', listen);
}

/** Tells the app that the theme has changed. */
export function tellTheme(frame: HTMLIFrameElement, appOrigin: string, theme: HostTheme): void {
  frame.contentWindow?.postMessage({ func: 'themeChange', args: [theme] }, appOrigin);
}

function contextOf({ theme, tenantId, person }: HostSituation): Record<string, unknown> {
  return {
    entityId: 'home',
    locale: 'en-gb',
    theme,
    sessionId: crypto.randomUUID(),
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: 'content',
    tid: tenantId,
    userObjectId: person.id,
    userPrincipalName: person.mail,
    loginHint: person.mail,
    userDisplayName: person.displayName,
    ringId: 'general',
  };
}

async function tokenFor(user: string): Promise<string> {
  const response = await fetch('/standin/sign-in', { method: 'POST', body: JSON.stringify({ user }) });
  const body: { token: string } = await response.json();
  return body.token;
}
