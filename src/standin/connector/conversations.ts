import type { Channel, Person, Team, Tenant } from '../tenants/tenant.ts';

/** Where a bot and people talk: a channel of a team, or one person's chat with the bot. */
export type Conversation =
  | {
      readonly type: 'channel';
      readonly id: string;
      readonly name: string;
      readonly team: Team;
      readonly channel: Channel;
    }
  | { readonly type: 'personal'; readonly id: string; readonly name: string; readonly person: Person };

/** A conversation and, in a channel, the thread that an id names: `19:…@thread.tacv2;messageid=<first message's id>`. */
export interface Place {
  readonly conversation: Conversation;
  readonly thread?: string;
}

/** Every conversation the tenant has: the channels first, then a chat for each person (`a:<object id>`). */
export function conversationsOf(tenant: Tenant): Conversation[] {
  const channels = tenant.teams.flatMap((team) => team.channels.map((channel) => channelOf(team, channel)));
  return [...channels, ...tenant.people.map(personalChat)];
}

/** The place that a conversation id names; undefined when the tenant has none such. */
export function placeOf(tenant: Tenant, id: string): Place | undefined {
  const [base = '', thread] = id.split(';messageid=');
  const conversation = conversationsOf(tenant).find((one) => one.id === base);
  if (conversation === undefined || (thread !== undefined && conversation.type !== 'channel')) return undefined;
  return thread === undefined ? { conversation } : { conversation, thread };
}

/** The conversation id by which the bot knows this place. */
export function idOfPlace(place: Place): string {
  return place.thread === undefined ? place.conversation.id : `${place.conversation.id};messageid=${place.thread}`;
}

/** People who can read the conversation. */
export function readersOf(tenant: Tenant, conversation: Conversation): readonly Person[] {
  if (conversation.type === 'personal') return [conversation.person];
  return tenant.people.filter((person) => conversation.team.members.includes(person.id));
}

/** The person behind `29:<object id>` or a bare object id. */
export function personFrom(tenant: Tenant, id: string): Person | undefined {
  const oid = id.replace(/^29:/, '');
  return tenant.people.find((person) => person.id === oid);
}

function channelOf(team: Team, channel: Channel): Conversation {
  return { type: 'channel', id: channel.id, name: channel.displayName, team, channel };
}

function personalChat(person: Person): Conversation {
  return { type: 'personal', id: `a:${person.id}`, name: person.displayName, person };
}
