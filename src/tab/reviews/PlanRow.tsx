import { Button, Checkbox, Field, Input, mergeClasses, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { shortDate } from '../../school/calendar/dates.ts';
import type { Clash } from '../../school/reviews/plan-clash.ts';
import { usePage } from '../../ui/shell/page.ts';
import { NoBooking } from './NoBooking.tsx';
import { type DeskRow, whereOf } from './plan-desk.ts';
import { movedTo, type Slot } from './slot.ts';

/** One proposed review: when and where, who gets an invitation, who must be rung; its time can be changed or it can be left out. */
export function PlanRow(props: {
  readonly row: DeskRow;
  readonly slot: Slot;
  readonly chosen: boolean;
  readonly choose: (yes: boolean) => void;
  readonly move: (slot: Slot) => void;
  /** What is in the way where it was moved. */
  readonly clashes: readonly Clash[];
  readonly trouble?: string;
  /** It was booked already or is not needed, and has left the plan. */
  readonly settled: () => Promise<void>;
}) {
  const { row, slot, chosen } = props;
  const styles = usePage();
  const [doing, setDoing] = useState<'change' | 'no-booking'>();
  const toggle = (what: typeof doing) => setDoing(doing === what ? undefined : what);
  const changing = doing === 'change';
  const [date, time] = [slot.start.slice(0, 10), slot.start.slice(11, 16)];
  const who = `${row.name ?? row.initials} ${row.year}`;
  const moved = slot.start !== row.start || slot.end !== row.end;
  return (
    <li className={styles.line}>
      <Checkbox
        checked={chosen}
        onChange={(_, { checked }) => props.choose(checked === true)}
        aria-label={`Book the review of ${who}`}
      />
      <span className={styles.grow}>
        <Text weight="semibold">{`${shortDate(date)}, ${time} to ${slot.end.slice(11, 16)}, ${whereOf(row)}`}</Text>
        <Text>{[who, row.providerName, row.kindSays, row.schoolName].filter(Boolean).join(' · ')}</Text>
        {row.agreedSays && <Text size={200}>{row.agreedSays}</Text>}
        {moved && <Text size={200}>{`Moved by you; proposed was ${row.says}.`}</Text>}
        <Text size={200} className={styles.quiet}>{`Invited: ${row.invited.join(', ') || 'nobody by mail'}`}</Text>
        {row.toAsk.map((line) => (
          <Text key={line} size={200}>
            {line}
          </Text>
        ))}
        {row.notAsked.map((line) => (
          <Text key={line} size={200} className={styles.quiet}>
            {line}
          </Text>
        ))}
        {props.clashes.map(({ says, refused }) => (
          <Text key={says} role="alert" className={refused ? styles.bad : undefined}>
            {refused ? `${says} Choose another time.` : says}
          </Text>
        ))}
        {props.trouble && (
          <Text role="alert" className={styles.bad}>
            {props.trouble}
          </Text>
        )}
      </span>
      <Button
        aria-expanded={changing}
        aria-label={`Change time: the review of ${who}`}
        onClick={() => toggle('change')}
      >
        Change time
      </Button>
      <Button
        appearance="subtle"
        aria-expanded={doing === 'no-booking'}
        aria-label={`Needs no booking: the review of ${who}`}
        onClick={() => toggle('no-booking')}
      >
        Needs no booking
      </Button>
      {doing === 'no-booking' && <NoBooking which={row} who={who} done={props.settled} />}
      {changing && (
        <div className={mergeClasses(styles.row, styles.below)}>
          <Field label="Day">
            <Input
              type="date"
              value={date}
              onChange={(_, { value }) => value && props.move(movedTo(slot, `${value}T${time}`))}
            />
          </Field>
          <Field label="From">
            <Input
              type="time"
              value={time}
              onChange={(_, { value }) => value && props.move(movedTo(slot, `${date}T${value}`))}
            />
          </Field>
          <Field label="Until">
            <Input
              type="time"
              value={slot.end.slice(11, 16)}
              onChange={(_, { value }) => value && props.move({ ...slot, end: `${date}T${value}` })}
            />
          </Field>
          {moved && (
            <Button appearance="subtle" onClick={() => props.move({ start: row.start, end: row.end })}>
              Put back
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
