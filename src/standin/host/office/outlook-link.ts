import type { Asked, OfficeError, OpenItem, Questions, Start, ThemeColours, Told } from './wire.ts';

/** Outlook as the Office.js in a pane reaches it. */
export interface OutlookLink {
  /** Asks; rejects with an OfficeError. */
  ask<K extends keyof Questions>(what: K, value: Questions[K]): Promise<unknown>;
  /** What Outlook says first; undefined where the page is in no Outlook. */
  readonly start: Promise<Start | undefined>;
  onItem(tell: (item: OpenItem) => void): void;
  onTheme(tell: (theme: ThemeColours) => void): void;
}

/** How long Outlook may take to say that it is there, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Joins the Outlook that frames this window. Only the window above is listened to, and only when its page comes from where
 * this script comes from; `localhost` and `127.0.0.1` are the same stand-in.
 */
export function joinOutlook(own: Window, script: string): OutlookLink {
  const origins = originsOf(script);
  const waiting = new Map<number, (told: Extract<Told, { office: 'answer' }>) => void>();
  const itemTold: ((item: OpenItem) => void)[] = [];
  const themeTold: ((theme: ThemeColours) => void)[] = [];
  let count = 0;
  let outlook = '*';

  own.addEventListener('message', (event: MessageEvent<Told>) => {
    if (event.source !== own.parent || !origins.includes(event.origin)) return;
    outlook = event.origin;
    const told: Told | undefined = event.data ?? undefined;
    if (told?.office === 'answer') waiting.get(told.id)?.(told);
    if (told?.office === 'item') for (const tell of itemTold) tell(told.item);
    if (told?.office === 'theme') for (const tell of themeTold) tell(told.theme);
  });

  function send(what: keyof Questions, value: unknown): Promise<unknown> {
    count += 1;
    const question: Asked = { office: 'ask', id: count, what, value };
    const answered = new Promise<unknown>((resolve, reject) => {
      waiting.set(question.id, ({ id, value: answer, error }) => {
        waiting.delete(id);
        if (error) reject(error);
        else resolve(answer);
      });
    });
    // The first goes to whoever frames us, as nothing is in it; all later ones to the page that answered.
    own.parent.postMessage(question, outlook);
    return answered;
  }

  const start = own.parent === own ? Promise.resolve(undefined) : firstWord();
  async function firstWord(): Promise<Start | undefined> {
    const silence = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
    return (await Promise.race([send('start', undefined), silence])) as Start | undefined;
  }

  return {
    start,
    async ask(what, value) {
      if ((await start) === undefined) throw NO_OUTLOOK;
      return await send(what, value);
    },
    onItem: (tell) => itemTold.push(tell),
    onTheme: (tell) => themeTold.push(tell),
  };
}

const NO_OUTLOOK: OfficeError = { name: 'Internal Error', message: 'An internal error has occurred.', code: 5001 };

function originsOf(script: string): string[] {
  const { protocol, hostname, port, origin } = new URL(script);
  const loopback = ['localhost', '127.0.0.1'];
  return loopback.includes(hostname) ? loopback.map((host) => `${protocol}//${host}:${port}`) : [origin];
}
