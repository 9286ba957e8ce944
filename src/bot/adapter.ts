import { type AuthConfiguration, type AuthProvider, CloudAdapter } from '@microsoft/agents-hosting';
import type { BotConfig } from './tokens.ts';

/**
 * The Agents SDK's adapter, with our own way to a token: its own one refuses an authority that is not Microsoft's public
 * one. Incoming tokens are checked before it sees a request.
 */
export function botAdapter(config: BotConfig, token: () => Promise<string>): CloudAdapter {
  const settings: AuthConfiguration = { clientId: config.id, tenantId: config.tenantId };
  const notOurs = () => Promise.reject(new Error('The bot speaks for itself only.'));
  const provider: AuthProvider = {
    connectionSettings: settings,
    getAccessToken: () => token(),
    getAgenticApplicationToken: notOurs,
    getAgenticInstanceToken: notOurs,
    getAgenticUserToken: notOurs,
    acquireTokenOnBehalfOf: notOurs,
  };
  const adapter = new CloudAdapter(settings);
  adapter.connectionManager = Object.assign(adapter.connectionManager, {
    getConnection: () => provider,
    getDefaultConnection: () => provider,
    getTokenProvider: () => provider,
    getTokenProviderFromActivity: () => provider,
    getDefaultConnectionConfiguration: () => settings,
  });
  return adapter;
}
