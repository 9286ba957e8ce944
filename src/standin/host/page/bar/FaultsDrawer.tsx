import {
  Button,
  Caption1,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  OverlayDrawer,
  Spinner,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { read, send } from '../wire.ts';
import { type Fault, faultInWords, faultPresets } from './fault-presets.ts';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalXXL,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  heading: { margin: 0 },
});

const scenarios = ['demonstration', 'trust', 'empty'] as const;

/** Switches troubles of Microsoft 365 on and off, and starts a scenario again. */
export function FaultsDrawer({
  open,
  close,
  scenario,
}: {
  readonly open: boolean;
  readonly close: (live: number) => void;
  readonly scenario: string;
}) {
  const styles = useStyles();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    if (open) read<readonly Fault[]>('/standin/faults').then(setFaults, () => undefined);
  }, [open]);
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    setBusy(what);
    setTrouble(undefined);
    try {
      await work();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : 'That did not work.');
    } finally {
      setBusy(undefined);
    }
  };
  const add = (fault: Fault) => attempt('Switching on', async () => setFaults(await send('/standin/faults', fault)));
  const clear = () => attempt('Clearing', async () => setFaults(await send('/standin/faults', {}, 'DELETE')));
  const start = (name: string) =>
    attempt(`Loading ${name}: this may take a minute`, async () => {
      await send('/standin/reset', { scenario: name });
      setFaults([]);
    });
  return (
    <OverlayDrawer position="end" open={open} onOpenChange={() => close(faults.length)}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label="Close"
              icon={<DismissRegular />}
              onClick={() => close(faults.length)}
            />
          }
        >
          Faults and scenario
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div aria-live="polite">
          {busy !== undefined && <Spinner size="tiny" label={busy} />}
          {trouble !== undefined && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{trouble}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        <section className={styles.part} aria-label="Faults in force">
          <Subtitle2 as="h3" className={styles.heading}>
            In force
          </Subtitle2>
          {faults.length === 0 && <Text>None: Microsoft 365 answers as it should.</Text>}
          <ul className={styles.list}>
            {faults
              .map((fault, nth) => ({ nth, says: faultInWords(fault) }))
              .map(({ nth, says }) => (
                <li key={nth}>{says}</li>
              ))}
          </ul>
          <Button disabled={faults.length === 0} onClick={() => void clear()}>
            Clear all
          </Button>
        </section>
        <section className={styles.part} aria-label="Add a fault">
          <Subtitle2 as="h3" className={styles.heading}>
            Add
          </Subtitle2>
          {faultPresets.map(({ name, fault }) => (
            <Button key={name} onClick={() => void add(fault)}>
              {name}
            </Button>
          ))}
        </section>
        <section className={styles.part} aria-label="Scenario">
          <Subtitle2 as="h3" className={styles.heading}>
            Scenario
          </Subtitle2>
          <Caption1>Now: {scenario}. Starting one again forgets everything done since.</Caption1>
          {scenarios.map((name) => (
            <Button key={name} disabled={busy !== undefined} onClick={() => void start(name)}>
              Start “{name}” again
            </Button>
          ))}
        </section>
      </DrawerBody>
    </OverlayDrawer>
  );
}
