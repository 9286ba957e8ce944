import { Button, MessageBar, MessageBarActions, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { outcomeInWords } from '../api/in-words.ts';
import { useAction } from '../api/use-action.ts';

/** Seconds that a booking waits before invitations go out. */
const wait = 20;

/** Counts down until the invitations go out, and takes them back while they wait. */
export function UndoBar(props: {
  readonly entry: string;
  /** Instant (machine's clock) until which it waits. */
  readonly until: string;
  /** "14 meetings". */
  readonly says: string;
  readonly over: (undone: boolean) => void;
}) {
  const { entry, until, says } = props;
  const undo = useAction('undo-booking');
  const [left, setLeft] = useState(() => secondsTo(until));
  const [said, setSaid] = useState('');
  const over = useRef(props.over);
  over.current = props.over;
  useEffect(() => {
    const timer = setInterval(() => {
      const now = secondsTo(until);
      setLeft(now);
      // A little longer than the wait itself, so that the lists hold what was booked.
      if (now <= -4) {
        clearInterval(timer);
        over.current(false);
      }
    }, 500);
    return () => clearInterval(timer);
  }, [until]);
  async function press() {
    const outcome = outcomeInWords(await undo({ entry }));
    if (outcome.good) props.over(true);
    else setSaid(outcome.says);
  }
  return (
    <MessageBar intent="info">
      <MessageBarBody>
        <span role="status">
          {left > 0 ? `${says}: invitations go out in a moment.` : `${says}: invitations are going out.`}
        </span>
        {said && <span role="alert">{` ${said}`}</span>}
        <ProgressBar value={Math.min(1, Math.max(0, 1 - left / wait))} aria-label="Until the invitations go out" />
      </MessageBarBody>
      <MessageBarActions>
        {left > 0 && <Button onClick={() => void press()}>{`Undo (${Math.ceil(left)} s)`}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

function secondsTo(instant: string): number {
  return (Date.parse(instant) - Date.now()) / 1000;
}
