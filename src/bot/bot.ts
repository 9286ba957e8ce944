import { Activity, ActivityTypes } from '@microsoft/agents-activity';
import type { TurnContext } from '@microsoft/agents-hosting';
import express, { type Request, type Response } from 'express';
import type { Messenger, World } from '../app/ports.ts';
import { answer } from '../cards/answer.card.ts';
import { help } from '../cards/help.card.ts';
import { parse } from '../schema/parse.ts';
import { botAdapter } from './adapter.ts';
import { answerMessage, type Reply } from './answer-message.ts';
import { answerPress } from './answer-press.ts';
import { type Connector, cardActivity, connector } from './connector.ts';
import { cardPress, channelOf, type Incoming, incoming, textOf } from './incoming.ts';
import { createMessenger, type PlainMail } from './messenger.ts';
import { notePlace } from './note-place.ts';
import { knownPlace } from './places.ts';
import { type BotConfig, connectorTokens, NotTheConnector } from './tokens.ts';

/** What the bot is made of. */
export interface BotParts {
  /** The world without its messenger, which the bot itself is. */
  readonly world: Omit<World, 'messenger'>;
  readonly config: BotConfig;
  readonly log: { warn(fields: object, text: string): void };
  /** A token for the connector, by client credentials of the bot's registration. */
  readonly botToken: () => Promise<string>;
  readonly sendMail?: (mail: PlainMail) => Promise<void>;
  /** Deep link to Today in the tab; without it cards leave the link out. */
  readonly todayUrl?: string;
}

/** The bot: what `POST /api/messages` runs, and what carries messages out. */
export interface Bot {
  readonly handle: (request: Request, response: Response) => Promise<void>;
  readonly messenger: Messenger;
}

const readJson = express.json({ limit: '256kb' });

/** Puts the bot together. Nothing of what people wrote is logged: kinds of trouble only. */
export function createBot(parts: BotParts): Bot {
  const { config, log, botToken, todayUrl, sendMail } = parts;
  const out = connector({ botId: config.id, tenantId: config.tenantId, token: botToken });
  const messenger = createMessenger({
    world: () => world,
    connector: out,
    connectorUrl: config.connectorUrl,
    sendMail,
    todayUrl,
  });
  const world: World = { ...parts.world, messenger };
  const check = connectorTokens(config);
  const adapter = botAdapter(config, botToken);
  const trouble = (what: string) => (error: unknown) =>
    log.warn({ kind: error instanceof Error ? error.name : 'unknown' }, what);

  async function handle(request: Request, response: Response): Promise<void> {
    const body = await bodyOf(request, response);
    const parsed = parse(incoming, body);
    try {
      const user = await check({
        authorization: request.headers.authorization,
        serviceUrl: parsed.ok ? parsed.value.serviceUrl : undefined,
        from: request.socket.remoteAddress,
      });
      if (!parsed.ok) return void response.status(400).json({ message: 'This is no activity.' });
      const { headers, method } = request;
      const call = { body: Object(body), headers, method, user: user.aud ? { ...user } : undefined };
      await adapter.process(call, response, (context) => turn(parsed.value, context));
    } catch (error) {
      if (!(error instanceof NotTheConnector)) trouble('a turn failed')(error);
      if (response.headersSent) return;
      const status = error instanceof NotTheConnector ? 401 : 500;
      response.status(status).json({ message: status === 401 ? error instanceof Error && error.message : 'Failed.' });
    }
  }

  async function turn(activity: Incoming, context: TurnContext): Promise<void> {
    const noted = notePlace(world, activity).catch(trouble('a conversation could not be noted'));
    if (activity.type === ActivityTypes.Invoke) return await pressed(activity, context);
    await noted;
    if (activity.type === ActivityTypes.Message) await typed(activity, context);
  }

  async function pressed(activity: Incoming, context: TurnContext): Promise<void> {
    const press = parse(cardPress, activity.value);
    const by = activity.from.aadObjectId;
    if (activity.name !== 'adaptiveCard/action' || !press.ok || !by) {
      return await answerInvoke(context, { says: 'This button is no longer in use.' });
    }
    const { verb, data } = press.value.action;
    const { name } = activity.from;
    const where = { activity: activity.replyToId ?? '', conversation: activity.conversation.id };
    await answerInvoke(context, await answerPress(world, { verb, data, by, name, ...where }, todayUrl));
  }

  async function typed(activity: Incoming, context: TurnContext): Promise<void> {
    const by = activity.from.aadObjectId;
    if (!by) return;
    const channel = channelOf(activity);
    const reply = await answerMessage(world, { text: textOf(activity), by, name: activity.from.name, channel });
    if (channel && reply.kind === 'answer' && reply.personal) {
      const reached = await sendPersonally(world, out, config.connectorUrl, by, reply).catch(() => false);
      await context.sendActivity(
        reached
          ? 'I have answered you in your personal chat.'
          : 'I cannot reach you in a personal chat. Open the app once, then ask again there.',
      );
      return;
    }
    await context.sendActivity(Activity.fromObject(activityOf(reply)));
  }

  return { handle, messenger };
}

async function sendPersonally(
  world: World,
  out: Connector,
  firstUrl: string,
  person: string,
  reply: Reply,
): Promise<boolean> {
  const known = world.schools().flatMap((school) => knownPlace(school, person) ?? [])[0];
  const serviceUrl = known?.serviceUrl ?? firstUrl;
  const conversation = known?.conversation ?? (await out.openChat(serviceUrl, person));
  await out.post(serviceUrl, conversation, activityOf(reply));
  return true;
}

function activityOf(reply: Reply): Readonly<Record<string, unknown>> & { readonly type: string } {
  if (reply.kind === 'says') return { type: 'message', text: reply.says };
  if (reply.kind === 'help') return { ...cardActivity(help.fill(reply), help.notification(reply)), type: 'message' };
  return { ...cardActivity(answer.fill(reply.answer), answer.notification(reply.answer)), type: 'message' };
}

async function answerInvoke(
  context: TurnContext,
  answered: { readonly card: unknown } | { readonly says: string },
): Promise<void> {
  const body =
    'card' in answered
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answered.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answered.says };
  await context.sendActivity(Activity.fromObject({ type: 'invokeResponse', value: { status: 200, body } }));
}

async function bodyOf(request: Request, response: Response): Promise<unknown> {
  if (request.body !== undefined) return request.body;
  await new Promise<void>((resolve) => readJson(request, response, () => resolve()));
  return request.body;
}
