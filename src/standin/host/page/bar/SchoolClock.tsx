import { Button, Caption1, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { read, send } from '../wire.ts';
import { inWords, nextMorning } from './school-time.ts';

interface Clock {
  readonly now: string;
  readonly frozen: boolean;
  /** Whether all who follow the clock have come along. */
  readonly waited?: boolean;
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  time: { display: 'flex', flexDirection: 'column', minWidth: '122px' },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** The school's time, and buttons that move it. A move is over when the app has done the rounds that fall between. */
export function SchoolClock() {
  const styles = useStyles();
  const [clock, setClock] = useState<Clock>();
  const [moving, setMoving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const busy = useRef(false);
  useEffect(() => {
    const look = () => {
      if (!busy.current) read<Clock>('/standin/clock').then(setClock, () => undefined);
    };
    look();
    const timer = setInterval(look, 3000);
    return () => clearInterval(timer);
  }, []);
  const move = async (now: string) => {
    busy.current = true;
    setMoving(true);
    setTrouble(undefined);
    try {
      const moved = await send<Clock>('/standin/clock', { now });
      setClock(moved);
      if (moved.waited === false) setTrouble('The app has not yet finished the rounds of this time.');
    } catch {
      setTrouble('The clock could not be moved.');
    } finally {
      busy.current = false;
      setMoving(false);
    }
  };
  const by = (minutes: number) => clock && move(new Date(Date.parse(clock.now) + minutes * 60_000).toISOString());
  const off = moving || clock === undefined;
  return (
    <section className={styles.bar} aria-label="School's clock">
      <div className={styles.time}>
        <Caption1 className={styles.faint}>School's clock</Caption1>
        <Text weight="semibold">{clock === undefined ? '…' : inWords(clock.now)}</Text>
      </div>
      <Button size="small" disabled={off} onClick={() => void by(-60)}>
        −1 h
      </Button>
      <Button size="small" disabled={off} onClick={() => void by(15)}>
        +15 min
      </Button>
      <Button size="small" disabled={off} onClick={() => void by(60)}>
        +1 h
      </Button>
      <Button size="small" disabled={off} onClick={() => clock && void move(nextMorning(clock.now))}>
        Next school morning 08:45
      </Button>
      <span aria-live="polite">
        {moving && <Spinner size="tiny" label="The school follows the clock" />}
        {trouble !== undefined && <Caption1>{trouble}</Caption1>}
      </span>
    </section>
  );
}
