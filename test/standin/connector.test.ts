import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ConnectorSettings, createConnector } from '../../src/standin/connector/connector.ts';
import { createEntra } from '../../src/standin/entra/entra.ts';
import { type SmallBot, startBot } from './small-bot.ts';
import {
  API_CLIENT_ID,
  BOT_ID,
  CHANNEL,
  LEADER,
  OFFICER,
  SMALL_TENANT,
  type SmallStandin,
  startSmall,
  TENANT_ID,
} from './small-standin.ts';

let bot: SmallBot;
let standin: SmallStandin;

async function start(settings: ConnectorSettings = {}): Promise<void> {
  standin = await startSmall(
    (context) => {
      const entra = createEntra(context);
      return [entra, createConnector(context, entra, settings)];
    },
    { botEndpoint: bot.endpoint },
  );
}

beforeEach(async () => {
  bot = await startBot();
});
afterEach(async () => {
  await standin.stop();
  await bot.stop();
});

async function token(client = BOT_ID, secret = 'standin-bot-secret', resource = 'https://api.botframework.com') {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client,
    client_secret: secret,
    scope: `${resource}/.default`,
  });
  const response = await fetch(`${standin.url}/${TENANT_ID}/oauth2/v2.0/token`, { method: 'POST', body });
  return `Bearer ${JSON.parse(await response.text()).access_token}`;
}

/** One call to the stand-in; as the bot when the path is the connector's. */
async function call(method: string, path: string, body?: unknown, authorization?: string) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (path.startsWith('/v3')) headers.authorization = authorization ?? (await token());
  const response = await fetch(standin.url + path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const CHANNEL_PATH = encodeURIComponent(CHANNEL);
const CHAT = `a:${OFFICER}`;

function card(text: string) {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] };
}

function cardMessage(text: string) {
  return {
    type: 'message',
    summary: '12 to confirm',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(text) }],
  };
}

async function postThread(text: string): Promise<{ id: string; activityId: string }> {
  const opened = await call('POST', '/v3/conversations', {
    isGroup: true,
    channelData: { channel: { id: CHANNEL } },
    activity: cardMessage(text),
  });
  expect(opened.status).toBe(201);
  return opened.body;
}

test('a bot opens a thread in the channel, replies in it, and both are read in order by the channel’s or the thread’s id', async () => {
  await start();
  const thread = await postThread('Morning register');
  expect(thread).toMatchObject({ id: `${CHANNEL};messageid=${thread.activityId}`, serviceUrl: standin.url });
  const reply = await call('POST', `/v3/conversations/${thread.id}/activities/${thread.activityId}`, {
    type: 'message',
    text: 'Chase',
  });
  expect(reply.status).toBe(201);
  await postThread('Afternoon register');
  const all = await call('GET', `/standin/conversations/${CHANNEL_PATH}/activities`);
  expect(all.body.map((one: { id: string }) => one.id).slice(0, 2)).toEqual([thread.activityId, reply.body.id]);
  expect(all.body).toHaveLength(3);
  const one = await call('GET', `/standin/conversations/${encodeURIComponent(thread.id)}/activities`);
  expect(one.body).toHaveLength(2);
  expect(one.body[0]).toMatchObject({
    summary: '12 to confirm',
    timestamp: '2026-11-24T08:45:00.000Z',
    from: { role: 'bot' },
  });
});

test('a bot opens a person’s chat by 29:<object id> or the bare object id, and it is the same chat', async () => {
  await start();
  for (const id of [`29:${OFFICER}`, OFFICER]) {
    const opened = await call('POST', '/v3/conversations', {
      members: [{ id }],
      tenantId: TENANT_ID,
      activity: { type: 'message', text: 'Hello' },
    });
    expect(opened).toMatchObject({ status: 201, body: { id: CHAT } });
  }
  const said = await call('GET', `/standin/conversations/${CHAT}/activities`);
  expect(said.body.map((one: { text: string }) => one.text)).toEqual(['Hello', 'Hello']);
});

test('an update is seen by everybody and what stood before is kept', async () => {
  await start();
  const thread = await postThread('12 to confirm');
  const changed = await call(
    'PUT',
    `/v3/conversations/${thread.id}/activities/${thread.activityId}`,
    cardMessage('11 to confirm'),
  );
  expect(changed).toMatchObject({ status: 200, body: { id: thread.activityId } });
  const { body } = await call('GET', `/standin/conversations/${CHANNEL_PATH}/activities`);
  expect(body).toHaveLength(1);
  expect(body[0].attachments[0].content).toEqual(card('11 to confirm'));
  expect(body[0].history[0].attachments[0].content).toEqual(card('12 to confirm'));
  expect((await call('PUT', `/v3/conversations/${thread.id}/activities/1`, cardMessage('x'))).status).toBe(404);
});

test('a deleted message is marked, and cannot be changed any more', async () => {
  await start();
  const thread = await postThread('12 to confirm');
  const path = `/v3/conversations/${thread.id}/activities/${thread.activityId}`;
  expect((await call('DELETE', path)).status).toBe(200);
  expect((await call('DELETE', path)).body.error.code).toBe('ActivityNotFoundInConversation');
  expect((await call('PUT', path, cardMessage('x'))).status).toBe(404);
  expect((await call('GET', `/standin/conversations/${CHANNEL_PATH}/activities`)).body[0].deleted).toBe(true);
});

test('without the bot’s own token nothing is said: none 401, a Graph token 401, another app’s connector token 403', async () => {
  await start();
  const path = `/v3/conversations/${CHAT}/activities`;
  const said = { type: 'message', text: 'Hello' };
  expect((await call('POST', path, said, '')).status).toBe(401);
  const graph = await token(API_CLIENT_ID, 'standin-api-secret', 'https://graph.microsoft.com');
  expect((await call('POST', path, said, graph)).status).toBe(401);
  expect((await call('POST', path, said, await token(API_CLIENT_ID, 'standin-api-secret'))).status).toBe(403);
  expect((await call('GET', `/standin/conversations/${CHAT}/activities`)).body).toEqual([]);
});

test('an unknown conversation, person or member is a 404 with Teams’ words', async () => {
  await start();
  const unknown = await call('POST', '/v3/conversations/19:nowhere@thread.tacv2/activities', { type: 'message' });
  expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
  const nobody = await call('POST', '/v3/conversations', { members: [{ id: `29:${TENANT_ID}` }] });
  expect(nobody.body.error.code).toBe('ConversationNotFound');
  expect((await call('GET', `/v3/conversations/${CHAT}/members/29:${LEADER}`)).status).toBe(404);
});

test('members come whole, paged and single with object id and mail', async () => {
  await start();
  const all = await call('GET', `/v3/conversations/${CHANNEL}/members`);
  expect(all.body.map((one: { aadObjectId: string }) => one.aadObjectId)).toEqual([OFFICER, LEADER]);
  expect((await call('GET', `/v3/conversations/${CHANNEL}/pagedmembers`)).body.members).toEqual(all.body);
  const one = await call('GET', `/v3/conversations/${CHANNEL}/members/29:${OFFICER}`);
  expect(one.body).toMatchObject({ id: `29:${OFFICER}`, email: 'rowan.pike@hillcrest.example', name: 'Rowan Pike' });
});

test('a message just below 100 KB in UTF-16 is taken, one above is a 413', async () => {
  await start();
  const path = `/v3/conversations/${CHAT}/activities`;
  const message = (letters: number) => ({ type: 'message', text: 'a'.repeat(letters) });
  const around = JSON.stringify(message(0)).length;
  expect((await call('POST', path, message(51_200 - around))).status).toBe(201);
  expect(await call('POST', path, message(51_201 - around))).toMatchObject({
    status: 413,
    body: { error: { code: 'MessageSizeTooBig' } },
  });
});

test('the eighth message in a second to one conversation is a 429 with Retry-After; another conversation is not touched', async () => {
  await start({ limits: [{ operations: 7, seconds: 60 }] });
  const bearer = await token();
  const say = (id: string) =>
    call('POST', `/v3/conversations/${id}/activities`, { type: 'message', text: 'x' }, bearer);
  for (let nth = 1; nth <= 7; nth += 1) expect((await say(CHAT)).status).toBe(201);
  const refused = await say(CHAT);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  expect((await say(CHANNEL)).status).toBe(201);
});

test('a person who blocked the bot gets nothing and the bot is told MessageWritesBlocked; unblocked, it goes again', async () => {
  await start();
  const say = () => call('POST', `/v3/conversations/${CHAT}/activities`, { type: 'message', text: 'x' });
  await call('POST', `/standin/conversations/${CHAT}/block`, {});
  expect(await say()).toMatchObject({ status: 403, body: { error: { subCode: 'MessageWritesBlocked' } } });
  await call('POST', `/standin/conversations/${CHAT}/block`, { blocked: false });
  expect((await say()).status).toBe(201);
});

test('what a person types in the chat reaches the bot with the connector’s signature and who said it', async () => {
  await start();
  bot.answer = () => ({ status: 202 });
  const sent = await call('POST', `/standin/conversations/${CHAT}/messages`, { from: OFFICER, text: 'today' });
  expect(sent).toMatchObject({ status: 200, body: { status: 202 } });
  const [heard] = bot.heard;
  expect(heard?.activity).toMatchObject({
    type: 'message',
    text: 'today',
    channelId: 'msteams',
    serviceUrl: standin.url,
    from: { id: `29:${OFFICER}`, aadObjectId: OFFICER, name: 'Rowan Pike' },
    recipient: { id: `28:${BOT_ID}` },
    conversation: { id: CHAT, conversationType: 'personal', tenantId: TENANT_ID },
  });
  const keys = createRemoteJWKSet(new URL(`${standin.url}/botframework.com/discovery/v2.0/keys`));
  const bearer = (heard?.authorization ?? '').replace('Bearer ', '');
  const { payload } = await jwtVerify(bearer, keys, {
    issuer: `${standin.url}/botframework.com/v2.0`,
    audience: BOT_ID,
  });
  expect(payload.serviceurl).toBe(standin.url);
});

test('what is typed in the channel starts a thread, mentions the bot, and names team and channel', async () => {
  await start();
  await call('POST', `/standin/conversations/${CHANNEL_PATH}/messages`, { from: LEADER, text: 'use this channel' });
  const said = (await call('GET', `/standin/conversations/${CHANNEL_PATH}/activities`)).body[0];
  expect(bot.heard[0]?.activity).toMatchObject({
    text: '<at>Alternative Provision</at> use this channel',
    entities: [{ type: 'mention', mentioned: { id: `28:${BOT_ID}` } }, { type: 'clientInfo' }],
    conversation: { id: `${CHANNEL};messageid=${said.id}`, conversationType: 'channel' },
    channelData: { tenant: { id: TENANT_ID }, channel: { id: CHANNEL }, team: { name: 'Hillcrest staff' } },
  });
  const text = '@Alternative Provision today';
  await call('POST', `/standin/conversations/${CHANNEL_PATH}/messages`, { from: LEADER, text });
  expect(bot.heard[1]?.activity).toMatchObject({ text: '<at>Alternative Provision</at> today' });
});

test('a press reaches the bot as an adaptiveCard/action, and the card in its answer is the presser’s alone', async () => {
  await start();
  const thread = await postThread('12 to confirm');
  bot.answer = () => ({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Saved') },
  });
  const press = {
    from: OFFICER,
    activityId: thread.activityId,
    verb: 'record-attendance',
    data: { round: 'r1', 'status:pl-1': 'here' },
  };
  const answer = await call('POST', `/standin/conversations/${CHANNEL_PATH}/card-actions`, press);
  expect(answer.body).toEqual({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Saved') },
  });
  expect(bot.heard[0]?.activity).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: thread.activityId,
    conversation: { id: thread.id },
    value: { action: { type: 'Action.Execute', verb: 'record-attendance', data: press.data }, trigger: 'manual' },
  });
  const seen = async (oid: string) =>
    (await call('GET', `/standin/conversations/${CHANNEL_PATH}/activities?as=${oid}`)).body[0].attachments[0].content;
  expect(await seen(OFFICER)).toEqual(card('Saved'));
  expect(await seen(LEADER)).toEqual(card('12 to confirm'));
  await call('PUT', `/v3/conversations/${thread.id}/activities/${thread.activityId}`, cardMessage('11 to confirm'));
  expect(await seen(OFFICER)).toEqual(card('11 to confirm'));
});

test('an answer that is no card changes no card: an error’s status and body come back as they are', async () => {
  await start();
  const thread = await postThread('12 to confirm');
  bot.answer = () => ({ status: 501, body: { message: 'unknown verb' } });
  const press = { from: OFFICER, activityId: thread.activityId, verb: 'x', data: {} };
  const answer = await call('POST', `/standin/conversations/${encodeURIComponent(thread.id)}/card-actions`, press);
  expect(answer.body).toEqual({ status: 501, body: { message: 'unknown verb' } });
  bot.answer = () => ({ status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: {} } });
  await call('POST', `/standin/conversations/${CHANNEL_PATH}/card-actions`, press);
  const { body } = await call('GET', `/standin/conversations/${CHANNEL_PATH}/activities?as=${OFFICER}`);
  expect(body[0].attachments[0].content).toEqual(card('12 to confirm'));
});

test('a bot that is too slow is a 504, one that is not there a 502', async () => {
  await start({ patienceMs: 80 });
  bot.answer = () => new Promise((done) => setTimeout(() => done({ status: 200 }), 400));
  const said = { from: OFFICER, text: 'today' };
  expect((await call('POST', `/standin/conversations/${CHAT}/messages`, said)).body.status).toBe(504);
  await bot.stop();
  expect((await call('POST', `/standin/conversations/${CHAT}/messages`, said)).body.status).toBe(502);
  bot = await startBot();
});

test('nobody speaks in another’s chat', async () => {
  await start();
  expect((await call('POST', `/standin/conversations/${CHAT}/messages`, { from: LEADER, text: 'hi' })).status).toBe(
    403,
  );
  expect(bot.heard).toEqual([]);
});

test('after a scenario the bot is told that it is in the channel and in each person’s chat', async () => {
  await start();
  for (const part of standin.parts) await part.afterScenario?.(SMALL_TENANT);
  expect(bot.heard.map(({ activity }) => activity.type)).toEqual(
    Array.from({ length: 3 }, () => ['installationUpdate', 'conversationUpdate']).flat(),
  );
  expect(bot.heard[2]?.activity).toMatchObject({
    action: 'add',
    conversation: { id: CHAT },
    from: { aadObjectId: OFFICER },
  });
  bot.heard.length = 0;
  for (const part of standin.parts) await part.afterScenario?.({ ...SMALL_TENANT, installed: false });
  expect(bot.heard).toEqual([]);
});

test('a page that waits hears at once that the channel changed, and hears nothing twice', async () => {
  await start();
  const first = (await call('GET', '/standin/events?after=0&wait=0')).body;
  expect(first.all).toBe(true);
  const waiting = call('GET', `/standin/events?after=${first.n}&wait=10`);
  await postThread('12 to confirm');
  const second = (await waiting).body;
  expect(second).toMatchObject({ all: false, changed: [CHANNEL] });
  expect((await call('GET', `/standin/events?after=${second.n}&wait=0`)).body.changed).toEqual([]);
});

test('messages are there after a restart', async () => {
  await start();
  await postThread('12 to confirm');
  const entra = createEntra(standin.context);
  const again = await startSmall(() => [createConnector(standin.context, entra)]);
  const response = await fetch(`${again.url}/standin/conversations/${CHANNEL_PATH}/activities`);
  expect(JSON.parse(await response.text())).toHaveLength(1);
  await again.stop();
});
