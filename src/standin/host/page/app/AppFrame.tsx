import { MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type HostDeeds, type PlayedHost, playHost, type TabWish } from './play-host.ts';
import type { Situation } from './situation.ts';

const useStyles = makeStyles({
  room: { position: 'relative', flexGrow: 1, display: 'flex', flexDirection: 'column', minHeight: 0 },
  frame: { flexGrow: 1, width: '100%', border: 'none', backgroundColor: tokens.colorNeutralBackground1 },
  wait: { position: 'absolute', inset: 0, pointerEvents: 'none' },
});

/** What the frame shows, and what the page does for it. */
export interface AppFrameProps {
  readonly title: string;
  readonly address: string;
  readonly situation: Situation;
  readonly openLink: (url: string) => void;
  readonly navigate: HostDeeds['navigate'];
  readonly mayBeSaved?: (valid: boolean) => void;
  readonly saved?: (wish: TabWish | undefined) => void;
  /** Gives the played host to whoever must press Save in it. */
  readonly host?: { current: PlayedHost | undefined };
}

/** The app's own page in an iframe, unchanged, talking to this host as it would to Teams. */
export function AppFrame(props: AppFrameProps) {
  const { title, address, situation } = props;
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const played = useRef<PlayedHost>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<'waiting' | 'ready' | 'silent' | { failed: string }>('waiting');

  useEffect(() => {
    if (!frame.current) return undefined;
    const host = playHost(frame.current, new URL(address).origin, {
      situation: () => latest.current.situation,
      openLink: (url) => latest.current.openLink(url),
      navigate: (entity, sub) => latest.current.navigate(entity, sub),
      said: (word, reason) => setState(word === 'failed' ? { failed: reason ?? 'It did not say why.' } : 'ready'),
      mayBeSaved: (valid) => latest.current.mayBeSaved?.(valid),
      saved: (wish) => latest.current.saved?.(wish),
    });
    played.current = host;
    if (latest.current.host) latest.current.host.current = host;
    const silence = setTimeout(() => setState((now) => (now === 'waiting' ? 'silent' : now)), PATIENCE);
    return () => {
      clearTimeout(silence);
      host.stop();
    };
  }, [address]);
  useEffect(() => played.current?.tellTheme(situation.theme), [situation.theme]);

  return (
    <div className={styles.room}>
      {typeof state === 'object' && (
        <MessageBar intent="error">
          <MessageBarBody>The app says that it could not start: {state.failed}</MessageBarBody>
        </MessageBar>
      )}
      {state === 'silent' && (
        <MessageBar intent="warning">
          <MessageBarBody>The app at {address} has not answered. Is its server running?</MessageBarBody>
        </MessageBar>
      )}
      {state === 'waiting' && <Spinner className={styles.wait} label="The app is loading" labelPosition="below" />}
      <iframe ref={frame} className={styles.frame} title={title} src={address} />
    </div>
  );
}

/** How long the app may take to say that it has loaded, in milliseconds. */
const PATIENCE = 12_000;
