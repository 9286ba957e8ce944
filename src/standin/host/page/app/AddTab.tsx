import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { AppFrame } from './AppFrame.tsx';
import type { PlayedHost, TabWish } from './play-host.ts';
import type { Situation } from './situation.ts';

const useStyles = makeStyles({ content: { display: 'flex', height: '260px' } });

/** Adds the app to a channel as Teams does: its settings page in a dialog, whose Save is the host's. */
export function AddTab({
  appUrl,
  situation,
  add,
}: {
  readonly appUrl: string;
  readonly situation: Situation;
  readonly add: (wish: TabWish) => void;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [valid, setValid] = useState(false);
  const host = useRef<PlayedHost>(undefined);
  const saved = (wish: TabWish | undefined) => {
    setOpen(false);
    if (wish) add(wish);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, data) => {
        setOpen(data.open);
        setValid(false);
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<AddRegular />} aria-label="Add a tab" title="Add a tab" />
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Add a tab: Alternative Provision</DialogTitle>
          <DialogContent className={styles.content}>
            <AppFrame
              title="Settings of the tab"
              address={`${appUrl}/tab/config`}
              situation={{ ...situation, frameContext: 'settings' }}
              openLink={(url) => window.open(url, '_blank', 'noopener')}
              navigate={() => undefined}
              mayBeSaved={setValid}
              saved={saved}
              host={host}
            />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Cancel</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={!valid} onClick={() => host.current?.tellSave()}>
              Save
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
