import { Badge, Button, Field, Input, makeStyles, mergeClasses, Tab, TabList, Text } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { BookedReview, Reviews } from '../../school/reviews/reviews.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { Empty } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Month } from './Month.tsx';
import { whereOf } from './plan-desk.ts';
import { movedTo } from './slot.ts';
import { ToAsk } from './ToAsk.tsx';
import { Week } from './Week.tsx';
import type { WeekItem } from './WeekBlock.tsx';

/** What stands in the calendar, as a list, a week or a month; in the list each can be moved, or cancelled with a word why. */
export function Booked(props: {
  readonly booked: readonly BookedReview[];
  readonly today: string;
  readonly may: Reviews['may'];
  readonly open: (review: string) => void;
  readonly changed: () => Promise<void>;
}) {
  const styles = usePage();
  const own = useStyles();
  const [as, setAs] = useState<unknown>('list');
  if (props.booked.length === 0)
    return <Empty>No review is booked. The plan proposes a time for each that is due.</Empty>;
  const items = props.booked.map(itemOf);
  return (
    <>
      <TabList
        size="small"
        className={own.shapes}
        selectedValue={as}
        onTabSelect={(_, { value }) => setAs(value)}
        aria-label="Shown as"
      >
        <Tab value="list">List</Tab>
        <Tab value="week">Week</Tab>
        <Tab value="month">Month</Tab>
      </TabList>
      {as === 'week' && <Week label="Reviews by week" items={items} open={props.open} from={props.today} />}
      {as === 'month' && <Month items={items} today={props.today} open={props.open} />}
      <ul className={mergeClasses(styles.card, as !== 'list' && own.phoneOnly)} aria-label="Reviews in the calendar">
        {props.booked.map((review) => (
          <Line
            key={review.review}
            review={review}
            mayBook={props.may.book}
            open={props.open}
            changed={props.changed}
            today={props.today}
          />
        ))}
      </ul>
    </>
  );
}

const useStyles = makeStyles({
  // A phone has the list alone.
  shapes: { '@media (max-width: 640px)': { display: 'none' } },
  phoneOnly: { '@media (min-width: 641px)': { display: 'none' } },
});

function itemOf(one: BookedReview): WeekItem {
  return {
    key: one.review,
    start: `${one.day}T${one.start ?? '09:00'}`,
    end: `${one.day}T${one.end ?? '09:45'}`,
    pupil: `${one.initials} ${one.year}`,
    where: whereOf(one),
    people: one.staff,
    travelMinutes: one.travelMinutes,
    fixed: true,
    moved: false,
  };
}

function Line(props: {
  readonly review: BookedReview;
  readonly mayBook: boolean;
  readonly open: (review: string) => void;
  readonly changed: () => Promise<void>;
  readonly today: string;
}) {
  const { review } = props;
  const styles = usePage();
  const [doing, setDoing] = useState<'move' | 'cancel' | 'ask'>();
  const who = `${review.name ?? review.initials} ${review.year}`;
  const when = [review.daySays, review.start && `${review.start} to ${review.end}`].filter(Boolean).join(', ');
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text weight="semibold">{`${when}, ${whereOf(review)}`}</Text>
        <Text>{`${who} · ${review.kindSays}`}</Text>
        {review.byHand && <Text size={200}>Agreed without the app: it is in no calendar of ours.</Text>}
      </span>
      {review.toWriteUp && (
        <Badge appearance="outline" color="important">
          To write up
        </Badge>
      )}
      <Button
        appearance={review.toWriteUp ? 'primary' : 'secondary'}
        aria-label={`${review.toWriteUp ? 'Write up' : 'Open'}: the review of ${who}`}
        onClick={() => props.open(review.review)}
      >
        {review.toWriteUp ? 'Write up' : 'Open'}
      </Button>
      {(review.toAsk.length > 0 || doing === 'ask') && (
        <Button
          aria-expanded={doing === 'ask'}
          aria-label={`To ask (${review.toAsk.length}): the review of ${who}`}
          onClick={() => setDoing(doing === 'ask' ? undefined : 'ask')}
        >
          {`To ask (${review.toAsk.length})`}
        </Button>
      )}
      {props.mayBook && !review.toWriteUp && (
        <>
          <Button aria-label={`Move: the review of ${who}`} onClick={() => setDoing('move')}>
            Move
          </Button>
          <Button aria-label={`Cancel: the review of ${who}`} appearance="subtle" onClick={() => setDoing('cancel')}>
            Cancel
          </Button>
        </>
      )}
      {doing === 'ask' && <ToAsk review={review} today={props.today} changed={props.changed} />}
      {doing === 'move' && <MoveForm review={review} done={props.changed} leave={() => setDoing(undefined)} />}
      {doing === 'cancel' && <CancelForm review={review} done={props.changed} leave={() => setDoing(undefined)} />}
    </li>
  );
}

interface FormProps {
  readonly review: BookedReview;
  readonly done: () => Promise<void>;
  readonly leave: () => void;
}

function MoveForm({ review, done, leave }: FormProps) {
  const [slot, setSlot] = useState({
    start: `${review.day}T${review.start ?? '09:00'}`,
    end: `${review.day}T${review.end ?? '09:45'}`,
  });
  const [date, time] = [slot.start.slice(0, 10), slot.start.slice(11, 16)];
  const { place, online } = review;
  return (
    <Deed
      action="move-review"
      press={review.byHand ? 'Move it' : 'Move and tell everybody'}
      input={{ review: review.review, ...slot, ...(place ? { place } : {}), online, seen: review.seen }}
      done={done}
      leave={leave}
    >
      <Field label="Day">
        <Input
          type="date"
          value={date}
          onChange={(_, { value }) => value && setSlot(movedTo(slot, `${value}T${time}`))}
        />
      </Field>
      <Field label="From">
        <Input
          type="time"
          value={time}
          onChange={(_, { value }) => value && setSlot(movedTo(slot, `${date}T${value}`))}
        />
      </Field>
    </Deed>
  );
}

function CancelForm({ review, done, leave }: FormProps) {
  const [reason, setReason] = useState('');
  return (
    <Deed
      action="cancel-review"
      press={review.byHand ? 'Cancel the review' : 'Cancel the meeting'}
      input={{ review: review.review, reason: reason.trim(), seen: review.seen }}
      done={done}
      leave={leave}
    >
      <Field label={review.byHand ? 'Why?' : 'Why? Everybody invited reads this'}>
        <Input value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </Deed>
  );
}

function Deed(props: {
  readonly action: string;
  readonly press: string;
  readonly input: unknown;
  readonly done: () => Promise<void>;
  readonly leave: () => void;
  readonly children: ReactNode;
}) {
  const styles = usePage();
  const act = useAction(props.action);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  async function press() {
    setBusy(true);
    const outcome = outcomeInWords(await act(props.input));
    setSaid(outcome.good ? '' : outcome.says);
    // Refused because somebody was faster: what they saved is shown, and the next press means that.
    await props.done();
    setBusy(false);
    if (outcome.good) props.leave();
  }
  return (
    <div className={styles.row}>
      {props.children}
      <Button appearance="primary" disabled={busy} onClick={() => void press()}>
        {props.press}
      </Button>
      <Button appearance="subtle" onClick={props.leave}>
        Leave it
      </Button>
      {said && (
        <Text role="alert" className={styles.bad}>
          {said}
        </Text>
      )}
    </div>
  );
}
