import type { Asked, ComposeField, OfficeError, OpenItem, Start, ThemeColours, Told } from '../../office/wire.ts';
import { answerBridge, type Signed } from '../app/nested-auth.ts';
import { refusals } from './office-item.ts';

/** What Outlook does when the add-in asks for it. Questions about a meeting name which it was, counted. */
export interface OutlookDeeds {
  readonly signed: () => Signed;
  readonly theme: () => ThemeColours;
  readonly item: () => OpenItem;
  /** A field of the meeting being written. */
  readonly get: (field: ComposeField) => unknown;
  readonly set: (field: ComposeField, value: unknown) => void;
  readonly save: () => Promise<string>;
  readonly itemId: () => string | undefined;
  /** The add-in has loaded Office.js. */
  readonly said: () => void;
}

/** Outlook as the add-in in one frame knows it. */
export interface PlayedOutlook {
  tellItem(): void;
  tellTheme(): void;
  stop(): void;
}

/** Plays Outlook towards the Office.js in one iframe, for messages of the add-in's own origin only. */
export function playOutlook(frame: HTMLIFrameElement, origin: string, deeds: OutlookDeeds): PlayedOutlook {
  let heard = false;
  const tell = (told: Told) => frame.contentWindow?.postMessage(told, origin);

  async function answerTo({ what, value }: Asked): Promise<unknown> {
    if (what === 'start') return start(deeds);
    if (what === 'nestedAuth') return await answerBridge(String(value), deeds.signed());
    const { nth, field, value: given } = Object(value);
    const open = deeds.item();
    if (open?.mode !== 'compose' || open.nth !== nth) throw refusals.internal;
    if (what === 'get') return deeds.get(field);
    if (what === 'set') return deeds.set(field, given);
    if (what === 'save') return await deeds.save();
    const id = deeds.itemId();
    if (id === undefined) throw refusals.notSaved;
    return id;
  }

  const listen = async (event: MessageEvent<Asked>) => {
    if (event.source !== frame.contentWindow || event.origin !== origin || event.data?.office !== 'ask') return;
    const { id, what } = event.data;
    if (what === 'start') {
      heard = true;
      deeds.said();
    }
    try {
      tell({ office: 'answer', id, value: await answerTo(event.data) });
    } catch (error) {
      tell({ office: 'answer', id, error: refusalOf(error) });
    }
  };
  window.addEventListener('message', listen);
  return {
    tellItem() {
      if (heard) tell({ office: 'item', item: deeds.item() });
    },
    tellTheme() {
      if (heard) tell({ office: 'theme', theme: deeds.theme() });
    },
    stop: () => window.removeEventListener('message', listen),
  };
}

function start(deeds: OutlookDeeds): Start {
  const { person } = deeds.signed();
  return {
    profile: { displayName: person.displayName, emailAddress: person.mail, timeZone: 'GMT Standard Time' },
    theme: deeds.theme(),
    item: deeds.item(),
  };
}

function refusalOf(error: unknown): OfficeError {
  const given = Object(error);
  if (typeof given.code === 'number') return { name: given.name, message: given.message, code: given.code };
  return { ...refusals.internal, message: given.message ?? refusals.internal.message };
}
