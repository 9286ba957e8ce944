import { callBack, restOf } from './async-result.ts';
import { composeItem } from './compose-item.ts';
import { enums } from './enums.ts';
import type { OutlookLink } from './outlook-link.ts';
import { readItem } from './read-item.ts';
import type { OpenItem, Start, ThemeColours } from './wire.ts';

/** Where Office.js finds itself; both null outside Office. */
export interface WhereReady {
  readonly host: string | null;
  readonly platform: string | null;
}

/** The sets of requirements that this Outlook says it has, with their newest version. */
const SETS: Readonly<Record<string, string>> = { Mailbox: '1.14', NestedAppAuth: '1.1' };

/**
 * `Office` as the real Office.js offers it in Outlook on the web, for the members that are named in the stand-in's README and
 * no other. `context` has its members once `onReady` has answered.
 */
export function makeOffice(outlook: OutlookLink) {
  const context = {};
  const ready = outlook.start.then((start): WhereReady => {
    if (start === undefined) return { host: null, platform: null };
    Object.assign(context, contextOf(outlook, start));
    return { host: enums.HostType.Outlook, platform: enums.PlatformType.OfficeOnline };
  });
  return {
    ...enums,
    context,
    async onReady(callback?: (where: WhereReady) => unknown): Promise<WhereReady> {
      const where = await ready;
      callback?.(where);
      return where;
    },
  };
}

/** `Office.context` in the Outlook that has said this first. */
export function contextOf(outlook: OutlookLink, start: Start) {
  const where = { host: enums.HostType.Outlook, platform: enums.PlatformType.OfficeOnline };
  const handlers = handlerShelf();
  const mailbox = {
    item: itemOf(outlook, start.item),
    userProfile: { ...start.profile },
    /** From the id of Exchange's web services to that of REST and Graph, which is the same but for two letters. */
    convertToRestId: (id: string, _version: string): string => id.replaceAll('/', '-').replaceAll('+', '_'),
    addHandlerAsync: (type: string, handler: Handler, ...rest: unknown[]) =>
      callBack(restOf(rest), handlers.add(type, handler)),
    removeHandlerAsync: (type: string, ...rest: unknown[]) => callBack(restOf(rest), handlers.removeAll(type)),
  };
  const context = {
    displayLanguage: 'en-GB',
    diagnostics: { ...where, version: '16.0.0.0' },
    officeTheme: { ...start.theme },
    requirements: { isSetSupported },
    mailbox,
  };
  outlook.onItem((item) => {
    mailbox.item = itemOf(outlook, item);
    handlers.tell(enums.EventType.ItemChanged, {});
  });
  outlook.onTheme((theme: ThemeColours) => {
    Object.assign(context.officeTheme, theme);
    handlers.tell(enums.EventType.OfficeThemeChanged, { officeTheme: { ...theme } });
  });
  return context;
}

function itemOf(outlook: OutlookLink, open: OpenItem) {
  if (open === null) return null;
  return open.mode === 'read' ? readItem(open) : composeItem(open, outlook);
}

function isSetSupported(name: string, minVersion: string | number = '1.1'): boolean {
  const [major = 0, minor = 0] = (SETS[name] ?? '').split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = String(minVersion).split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && major > 0 && minor >= wantedMinor);
}

type Handler = (args: Readonly<Record<string, unknown>>) => unknown;

function handlerShelf() {
  const shelf = new Map<string, Handler[]>(Object.values(enums.EventType).map((type) => [type, []]));
  const of = (type: string) => {
    const held = shelf.get(type);
    if (held) return held;
    throw { name: 'API Not Supported', message: `The event '${type}' is not supported.`, code: 5010 };
  };
  return {
    add: async (type: string, handler: Handler) => void of(type).push(handler),
    removeAll: async (type: string) => void of(type).splice(0),
    tell(type: string, args: Readonly<Record<string, unknown>>) {
      for (const handler of [...(shelf.get(type) ?? [])]) handler({ type, ...args });
    },
  };
}
