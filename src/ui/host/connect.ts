import { app, pages } from '@microsoft/teams-js';
import type { TokenSource } from './nested-token.ts';
import { pageSettings } from './settings.ts';
import { tokenSource } from './token.ts';

/** The host that the page stands in. Only this folder knows which it is. */
export interface Host {
  /** `default`, `dark` or `contrast`, as the host names it. */
  readonly themeName: string;
  /** The screen that a deep link named. */
  readonly subPage?: string;
  readonly token: TokenSource;
  /** Calls back with the theme's name whenever the host changes it. */
  readonly onTheme: (tell: (name: string) => void) => void;
  /** Tells the host that the page is drawn. */
  readonly drawn: () => void;
  /** Makes this page a channel tab with this address when the person presses Save in the host. */
  readonly offerTab: (address: string, name: string) => void;
}

/** How long a host has to answer, in milliseconds, before we say that there is none. */
const patience = 10_000;

/** Joins the host; `undefined` where there is none (the page was opened by itself). */
export async function connectHost(): Promise<Host | undefined> {
  if (window.parent === window && !window.opener) return undefined;
  const settings = await pageSettings();
  const joined = await Promise.race([
    app.initialize([...settings.hostOrigins]).then(() => true),
    new Promise<false>((done) => setTimeout(() => done(false), patience)),
  ]);
  if (!joined) return undefined;
  app.notifyAppLoaded();
  const context = await app.getContext();
  return {
    themeName: context.app.theme,
    subPage: context.page.subPageId || undefined,
    token: tokenSource(settings),
    onTheme: (tell) => app.registerOnThemeChangeHandler(tell),
    drawn: () => void app.notifySuccess(),
    offerTab,
  };
}

function offerTab(address: string, name: string): void {
  pages.config.registerOnSaveHandler((save) => {
    pages.config
      .setConfig({ entityId: 'today', contentUrl: address, websiteUrl: address, suggestedDisplayName: name })
      .then(() => save.notifySuccess())
      .catch(() => save.notifyFailure('The tab was not added. Try again.'));
  });
  pages.config.setValidityState(true);
}
