import type { OutlookLink } from './outlook-link.ts';

/** The bridge that MSAL looks for on the window to sign a nested app in through its host. */
export interface NestedAppAuthBridge {
  postMessage(message: string): void;
  addEventListener(name: 'message', hear: (answer: string) => void): void;
  removeEventListener(name: 'message', hear: (answer: string) => void): void;
}

/** Carries MSAL's messages to Outlook and Outlook's answers back. */
export function nestedAuthBridge(outlook: OutlookLink): NestedAppAuthBridge {
  const hearers = new Set<(answer: string) => void>();
  const tell = (answer: unknown) => {
    for (const hear of hearers) hear(String(answer));
  };
  return {
    postMessage: (message) => void outlook.ask('nestedAuth', message).then(tell, () => tell(unavailable(message))),
    addEventListener: (_name, hear) => void hearers.add(hear),
    removeEventListener: (_name, hear) => void hearers.delete(hear),
  };
}

function unavailable(message: string): string {
  const { requestId } = Object(JSON.parse(message));
  const error = { status: 'NESTED_APP_AUTH_UNAVAILABLE' };
  return JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, success: false, error });
}
