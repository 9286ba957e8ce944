import { createServer, type Server } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotConfig, connectorTokens, type Knock, NotTheConnector } from '../../src/bot/tokens.ts';

const issuer = 'https://connector.example';
const bot = '11111111-2222-4333-8444-555555555555';
const serviceUrl = 'http://127.0.0.1:3979';
const missing = 'The token is missing.';
const foreign = 'The token is not one of the connector for this bot, or has run out.';

let keys: Server;
let keysUrl: string;
let own: CryptoKey;
let other: CryptoKey;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  own = pair.privateKey;
  other = (await generateKeyPair('RS256')).privateKey;
  const published = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' }] });
  keys = createServer((_request, response) => response.end(published));
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  keysUrl = `http://127.0.0.1:${Object(keys.address()).port}/keys`;
});
afterAll(() => {
  keys.close();
});

const now = () => Math.floor(Date.now() / 1000);

function token(claims: JWTPayload = {}, key: CryptoKey = own): Promise<string> {
  return new SignJWT({ iss: issuer, aud: bot, iat: now(), exp: now() + 3600, serviceurl: serviceUrl, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .sign(key);
}

function door(anonymous = false): ReturnType<typeof connectorTokens> {
  const config: BotConfig = {
    id: bot,
    tenantId: 't',
    issuer,
    keysUrl,
    connectorUrl: serviceUrl,
    anonymous,
  };
  return connectorTokens(config);
}

function knock(authorization: string | undefined, more: Partial<Knock> = {}): Knock {
  return { authorization, serviceUrl, from: '127.0.0.1', ...more };
}

/** What the door says to this call: the sentence of its refusal, or who it took the caller for. */
async function answer(given: Knock, anonymous = false): Promise<unknown> {
  return await door(anonymous)(given).catch((error: unknown) => {
    if (!(error instanceof NotTheConnector)) throw error;
    return error.message;
  });
}

const bearing = async (claims?: JWTPayload, key?: CryptoKey) => knock(`Bearer ${await token(claims, key)}`);

describe("the bot's door", () => {
  it("opens to the connector's token for this bot", async () => {
    expect(await answer(await bearing())).toEqual({ aud: bot, serviceurl: serviceUrl });
  });
  it('does not mind a slash at the end of the service url', async () => {
    const given = knock(`Bearer ${await token()}`, { serviceUrl: `${serviceUrl}/` });
    expect(await answer(given)).toEqual({ aud: bot, serviceurl: serviceUrl });
  });
  it.each<[string, JWTPayload]>([
    ['another issuer', { iss: 'https://login.example/v2.0' }],
    ['another audience', { aud: 'another-bot' }],
    ['no audience', { aud: undefined }],
    ['no end', { exp: undefined }],
    ['an end six minutes ago', { exp: now() - 360 }],
    ['a beginning in six minutes', { nbf: now() + 360 }],
  ])('stays shut to a token with %s', async (_what, claims) => {
    expect(await answer(await bearing(claims))).toBe(foreign);
  });
  it('forgives four minutes between two clocks', async () => {
    expect(await answer(await bearing({ exp: now() - 240 }))).toEqual({ aud: bot, serviceurl: serviceUrl });
  });
  it('stays shut to a token signed by somebody else under the same key id', async () => {
    expect(await answer(await bearing({}, other))).toBe(foreign);
  });
  it('stays shut to a token that nobody signed', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: issuer, aud: bot, exp: now() + 3600, serviceurl: serviceUrl };
    expect(await answer(knock(`Bearer ${part({ alg: 'none' })}.${part(claims)}.`))).toBe(foreign);
  });
  it("stays shut to a person's token, even from the right issuer", async () => {
    expect(await answer(await bearing({ scp: 'access' }))).toBe("This is a person's token.");
  });
  it('stays shut to a token of another service url, and to an activity that names none', async () => {
    const elsewhere = 'The token is for another service url.';
    expect(await answer(await bearing({ serviceurl: 'https://elsewhere.example' }))).toBe(elsewhere);
    expect(await answer(knock(`Bearer ${await token()}`, { serviceUrl: '' }))).toBe(elsewhere);
  });
  it('lets the caller of an unreadable activity in, to be told so', async () => {
    const given = knock(`Bearer ${await token()}`, { serviceUrl: undefined });
    expect(await answer(given)).toEqual({ aud: bot });
  });
  it('stays shut to no token and to what is no bearer token', async () => {
    expect(await answer(knock(undefined))).toBe(missing);
    expect(await answer(knock('Basic abc'))).toBe(missing);
    expect(await answer(knock(''))).toBe(missing);
  });
});

describe("the bot's door where BOT_AUTH=anonymous is set", () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('opens without a token to this machine (%s)', async (from) => {
    expect(await answer(knock(undefined, { from }), true)).toEqual({});
  });
  it.each(['192.0.2.7', '::ffff:192.0.2.7', undefined])(
    'stays shut to a call from %s, whatever its activity says',
    async (from) => {
      expect(await answer(knock(undefined, { from }), true)).toBe(missing);
    },
  );
  it.each(['https://smba.example/uk/', 'http://127.0.0.1.example', '', undefined])(
    'stays shut where the answers would go to %s',
    async (url) => {
      expect(await answer(knock(undefined, { serviceUrl: url }), true)).toBe(missing);
    },
  );
  it('still refuses a wrong token: only its absence is forgiven', async () => {
    expect(await answer(knock('Bearer nonsense'), true)).toBe(foreign);
    expect(await answer(await bearing({}, other), true)).toBe(foreign);
    expect(await answer(await bearing({ scp: 'access' }), true)).toBe("This is a person's token.");
  });
});
