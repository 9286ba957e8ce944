import { beforeEach, describe, expect, it, vi } from 'vitest';

const host = vi.hoisted(() => ({
  recommended: true,
  getAuthToken: vi.fn(async () => 'host-token'),
  silent: vi.fn(async (_wish: { scopes: string[]; forceRefresh: boolean }) => ({ accessToken: 'nested-token' })),
  popup: vi.fn(async (_wish: { scopes: string[] }) => ({ accessToken: 'popup-token' })),
  made: vi.fn(),
}));
vi.mock('@microsoft/teams-js', () => ({
  authentication: { getAuthToken: host.getAuthToken },
  nestedAppAuth: { isNAAChannelRecommended: () => host.recommended },
}));
vi.mock('../../src/ui/host/nested-application.ts', () => ({
  createNestablePublicClientApplication: async (config: unknown) => {
    host.made(config);
    return { acquireTokenSilent: host.silent, acquireTokenPopup: host.popup };
  },
}));

const { tokenSource } = await import('../../src/ui/host/token.ts');
const settings = {
  clientId: 'c',
  tenantId: 't',
  authority: 'https://login.example/t',
  scope: 'api://c/access',
  hostOrigins: [],
};

beforeEach(() => vi.clearAllMocks());

describe('the token for our API', () => {
  it("is the host's own where the host does not recommend nested authentication", async () => {
    host.recommended = false;
    expect(await tokenSource(settings)()).toBe('host-token');
    expect(host.made).not.toHaveBeenCalled();
  });

  it('is asked silently where it does, by one client for everybody who asks', async () => {
    host.recommended = true;
    const token = tokenSource(settings);
    expect(await Promise.all([token(), token()])).toEqual(['nested-token', 'nested-token']);
    expect(host.made).toHaveBeenCalledTimes(1);
    expect(host.silent).toHaveBeenCalledWith({ scopes: ['api://c/access'], forceRefresh: false });
    expect(host.getAuthToken).not.toHaveBeenCalled();
  });

  it('is a new one when the last was refused, and by a window when silence does not do', async () => {
    host.recommended = true;
    const token = tokenSource(settings);
    await token(true);
    expect(host.silent).toHaveBeenLastCalledWith({ scopes: ['api://c/access'], forceRefresh: true });
    host.silent.mockRejectedValueOnce(new Error('interaction_required'));
    expect(await token()).toBe('popup-token');
  });
});
