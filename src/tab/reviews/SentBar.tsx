import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { usePage } from '../../ui/shell/page.ts';
import type { Sent } from './plan-desk.ts';
import { useSent } from './use-sent.ts';

/** How it ended: taken back before anybody was told, cancelled with a message, or sent. */
export type Ended = 'undone' | 'cancelled' | 'sent';

/**
 * Bookings after *Book all*: they count down with *Undo*, then tell how many meetings stand in Outlook. From then on *Undo* means
 * to cancel with a message, and says so.
 */
export function SentBar(props: {
  readonly sent: readonly Sent[];
  /** What was not booked, in a sentence. */
  readonly trouble: string;
  readonly over: (ended: Ended) => void;
  /** All meetings stand in Outlook: what is shown beside is older than they are. */
  readonly stand: () => void;
}) {
  const styles = usePage();
  const sent = useSent(props.sent);
  const [busy, setBusy] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState('');
  const { left, of, standing, cancelled } = sent;
  const waits = left > 0;
  const all = standing >= of;
  const meetings = `${of} ${of === 1 ? 'meeting' : 'meetings'}`;

  const done = !waits && all;
  const told = useRef(false);
  useEffect(() => {
    if (!done || told.current) return;
    told.current = true;
    props.stand();
  }, [done, props.stand]);

  async function press(deed: () => Promise<boolean>, ended: Ended) {
    setBusy(true);
    const gone = await deed();
    setBusy(false);
    if (gone) props.over(ended);
  }

  return (
    <MessageBar intent={all && !waits ? 'success' : 'info'} layout="multiline">
      <MessageBarBody>
        <span role="status">
          {waits && `${meetings}: invitations go out in a moment.`}
          {!waits && cancelled !== undefined && `${cancelled} of ${of} cancelled.`}
          {!waits &&
            cancelled === undefined &&
            !all &&
            `Invitations are going out: ${standing} of ${meetings} stand in Outlook.`}
          {!waits &&
            cancelled === undefined &&
            all &&
            `${meetings} ${of === 1 ? 'stands' : 'stand'} in Outlook, and the invitations are out.`}
        </span>
        {[props.trouble, sent.said].filter(Boolean).map((says) => (
          <span key={says} role="alert" className={styles.bad}>{` ${says}`}</span>
        ))}
        {(waits || !all || cancelled !== undefined) && (
          <ProgressBar
            value={progressOf(sent)}
            aria-label={waits ? 'Until the invitations go out' : 'Meetings that stand in Outlook'}
          />
        )}
        {cancelling && (
          <Field label="Why? Everybody invited reads this">
            <Input value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
        )}
      </MessageBarBody>
      <MessageBarActions>
        {waits && (
          <Button disabled={busy} onClick={() => void press(sent.undo, 'undone')}>
            {`Undo (${Math.ceil(left)} s)`}
          </Button>
        )}
        {!waits && !cancelling && (
          <>
            <Button onClick={() => props.over('sent')}>Done</Button>
            <Button appearance="subtle" onClick={() => setCancelling(true)}>
              Undo: cancel with a message…
            </Button>
          </>
        )}
        {!waits && cancelling && (
          <>
            <Button
              appearance="primary"
              disabled={busy || reason.trim() === ''}
              onClick={() => void press(() => sent.cancel(reason.trim()), 'cancelled')}
            >
              {`Cancel ${meetings} and tell everybody`}
            </Button>
            <Button appearance="subtle" disabled={busy} onClick={() => setCancelling(false)}>
              Leave them
            </Button>
          </>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function progressOf({ left, wait, of, standing, cancelled }: ReturnType<typeof useSent>): number {
  const part = left > 0 ? 1 - left / wait : (cancelled ?? standing) / Math.max(1, of);
  return Math.min(1, Math.max(0, part));
}
