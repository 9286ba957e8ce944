import type { Channel, Person, Team } from '../wire.ts';

/** The names that Teams gives its themes in the host protocol. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** What the host tells the app about itself, its person and the place of the page. */
export interface Situation {
  readonly theme: HostTheme;
  readonly tenantId: string;
  readonly person: Person;
  readonly frameContext: 'content' | 'settings';
  readonly entityId: string;
  readonly subEntityId?: string;
  readonly place?: { readonly team: Team; readonly channel: Channel };
}

/** The flat context that the client library turns into app, page, user, channel and team. */
export function contextOf(situation: Situation): Record<string, unknown> {
  const { theme, tenantId, person, frameContext, entityId, subEntityId, place } = situation;
  return {
    entityId,
    ...(subEntityId === undefined ? {} : { subEntityId }),
    locale: 'en-gb',
    theme,
    sessionId: SESSION,
    appSessionId: SESSION,
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext,
    isFullScreen: false,
    tid: tenantId,
    userObjectId: person.id,
    userPrincipalName: person.mail,
    upn: person.mail,
    loginHint: person.mail,
    userDisplayName: person.displayName,
    ringId: 'general',
    ...(place === undefined
      ? {}
      : {
          teamId: place.team.id,
          groupId: place.team.id,
          teamName: place.team.displayName,
          channelId: place.channel.id,
          channelName: place.channel.displayName,
          channelType: 'Regular',
        }),
  };
}

const SESSION = crypto.randomUUID();
