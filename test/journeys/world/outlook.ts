import type { RunningApp } from './app.ts';

/** An event as Graph gives it; times on the wall in England. */
export interface OutlookEvent {
  readonly id: string;
  readonly subject: string;
  readonly sensitivity: string;
  readonly isOnlineMeeting: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  readonly location: { readonly displayName: string };
  readonly body: { readonly content: string };
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly { readonly type: string; readonly emailAddress: { readonly address: string } }[];
}

/** The tenant's calendars as an administrator reaches them through Graph, with ids that stay the same. */
export interface Outlook {
  /** `where` begins with the mailbox, such as `ap.reviews@…/events/{id}`; throws what Graph refuses. */
  call(method: string, where: string, body?: unknown): Promise<unknown>;
  eventsOf(mailbox: string): Promise<readonly OutlookEvent[]>;
}

/** Opens the calendars of the tenant that the app runs in. */
export async function openOutlook(app: RunningApp): Promise<Outlook> {
  const { token } = Object(await app.control('POST', '/standin/app-token')) as { token: string };
  async function call(method: string, where: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${app.standinUrl}/v1.0/users/${where}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        Prefer: 'outlook.timezone="GMT Standard Time", IdType="ImmutableId"',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  return {
    call,
    async eventsOf(mailbox) {
      const { value }: { value: readonly OutlookEvent[] } = Object(await call('GET', `${mailbox}/events?$top=500`));
      return value;
    },
  };
}
