import { send } from '../wire.ts';
import { answerBridge } from './nested-auth.ts';
import { contextOf, type HostTheme, type Situation } from './situation.ts';

/** A message of the Teams client library to its host. */
interface ClientMessage {
  readonly id: number;
  readonly uuidAsString: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  /** Nested app authentication puts its request here. */
  readonly data?: unknown;
}

/** The tab that a settings page asks to have made. */
export interface TabWish {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly suggestedDisplayName?: string;
}

/** What the page does when the app asks for it. */
export interface HostDeeds {
  readonly situation: () => Situation;
  readonly openLink: (url: string) => void;
  readonly navigate: (entityId: string | undefined, subEntityId: string | undefined) => void;
  readonly said: (word: 'loaded' | 'ready' | 'failed', reason?: string) => void;
  /** Settings page only: whether Save may be pressed, and the tab that Save makes. */
  readonly mayBeSaved?: (valid: boolean) => void;
  readonly saved?: (wish: TabWish | undefined) => void;
}

/** The host as the app in one frame knows it. */
export interface PlayedHost {
  tellTheme(theme: HostTheme): void;
  /** Tells a settings page that Save was pressed. */
  tellSave(): void;
  stop(): void;
}

/** Plays Teams towards the app in one iframe, by the client library's own protocol, for messages of the app's origin only. */
export function playHost(frame: HTMLIFrameElement, appOrigin: string, deeds: HostDeeds): PlayedHost {
  const handlers = new Set<string>();
  let wish: TabWish | undefined;
  const post = (message: object) => frame.contentWindow?.postMessage(message, appOrigin);
  const answers: Readonly<Record<string, (args: readonly unknown[], data: unknown) => unknown>> = {
    initialize: () => [deeds.situation().frameContext, 'web', RUNTIME, CLIENT_VERSION],
    getContext: () => [contextOf(deeds.situation())],
    'appInitialization.appLoaded': () => deeds.said('loaded'),
    'appInitialization.success': () => {
      deeds.said('ready');
      return [];
    },
    'appInitialization.failure': (args) => deeds.said('failed', String(args[1] ?? args[0])),
    'appInitialization.expectedFailure': (args) => deeds.said('failed', String(args[1] ?? args[0])),
    registerHandler: (args) => void handlers.add(String(args[0])),
    'authentication.getAuthToken': () => authToken(deeds.situation()),
    executeDeepLink: (args) => {
      deeds.openLink(String(args[0]));
      return [true];
    },
    'pages.navigateToApp': (args) => {
      const to = Object(args[0]);
      deeds.navigate(text(to.pageId), text(to.subPageId));
      return [true];
    },
    'pages.currentApp.navigateTo': (args) => {
      const to = Object(args[0]);
      deeds.navigate(text(to.pageId), text(to.subPageId));
      return [undefined];
    },
    'pages.currentApp.navigateToDefaultPage': () => {
      deeds.navigate(undefined, undefined);
      return [undefined];
    },
    'settings.setValidityState': (args) => deeds.mayBeSaved?.(args[0] === true),
    'settings.setSettings': (args) => {
      const asked = Object(args[0]);
      wish = {
        entityId: String(asked.entityId),
        contentUrl: String(asked.contentUrl),
        suggestedDisplayName: text(asked.suggestedDisplayName),
      };
      return [true];
    },
    'settings.getSettings': () => [{ entityId: deeds.situation().entityId }],
    'settings.save.success': () => deeds.saved?.(wish),
    'settings.save.failure': () => deeds.saved?.(undefined),
    'nestedAppAuth.execute': async (_args, data) => {
      const { person, tenantId } = deeds.situation();
      return ['', await answerBridge(String(data), { person, tenantId, environment: location.host })];
    },
  };
  const listen = async (event: MessageEvent<ClientMessage>) => {
    if (event.source !== frame.contentWindow || event.origin !== appOrigin) return;
    const { id, uuidAsString, func, args = [], data } = event.data;
    const answer = await answers[func]?.(args, data);
    if (Array.isArray(answer)) post({ id, uuidAsString, args: answer, monotonicTimestamp: performance.now() });
  };
  window.addEventListener('message', listen);
  return {
    tellTheme(theme) {
      if (handlers.has('themeChange')) post({ func: 'themeChange', args: [theme] });
    },
    tellSave: () => post({ func: 'settings.save', args: [{}] }),
    stop: () => window.removeEventListener('message', listen),
  };
}

const RUNTIME = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: true,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    app: { notifySuccessResponse: {} },
    pages: { config: {}, currentApp: {} },
    nestedAppAuth: {},
    teamsCore: {},
  },
});

const CLIENT_VERSION = JSON.stringify({ version: '2.0.0', supports: { nestedAppAuth: true } });

async function authToken({ person }: Situation): Promise<unknown[]> {
  try {
    const { token } = await send<{ token: string }>('/host/token', { user: person.id });
    return [true, token];
  } catch {
    return [false, 'resourceRequiresConsent'];
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
