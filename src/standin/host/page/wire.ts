/** A person of the tenant. `id` is the Entra object id. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly jobTitle: string;
  readonly roles: readonly string[];
}

/** A team with its channels. */
export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly channels: readonly Channel[];
  readonly members: readonly string[];
}

/** A channel; its id is its conversation's id. */
export interface Channel {
  readonly id: string;
  readonly displayName: string;
}

/** A mailbox that several people look after. */
export interface SharedMailbox {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
}

/** What the page must know of the stand-in: where the app is, and the tenant. */
export interface HostConfig {
  readonly appUrl: string;
  readonly tenantId: string;
  readonly scenario: string;
  readonly teams: readonly Team[];
  readonly mailboxes: readonly SharedMailbox[];
}

/** A message as one person sees it. `thread` is the first message's id, in a channel's reply. */
export interface Activity {
  readonly id: string;
  readonly thread?: string;
  readonly timestamp: string;
  readonly updated?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly from: { readonly name: string; readonly role: 'bot' | 'user'; readonly aadObjectId?: string };
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly deleted: boolean;
}

/** What the bot answered. */
export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** A request that the stand-in refused; `message` is its sentence. */
export class Refused extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Reads something of the stand-in. Throws Refused, or what `fetch` throws. */
export async function read<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  return await ask<T>(path, { headers });
}

/** Sends something to the stand-in and returns its answer; undefined when that is empty. */
export async function send<T>(
  path: string,
  body: unknown,
  method = 'POST',
  headers: Record<string, string> = {},
): Promise<T> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return await ask<T>(path, { method, ...sent, headers: { 'content-type': 'application/json', ...headers } });
}

async function ask<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(path, request);
  const text = await response.text();
  const body = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) {
    const says = body?.message ?? body?.error?.message ?? `The stand-in answered ${response.status}.`;
    throw new Refused(says, response.status);
  }
  return body;
}

/** A person's or channel's conversation path. */
export function conversationPath(id: string): string {
  return `/standin/conversations/${encodeURIComponent(id)}`;
}
