import type { ServerResponse } from 'node:http';
import { answerJson } from '../entra/answers.ts';
import type { StandinContext, StandinRequest } from '../part.ts';
import { isRow, type Row } from '../state/rows.ts';
import type { Person } from '../tenants/tenant.ts';
import type { Archive, KeptActivity } from './archive.ts';
import { type Conversation, conversationsOf, idOfPlace, type Place, placeOf, readersOf } from './conversations.ts';
import type { News } from './news.ts';
import { account, type BotAnswer, type CardPress, pressed, type ToBot, typed } from './to-bot.ts';

/** What the people's side of the connector works with. */
export interface ForPeople {
  readonly context: StandinContext;
  readonly archive: Archive;
  readonly news: News;
  readonly toBot: ToBot;
}

/** A request of the page or of a test that cannot be done as asked. */
class Unfit extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** `/standin/conversations/*` and `/standin/events`: what people see, type and press. True when the path is one of these. */
export async function answerPeople(
  desk: ForPeople,
  request: StandinRequest,
  response: ServerResponse,
): Promise<boolean> {
  const { path, method, query } = request;
  if (path === '/standin/events' && method === 'GET') {
    const after = Number(query.get('after') ?? '0');
    const wait = Number(query.get('wait') ?? '20');
    answerJson(response, 200, await desk.news.since(after, Math.min(wait, 25) * 1000));
    return true;
  }
  if (!/^\/standin\/conversations(\/|$)/.test(path)) return false;
  try {
    answerJson(response, 200, await route(desk, request));
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    answerJson(response, error.status, { message: error.message });
  }
  return true;
}

async function route(desk: ForPeople, request: StandinRequest): Promise<unknown> {
  const { method, query } = request;
  const [, , , id, what] = request.path.split('/').map(decodeURIComponent);
  const tenant = desk.context.tenant();
  if (id === undefined && method === 'GET') return conversationsOf(tenant).map((one) => summary(desk, one));
  const place = placeOf(tenant, id ?? '');
  if (place === undefined) throw new Unfit(404, `There is no conversation ${id}.`);
  if (what === undefined && method === 'GET') return summary(desk, place.conversation);
  if (what === 'activities' && method === 'GET') return shown(desk, place, query.get('as') ?? undefined);
  if (method !== 'POST') throw new Unfit(405, `${method} is not possible here.`);
  const body = bodyOf(request);
  if (what === 'messages') return await type(desk, place, reader(desk, place, body), textOf(body, 'text'));
  if (what === 'card-actions') {
    // Forged: by somebody whom Teams would never let press here.
    const from = body.forged === true ? anybody(desk, body) : reader(desk, place, body);
    return await press(desk, place, from, body);
  }
  if (what === 'block') return block(desk, place, body.blocked !== false);
  throw new Unfit(404, `There is nothing called ${what} in a conversation.`);
}

function summary(desk: ForPeople, conversation: Conversation): Row {
  const all = desk.archive.list(conversation.id).filter((kept) => !kept.deleted);
  return {
    id: conversation.id,
    type: conversation.type,
    name: conversation.name,
    ...(conversation.type === 'channel'
      ? { team: { id: conversation.team.id, name: conversation.team.displayName } }
      : { person: { id: conversation.person.id, name: conversation.name } }),
    members: readersOf(desk.context.tenant(), conversation).map((person) => person.id),
    blocked: desk.archive.isBlocked(conversation.id),
    activities: all.length,
    latest: all.at(-1)?.activity.timestamp,
  };
}

function shown(desk: ForPeople, place: Place, as: string | undefined): Row[] {
  return desk.archive.list(place.conversation.id, place.thread).map((kept) => ({
    ...(as === undefined ? kept.activity : seenAs(kept, as)),
    ...(kept.thread === undefined ? {} : { thread: kept.thread }),
    deleted: kept.deleted,
    history: kept.history,
    seenBy: kept.seenBy,
  }));
}

function seenAs(kept: KeptActivity, oid: string): Row {
  if (!(oid in kept.seenBy)) return kept.activity;
  return { ...kept.activity, attachments: [{ contentType: CARD, content: kept.seenBy[oid] }] };
}

async function type(desk: ForPeople, place: Place, from: Person, text: string): Promise<BotAnswer> {
  const base = place.conversation.id;
  const inChannel = place.conversation.type === 'channel';
  const id = desk.archive.add(base, inChannel ? place.thread : undefined, (newId) => ({
    type: 'message',
    id: newId,
    timestamp: desk.context.clock.now(),
    from: { ...account(from), role: 'user' },
    conversation: {
      id: inChannel ? `${base};messageid=${place.thread ?? newId}` : base,
      conversationType: place.conversation.type,
    },
    text,
  }));
  desk.news.tell(base);
  const said: Place = inChannel ? { conversation: place.conversation, thread: place.thread ?? id } : place;
  return await desk.toBot.send(typed(desk.toBot, said, from, id, text));
}

async function press(desk: ForPeople, place: Place, from: Person, body: Row): Promise<BotAnswer> {
  const activityId = textOf(body, 'activityId');
  const base = place.conversation.id;
  const kept = desk.archive.find(base, activityId);
  if (kept === undefined || kept.deleted)
    throw new Unfit(404, `There is no message ${activityId} in this conversation.`);
  const where: Place =
    place.conversation.type === 'channel'
      ? { conversation: place.conversation, thread: kept.thread ?? kept.id }
      : place;
  const trigger: CardPress['trigger'] = body.trigger === 'automatic' ? 'automatic' : 'manual';
  const answer = await desk.toBot.send(
    pressed(desk.toBot, where, from, { activityId, verb: textOf(body, 'verb'), data: body.data ?? {}, trigger }),
  );
  const card = cardIn(answer);
  if (card !== undefined) {
    desk.archive.showTo(base, activityId, from.id, card);
    desk.news.tell(base);
  }
  return answer;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

function cardIn(answer: BotAnswer): unknown {
  const { status, body } = answer;
  return status === 200 && isRow(body) && body.type === CARD && (body.statusCode ?? 200) === 200
    ? body.value
    : undefined;
}

function block(desk: ForPeople, place: Place, blocked: boolean): Row {
  desk.archive.block(place.conversation.id, blocked);
  desk.news.tell(place.conversation.id);
  return { id: idOfPlace(place), blocked };
}

function anybody(desk: ForPeople, body: Row): Person {
  const person = desk.context.tenant().people.find(({ id }) => id === textOf(body, 'from'));
  if (person === undefined) throw new Unfit(403, 'There is no such person.');
  return person;
}

function reader(desk: ForPeople, place: Place, body: Row): Person {
  const oid = textOf(body, 'from');
  const person = readersOf(desk.context.tenant(), place.conversation).find((one) => one.id === oid);
  if (person === undefined) throw new Unfit(403, 'This person is not in the conversation.');
  return person;
}

function textOf(body: Row, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new Unfit(400, `${name} is missing.`);
  return value;
}

function bodyOf(request: StandinRequest): Row {
  try {
    const body: unknown = JSON.parse(request.body.toString('utf8') || '{}');
    if (isRow(body)) return body;
  } catch {
    // falls through to the refusal below
  }
  throw new Unfit(400, 'The body is not a JSON object.');
}
