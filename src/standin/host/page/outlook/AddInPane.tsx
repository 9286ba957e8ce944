import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { DismissRegular, PinFilled, PinRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { HostTheme } from '../app/situation.ts';
import type { Person } from '../wire.ts';
import { type OutlookDeeds, type PlayedOutlook, playOutlook } from './play-office.ts';
import { coloursOf } from './theme-colours.ts';

const useStyles = makeStyles({
  pane: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    width: '320px',
    flexShrink: 0,
    minHeight: 0,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { width: '100%', flexGrow: 1, borderLeft: 'none' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, marginRight: 'auto' },
  frame: { flexGrow: 1, width: '100%', border: 'none', backgroundColor: tokens.colorNeutralBackground1 },
  wait: { position: 'absolute', inset: 0, pointerEvents: 'none' },
});

/** Where the add-in's page is; the query is how Office tells it where it is. */
export function paneAddress(appUrl: string): string {
  return `${appUrl}/outlook/pane.html?_host_Info=Outlook$Web$16.01$en-GB$$$$0`;
}

/** The add-in's own page in a pane beside the meeting, talking to this Outlook by Office.js. */
export function AddInPane({
  appUrl,
  person,
  tenantId,
  theme,
  nth,
  pinned,
  pin,
  close,
  deeds,
}: {
  readonly appUrl: string;
  readonly person: Person;
  readonly tenantId: string;
  readonly theme: HostTheme;
  /** Which meeting is open, counted; 0: none. The add-in is told when it is another. */
  readonly nth: number;
  readonly pinned: boolean;
  readonly pin: (pinned: boolean) => void;
  readonly close: () => void;
  readonly deeds: Pick<OutlookDeeds, 'item' | 'get' | 'set' | 'save' | 'itemId'>;
}) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const played = useRef<PlayedOutlook>(undefined);
  const latest = useRef({ deeds, theme, person, tenantId });
  latest.current = { deeds, theme, person, tenantId };
  const [state, setState] = useState<'waiting' | 'ready' | 'silent'>('waiting');
  const address = paneAddress(appUrl);

  useEffect(() => {
    if (!frame.current) return undefined;
    const now = () => latest.current;
    const outlook = playOutlook(frame.current, new URL(address).origin, {
      signed: () => ({ person: now().person, tenantId: now().tenantId, environment: location.host }),
      theme: () => coloursOf(now().theme),
      item: () => now().deeds.item(),
      get: (field) => now().deeds.get(field),
      set: (field, value) => now().deeds.set(field, value),
      save: () => now().deeds.save(),
      itemId: () => now().deeds.itemId(),
      said: () => setState('ready'),
    });
    played.current = outlook;
    const silence = setTimeout(() => setState((held) => (held === 'waiting' ? 'silent' : held)), PATIENCE);
    return () => {
      clearTimeout(silence);
      outlook.stop();
    };
  }, [address]);
  const worn = useRef(theme);
  useEffect(() => {
    if (worn.current !== theme) played.current?.tellTheme();
    worn.current = theme;
  }, [theme]);
  const toldOf = useRef(nth);
  useEffect(() => {
    if (toldOf.current !== nth) played.current?.tellItem();
    toldOf.current = nth;
  }, [nth]);

  return (
    <aside className={styles.pane} aria-label="AP review">
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.title}>
          AP review
        </Subtitle2>
        <Button
          appearance="subtle"
          size="small"
          icon={pinned ? <PinFilled /> : <PinRegular />}
          aria-label="Keep open for other meetings"
          title="Keep open for other meetings"
          aria-pressed={pinned}
          onClick={() => pin(!pinned)}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label="Close the pane"
          title="Close the pane"
          onClick={close}
        />
      </div>
      {state === 'silent' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>The pane at {address} has not loaded Office.js. Is the app's server running?</MessageBarBody>
        </MessageBar>
      )}
      {state === 'waiting' && <Spinner className={styles.wait} label="The pane is loading" labelPosition="below" />}
      <iframe ref={frame} className={styles.frame} title="AP review" src={address} />
    </aside>
  );
}

/** How long the add-in may take to load, in milliseconds. */
const PATIENCE = 12_000;
