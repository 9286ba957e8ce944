import { describe, expect, it } from 'vitest';
import { ConfigTrouble, readConfig } from '../../src/server/config.ts';

const set = {
  TENANT_ID: 't',
  API_CLIENT_ID: 'a',
  API_CLIENT_SECRET: 's',
  BOT_ID: 'b',
  BOT_SECRET: 's',
  SITES: '[{"school":"sch-a","site":"h,1,2"}]',
  GRAPH_URL: 'http://127.0.0.1:3979',
};
const onlyHere =
  'BOT_AUTH=anonymous is only for this machine: outside production, with HOST and GRAPH_URL on loopback.';

function troubles(more: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readConfig({ ...set, ...more });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigTrouble)) throw error;
    return error.sentences;
  }
}

describe('BOT_AUTH=anonymous', () => {
  it('is on only where it is asked for by name', () => {
    expect(readConfig(set).bot.anonymous).toBe(false);
    expect(readConfig({ ...set, BOT_AUTH: 'Anonymous' }).bot.anonymous).toBe(false);
    expect(readConfig({ ...set, BOT_AUTH: 'anonymous' }).bot.anonymous).toBe(true);
  });
  it.each([
    ['in production', { NODE_ENV: 'production', HOST: '127.0.0.1' }],
    ['where Graph is Microsoft’s', { GRAPH_URL: undefined }],
    ['where Graph is on another machine', { GRAPH_URL: 'http://192.0.2.7:3979' }],
    ['where the server listens to other machines', { HOST: '0.0.0.0' }],
  ])('keeps the server from starting %s', (_where, more) => {
    expect(troubles({ ...more, BOT_AUTH: 'anonymous' })).toEqual([onlyHere]);
    expect(troubles(more)).toEqual([]);
  });
});
