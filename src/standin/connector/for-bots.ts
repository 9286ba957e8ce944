import type { ServerResponse } from 'node:http';
import { answerJson } from '../entra/answers.ts';
import type { FullEntra } from '../entra/entra.ts';
import { type StandinContext, type StandinRequest, TokenRefused } from '../part.ts';
import { isRow, type Row } from '../state/rows.ts';
import { BOT_ID } from '../tenants/registrations.ts';
import type { Person } from '../tenants/tenant.ts';
import type { Archive } from './archive.ts';
import { conversationsOf, idOfPlace, type Place, personFrom, placeOf, readersOf } from './conversations.ts';
import { checkSize, type Gate } from './limits.ts';
import type { News } from './news.ts';
import { ConnectorRefusal, noActivity, noConversation } from './refusal.ts';
import { account, BOT_ACCOUNT } from './to-bot.ts';

/** What the bot-facing side of the connector works with. */
export interface ForBots {
  readonly context: StandinContext;
  readonly entra: FullEntra;
  readonly archive: Archive;
  readonly news: News;
  readonly gate: Gate;
}

/** `/v3/*`: what a bot may ask of Teams. Answers true when the path is one of these. */
export async function answerBot(desk: ForBots, request: StandinRequest, response: ServerResponse): Promise<boolean> {
  if (!request.path.startsWith('/v3/')) return false;
  try {
    await checkCaller(desk, request);
    const { status, body } = route(desk, request);
    answerJson(response, status, body);
  } catch (error) {
    if (!(error instanceof ConnectorRefusal)) throw error;
    if (error.retryAfter !== undefined) response.setHeader('retry-after', String(error.retryAfter));
    answerJson(response, error.status, error.body());
  }
  return true;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function checkCaller(desk: ForBots, request: StandinRequest): Promise<void> {
  const denied = 'Authorization has been denied for this request.';
  try {
    const caller = await desk.entra.verifyConnectorToken(request.headers.authorization);
    if (caller !== BOT_ID)
      throw new ConnectorRefusal(403, 'Forbidden', 'The bot is not part of the conversation roster.', {
        subCode: 'BotNotInConversationRoster',
      });
  } catch (error) {
    if (error instanceof TokenRefused) throw new ConnectorRefusal(401, 'Unauthorized', `${denied} ${error.message}`);
    throw error;
  }
}

function route(desk: ForBots, request: StandinRequest): Answer {
  const { method } = request;
  const [, , area = '', id, what, which] = request.path.split('/').map(decodeURIComponent);
  if (area === 'teams' && id !== undefined && method === 'GET') return team(desk, id, what);
  if (area === 'conversations' && id === undefined && method === 'POST') return open(desk, bodyOf(request));
  if (area !== 'conversations' || id === undefined) throw new ConnectorRefusal(404, 'NotFound', 'No such operation.');
  const place = placeOf(desk.context.tenant(), id);
  if (place === undefined) throw noConversation();
  if (what === 'activities' && method === 'POST')
    return { status: 201, body: { id: post(desk, place, bodyOf(request), which) } };
  if (what === 'activities' && which !== undefined && method === 'PUT')
    return update(desk, place, which, bodyOf(request));
  if (what === 'activities' && which !== undefined && method === 'DELETE') return remove(desk, place, which);
  if (what === 'members' && method === 'GET') return members(desk, place, which);
  if (what === 'pagedmembers' && method === 'GET') return { status: 200, body: { members: roster(desk, place) } };
  throw new ConnectorRefusal(
    405,
    'MethodNotAllowed',
    `The requested resource does not support http method '${method}'.`,
  );
}

function open(desk: ForBots, body: Row): Answer {
  const place = placeToOpen(desk, body);
  const activity = isRow(body.activity) ? body.activity : undefined;
  if (place.conversation.type === 'channel' && activity === undefined) {
    throw new ConnectorRefusal(400, 'BadSyntax', 'A new thread needs an activity.');
  }
  const id = activity === undefined ? undefined : post(desk, place, activity, undefined);
  const opened = place.conversation.type === 'channel' && id !== undefined ? { ...place, thread: id } : place;
  return { status: 201, body: { id: idOfPlace(opened), activityId: id, serviceUrl: desk.context.baseUrl() } };
}

function placeToOpen(desk: ForBots, body: Row): Place {
  const tenant = desk.context.tenant();
  const data = isRow(body.channelData) ? body.channelData : {};
  if (isRow(data.channel) && typeof data.channel.id === 'string') {
    const place = placeOf(tenant, data.channel.id);
    if (place?.conversation.type !== 'channel') throw noConversation();
    return { conversation: place.conversation };
  }
  const [member, ...others] = Array.isArray(body.members) ? body.members : [];
  if (!isRow(member) || typeof member.id !== 'string' || others.length > 0) {
    throw new ConnectorRefusal(
      400,
      'BadSyntax',
      'Incorrect conversation creation parameters: one member or a channel is needed.',
    );
  }
  const person = personFrom(tenant, member.id);
  const place = person === undefined ? undefined : placeOf(tenant, `a:${person.id}`);
  if (place === undefined) throw noConversation();
  return place;
}

function post(desk: ForBots, place: Place, activity: Row, replyTo: string | undefined): string {
  const { archive, news } = desk;
  const base = place.conversation.id;
  mayWrite(desk, place, activity);
  if (activity.type !== undefined && activity.type !== 'message') return String(Date.now());
  const thread = place.thread ?? (replyTo === undefined ? undefined : threadOf(desk, place, replyTo));
  const id = archive.add(base, place.conversation.type === 'channel' ? thread : undefined, (newId) => ({
    ...activity,
    type: 'message',
    id: newId,
    timestamp: desk.context.clock.now(),
    from: { ...BOT_ACCOUNT, role: 'bot' },
    conversation: {
      id: place.conversation.type === 'channel' ? `${base};messageid=${thread ?? newId}` : base,
      conversationType: place.conversation.type,
    },
    ...(replyTo === undefined ? {} : { replyToId: replyTo }),
  }));
  news.tell(base);
  return id;
}

function threadOf(desk: ForBots, place: Place, replyTo: string): string | undefined {
  const kept = desk.archive.find(place.conversation.id, replyTo);
  return kept === undefined ? undefined : (kept.thread ?? kept.id);
}

function update(desk: ForBots, place: Place, id: string, activity: Row): Answer {
  mayWrite(desk, place, activity);
  const kept = desk.archive.find(place.conversation.id, id);
  if (kept === undefined || kept.deleted || !isRow(kept.activity.from) || kept.activity.from.role !== 'bot')
    throw noActivity();
  const { from, conversation, timestamp } = kept.activity;
  const changed = {
    ...activity,
    type: 'message',
    id,
    from,
    conversation,
    timestamp,
    updated: desk.context.clock.now(),
  };
  desk.archive.replace(place.conversation.id, id, changed);
  desk.news.tell(place.conversation.id);
  return { status: 200, body: { id } };
}

function remove(desk: ForBots, place: Place, id: string): Answer {
  mayWrite(desk, place, {});
  if (!desk.archive.remove(place.conversation.id, id)) throw noActivity();
  desk.news.tell(place.conversation.id);
  return { status: 200, body: {} };
}

function mayWrite(desk: ForBots, place: Place, activity: Row): void {
  desk.gate(place.conversation.id);
  checkSize(activity);
  if (desk.archive.isBlocked(place.conversation.id)) {
    throw new ConnectorRefusal(403, 'Forbidden', 'User blocked the conversation with the bot.', {
      subCode: 'MessageWritesBlocked',
    });
  }
}

function members(desk: ForBots, place: Place, which: string | undefined): Answer {
  if (which === undefined) return { status: 200, body: roster(desk, place) };
  const person = personFrom(desk.context.tenant(), which);
  const member = person === undefined ? undefined : roster(desk, place).find((one) => one.aadObjectId === person.id);
  if (member === undefined)
    throw new ConnectorRefusal(404, 'MemberNotFoundInConversation', 'Member not found in the conversation.');
  return { status: 200, body: member };
}

function roster(desk: ForBots, place: Place) {
  const { tenantId } = desk.context.tenant();
  return readersOf(desk.context.tenant(), place.conversation).map((person: Person) => ({
    ...account(person),
    objectId: person.id,
    givenName: person.givenName,
    surname: person.surname,
    email: person.mail,
    userPrincipalName: person.userPrincipalName,
    tenantId,
    userRole: 'user',
  }));
}

function team(desk: ForBots, id: string, what: string | undefined): Answer {
  const found = desk.context.tenant().teams.find((one) => one.id === id);
  if (found === undefined) throw noConversation();
  if (what === undefined) return { status: 200, body: { id, name: found.displayName, aadGroupId: id } };
  const channels = conversationsOf(desk.context.tenant()).flatMap((one) =>
    one.type === 'channel' && one.team.id === id ? [{ id: one.id, name: one.name }] : [],
  );
  return { status: 200, body: { conversations: channels } };
}

function bodyOf(request: StandinRequest): Row {
  try {
    const body: unknown = JSON.parse(request.body.toString('utf8'));
    if (isRow(body)) return body;
  } catch {
    // falls through to the refusal below
  }
  throw new ConnectorRefusal(400, 'BadSyntax', 'The body is not a JSON object.');
}
