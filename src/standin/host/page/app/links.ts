/** Where a deep link leads: a tab of the app, and what within it. */
export interface DeepLink {
  readonly entityId: string;
  readonly subEntityId?: string;
  readonly channelId?: string;
}

/** Reads `https://teams.microsoft.com/l/entity/{app}/{entity}?context={"subEntityId":…}`, of Teams or of this page; else undefined. */
export function deepLinkIn(url: string, here: string): DeepLink | undefined {
  const link = URL.canParse(url, here) ? new URL(url, here) : undefined;
  if (link === undefined || !(link.hostname === 'teams.microsoft.com' || link.origin === here)) return undefined;
  const [, , kind, , entityId] = link.pathname.split('/');
  if (kind !== 'entity' || !link.pathname.startsWith('/l/') || entityId === undefined) return undefined;
  return { entityId: decodeURIComponent(entityId), ...contextIn(link.searchParams.get('context')) };
}

function contextIn(text: string | null): Pick<DeepLink, 'subEntityId' | 'channelId'> {
  try {
    const context: Record<string, unknown> = Object(JSON.parse(text ?? '{}'));
    return {
      ...(typeof context.subEntityId === 'string' ? { subEntityId: context.subEntityId } : {}),
      ...(typeof context.channelId === 'string' ? { channelId: context.channelId } : {}),
    };
  } catch {
    return {};
  }
}
