import { authentication, nestedAppAuth } from '@microsoft/teams-js';
import { nestedToken, type TokenSource } from './nested-token.ts';
import type { PageSettings } from './settings.ts';

/** In Teams: nested app authentication where the host recommends it, else the host's own token. */
export function tokenSource(settings: PageSettings): TokenSource {
  if (!nestedAppAuth.isNAAChannelRecommended()) return () => authentication.getAuthToken();
  return nestedToken(settings);
}
