import type { CardJson } from '../cards/fill.ts';

/** The connector did not take it. `again`: it may, later. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
  constructor(
    readonly status: number,
    readonly again: boolean,
  ) {
    super(says(status));
  }
}

/** Where a message stands. */
export interface Standing {
  readonly conversation: string;
  readonly activity: string;
}

/** The bot's own way to the connector, with back-off; turns and rounds both send through here. */
export interface Connector {
  post(serviceUrl: string, conversation: string, activity: CardJson): Promise<Standing>;
  update(serviceUrl: string, at: Standing, activity: CardJson): Promise<Standing>;
  /** Starts a thread in a channel. */
  postInChannel(serviceUrl: string, channel: string, activity: CardJson): Promise<Standing>;
  /** Opens (or finds) the personal chat with a person; answers its conversation id. */
  openChat(serviceUrl: string, person: string): Promise<string>;
}

/** What the connector client is made of. */
export interface ConnectorParts {
  readonly botId: string;
  readonly tenantId: string;
  readonly token: () => Promise<string>;
}

const passing = new Set([412, 429, 500, 502, 503, 504]);
const tries = 4;

/** A connector client. Retries 429, 412 and 5xx with growing waits (a message may at worst repeat); throws NotDelivered. */
export function connector({ botId, tenantId, token }: ConnectorParts): Connector {
  async function send(method: 'POST' | 'PUT', url: string, body: unknown): Promise<Readonly<Record<string, unknown>>> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(url, {
        method,
        headers: { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      }).catch(() => undefined);
      if (response?.ok) return Object(await response.json().catch(() => ({})));
      const status = response?.status ?? 0;
      const again = status === 0 || passing.has(status);
      await response?.body?.cancel();
      if (!again || attempt === tries) throw new NotDelivered(status, again || status === 401);
      const asked = Number(response?.headers.get('retry-after') ?? 0) * 1000;
      await wait(Math.min(10_000, Math.max(asked, 250 * 2 ** attempt * (0.5 + Math.random() / 2))));
    }
  }
  const base = (serviceUrl: string) => `${serviceUrl.replace(/\/$/, '')}/v3/conversations`;
  const at = (serviceUrl: string, conversation: string) =>
    `${base(serviceUrl)}/${encodeURIComponent(conversation)}/activities`;
  const bot = { id: `28:${botId}` };
  return {
    async post(serviceUrl, conversation, activity) {
      const { id } = await send('POST', at(serviceUrl, conversation), activity);
      return { conversation, activity: String(id) };
    },
    async update(serviceUrl, standing, activity) {
      const url = `${at(serviceUrl, standing.conversation)}/${encodeURIComponent(standing.activity)}`;
      await send('PUT', url, { ...activity, id: standing.activity });
      return standing;
    },
    async postInChannel(serviceUrl, channel, activity) {
      const channelData = { channel: { id: channel }, tenant: { id: tenantId } };
      const { id, activityId } = await send('POST', base(serviceUrl), { isGroup: true, bot, channelData, activity });
      return { conversation: String(id), activity: String(activityId) };
    },
    async openChat(serviceUrl, person) {
      const channelData = { tenant: { id: tenantId } };
      const body = { isGroup: false, bot, tenantId, channelData, members: [{ id: person }] };
      const { id } = await send('POST', base(serviceUrl), body);
      return String(id);
    },
  };
}

/** A message that holds one card; `summary` is what a notification shows. */
export function cardActivity(card: CardJson, summary: string): CardJson {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

function says(status: number): string {
  if (status === 403) return 'Teams refused the message: the app is blocked or not installed there.';
  if (status === 404) return 'Teams does not know this conversation or message any more.';
  if (status === 413) return 'The card is too large for Teams.';
  if (status === 429) return 'Teams asks to send more slowly.';
  return status === 0 ? 'Teams could not be reached.' : `Teams did not take the message (${status}).`;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
