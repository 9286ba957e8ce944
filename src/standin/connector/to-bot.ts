import { randomUUID } from 'node:crypto';
import type { FullEntra } from '../entra/entra.ts';
import type { StandinContext } from '../part.ts';
import type { Row } from '../state/rows.ts';
import { BOT_ID } from '../tenants/registrations.ts';
import type { Person } from '../tenants/tenant.ts';
import { idOfPlace, type Place, readersOf } from './conversations.ts';

/** What the bot answered; `body` is undefined when it said nothing. 502: it could not be reached, 504: it took too long. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Takes activities to the bot. */
export interface ToBot {
  /** Sends one activity with the connector's token. Never throws: trouble is a status. */
  send(activity: Row): Promise<BotAnswer>;
  /** What every activity from this place carries; `from` undefined: from the place itself (installations). */
  envelope(place: Place, from: Person | undefined): Row;
}

/** The bot's account as it stands in activities. */
export const BOT_ACCOUNT = { id: `28:${BOT_ID}`, name: 'Alternative Provision' } as const;

/** `patienceMs`: how long Teams waits for an answer. */
export function createToBot(context: StandinContext, entra: FullEntra, patienceMs: number): ToBot {
  return {
    async send(activity) {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${await entra.issueConnectorToken()}`,
      };
      const signal = AbortSignal.timeout(patienceMs);
      try {
        const body = JSON.stringify(activity);
        const response = await fetch(context.config.botEndpoint, { method: 'POST', headers, body, signal });
        return { status: response.status, body: readBody(await response.text()) };
      } catch {
        if (signal.aborted)
          return { status: 504, body: { message: `The bot did not answer within ${patienceMs / 1000} seconds.` } };
        return { status: 502, body: { message: 'The bot could not be reached.' } };
      }
    },
    envelope(place, from) {
      const tenant = context.tenant();
      const { conversation } = place;
      const shared = conversation.type === 'channel';
      const now = context.clock.now();
      return {
        channelId: 'msteams',
        serviceUrl: context.baseUrl(),
        timestamp: now,
        localTimestamp: now,
        localTimezone: 'Europe/London',
        locale: 'en-GB',
        from: from === undefined ? { id: idOfPlace(place) } : account(from),
        recipient: BOT_ACCOUNT,
        conversation: {
          id: idOfPlace(place),
          conversationType: conversation.type,
          tenantId: tenant.tenantId,
          ...(shared ? { isGroup: true, name: conversation.name } : {}),
        },
        channelData: {
          tenant: { id: tenant.tenantId },
          ...(shared
            ? {
                teamsChannelId: conversation.id,
                teamsTeamId: conversation.team.id,
                channel: { id: conversation.id, name: conversation.channel.displayName },
                team: {
                  id: conversation.team.id,
                  name: conversation.team.displayName,
                  aadGroupId: conversation.team.id,
                },
              }
            : {}),
        },
      };
    },
  };
}

/** The bot has been added here: the two activities that Teams then sends, in order. */
export function installation(context: StandinContext, toBot: ToBot, place: Place): Row[] {
  const { conversation } = place;
  const envelope = toBot.envelope(place, conversation.type === 'personal' ? conversation.person : undefined);
  const members = readersOf(context.tenant(), conversation).map(account);
  const added = conversation.type === 'channel' ? [...members, BOT_ACCOUNT] : [BOT_ACCOUNT];
  return [
    { ...envelope, id: randomUUID(), type: 'installationUpdate', action: 'add' },
    { ...envelope, id: randomUUID(), type: 'conversationUpdate', membersAdded: added },
  ];
}

/** What a person typed. In a channel a bot hears only what mentions it, so the mention is put in front when it is missing. */
export function typed(toBot: ToBot, place: Place, from: Person, id: string, text: string): Row {
  const info = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' };
  const mention = `<at>${BOT_ACCOUNT.name}</at>`;
  const inChannel = place.conversation.type === 'channel';
  // Teams makes a mention of the name while it is typed.
  const named = inChannel ? text.replace(`@${BOT_ACCOUNT.name}`, mention) : text;
  const said = inChannel && !named.includes(mention) ? `${mention} ${named}` : named;
  const mentions = inChannel ? [{ type: 'mention', mentioned: BOT_ACCOUNT, text: mention }] : [];
  return {
    ...toBot.envelope(place, from),
    id,
    type: 'message',
    textFormat: 'plain',
    text: said,
    entities: [...mentions, info],
  };
}

/** A button of a card that was pressed (or, `automatic`, a card that refreshes itself). */
export interface CardPress {
  readonly activityId: string;
  readonly verb: string;
  readonly data: unknown;
  readonly trigger: 'manual' | 'automatic';
}

/** A press on a card as the bot hears of it. */
export function pressed(toBot: ToBot, place: Place, from: Person, press: CardPress): Row {
  return {
    ...toBot.envelope(place, from),
    id: `f:${randomUUID()}`,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: press.activityId,
    value: { action: { type: 'Action.Execute', verb: press.verb, data: press.data }, trigger: press.trigger },
  };
}

/** A person's account as it stands in activities. */
export function account(person: Person): { readonly id: string; readonly name: string; readonly aadObjectId: string } {
  return { id: `29:${person.id}`, name: person.displayName, aadObjectId: person.id };
}

function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
