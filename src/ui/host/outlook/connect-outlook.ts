/// <reference types="office-js" />
import { nestedToken, type TokenSource } from '../nested-token.ts';
import { pageSettings } from '../settings.ts';
import { type OpenMeeting, openMeeting } from './open-meeting.ts';
import { themeOf } from './theme-of.ts';

/** Outlook around the pane. */
export interface OutlookHost {
  readonly token: TokenSource;
  /** `default`, `dark` or `contrast`. */
  readonly themeName: string;
  readonly onTheme: (tell: (name: string) => void) => void;
  /** The meeting that is open now; `undefined` where none is. Throws OutlookSays. */
  readonly meeting: () => Promise<OpenMeeting | undefined>;
  /** Calls back whenever another item is opened under a pinned pane. */
  readonly onMeeting: (tell: () => void) => void;
  /** Id of our app in Teams. */
  readonly teamsApp?: string;
}

/** Why there is no Outlook that the pane could work with. */
export type NoOutlook = 'no-office' | 'alone' | 'too-old';

/** How long Office.js has to answer, in milliseconds. */
const patience = 10_000;

/** Joins Outlook; says why not where the page was opened by itself, Office.js did not load, or Outlook cannot sign in for us. */
export async function connectOutlook(): Promise<OutlookHost | NoOutlook> {
  if (!('Office' in window)) return 'no-office';
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), patience));
  const info = await Promise.race([Office.onReady(), late]);
  if (!info || String(info.host) !== 'Outlook') return 'alone';
  const { context } = Office;
  if (!context.requirements.isSetSupported('NestedAppAuth', '1.1')) return 'too-old';
  const settings = await pageSettings();
  const { mailbox } = context;
  const forced = window.matchMedia('(forced-colors: active)');
  let colours = context.officeTheme;
  return {
    token: nestedToken(settings),
    themeName: themeOf(colours, forced.matches),
    teamsApp: settings.teamsApp,
    meeting: () => openMeeting(mailbox),
    onMeeting: (tell) => mailbox.addHandlerAsync(Office.EventType.ItemChanged, tell),
    onTheme(tell) {
      const told = () => tell(themeOf(colours, forced.matches));
      forced.addEventListener('change', told);
      // Older Outlooks do not tell; the theme is read when the pane opens.
      if (!context.requirements.isSetSupported('Mailbox', '1.14')) return;
      mailbox.addHandlerAsync(
        Office.EventType.OfficeThemeChanged,
        ({ officeTheme }: Office.OfficeThemeChangedEventArgs) => {
          colours = officeTheme;
          told();
        },
      );
    },
  };
}
