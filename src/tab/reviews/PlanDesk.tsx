import { Button, MessageBar, MessageBarBody, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { useFocusKept } from '../../ui/shell/use-focus-kept.ts';
import { bookAll, withSchool } from './book-all.ts';
import { PlanList } from './PlanList.tsx';
import { PlanWeek } from './PlanWeek.tsx';
import { clashesIn, type DeskPlan, type DeskRow, groupsOf, idOf, notStanding, rowsOf, type Sent } from './plan-desk.ts';
import { type Ended, SentBar } from './SentBar.tsx';
import type { Slot } from './slot.ts';
import { Unplaced } from './Unplaced.tsx';

const useStyles = makeStyles({
  // The one press stays in reach however long the plan is.
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':focus': { outline: 'none' },
  },
});

/** The plans of one or several schools on one desk: what has no time stands first, then the weeks, then each review; one press books all. */
export function PlanDesk(props: {
  readonly plans: readonly DeskPlan[];
  /** Looks at the plan anew. */
  readonly changed: () => Promise<void>;
  /** Meetings have come to stand: what is shown beside the desk is looked at anew, and the desk stays. */
  readonly stand: () => Promise<void>;
}) {
  const { plans } = props;
  const page = usePage();
  const styles = useStyles();
  const book = useAction('book-reviews');
  // What was proposed is kept while the person works on it: a plan made anew every 15 s would move under the finger.
  const [rows, setRows] = useState(() => rowsOf(plans));
  const [moved, setMoved] = useState<Readonly<Record<string, Slot>>>({});
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [troubles, setTroubles] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState('');
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const foot = useFocusKept(sent.length > 0);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) list.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [trouble]);
  const [booking, setBooking] = useState<{ readonly done: number; readonly of: number }>();
  // What was booked stands in the calendar by then: it is shown as that, once.
  const proposed = useMemo(() => notStanding(plans, rows), [plans, rows]);
  const chosen = useMemo(() => proposed.filter(({ id }) => !left.has(id)), [proposed, left]);
  const clashes = useMemo(() => clashesIn(plans, chosen, moved), [plans, chosen, moved]);
  const bookable = chosen.filter(({ id }) => !clashes.get(id)?.some(({ refused }) => refused));
  const slotOf = (row: DeskRow): Slot => moved[row.id] ?? { start: row.start, end: row.end };
  const lines = [...new Set(plans.flatMap(({ name, plan }) => plan.troubles.map((line) => withSchool(name, line))))];
  const unplaced = plans
    .flatMap(({ school, name, plan }) =>
      plan.unplaced.map((row) => ({ ...row, id: idOf(school, row.review), school, schoolName: name })),
    )
    .filter(({ id }) => !settled.has(id));

  async function press() {
    setTroubles({});
    setTrouble('');
    const of = bookable.length;
    const booked = await bookAll(bookable, slotOf, clashes, book, (done) => setBooking({ done, of }));
    setBooking(undefined);
    setTroubles(booked.byRow);
    const { sent, says } = booked;
    const stands = sent.length === 0 ? 'Nothing is booked yet:' : 'Not all are booked:';
    const kept = Object.keys(booked.byRow).length > 0 ? [`${stands} the list says what is in the way.`] : [];
    setTrouble([...says, ...kept].join(' '));
    setSent(sent);
    if (sent.length + says.length + kept.length === 0) await props.changed();
  }

  /** What was in the way of the time before is no longer known. */
  function move({ id }: DeskRow, slot: Slot) {
    setMoved((before) => ({ ...before, [id]: slot }));
    setTroubles(({ [id]: _, ...others }) => others);
    setTrouble('');
  }

  /** It stands already or is not needed: the rest of the plan stays under the finger. */
  async function leaves(gone: string) {
    setSettled((before) => new Set([...before, gone]));
    setRows((before) => before.filter(({ id }) => id !== gone));
    // The keyboard's place went with the row.
    foot.current?.focus();
    await props.stand();
  }

  function settle(ended: Ended) {
    const booked = new Set(sent.flatMap(({ school, reviews }) => reviews.map((key) => idOf(school, key))));
    setSent([]);
    // Nobody was told yet: the plan stays as it was, with what was moved in it.
    if (ended === 'undone') return;
    if (ended === 'sent') setRows(rows.filter(({ id }) => !booked.has(id)));
    void props.changed();
  }

  return (
    <>
      {lines.map((line) => (
        <MessageBar key={line} intent="warning">
          <MessageBarBody>{line}</MessageBarBody>
        </MessageBar>
      ))}
      {unplaced.length > 0 && <Unplaced unplaced={unplaced} settled={leaves} />}
      {rows.length > 0 && (
        <>
          <PlanWeek plans={plans} rows={chosen} slotOf={slotOf} clashes={clashes} move={move} />
          {proposed.length > 0 && (
            <div ref={list}>
              <PlanList
                groups={groupsOf(plans, proposed)}
                slotOf={slotOf}
                left={left}
                choose={(some, yes) => setLeft(chosenAnew(left, some, yes))}
                move={move}
                clashes={clashes}
                troubles={troubles}
                settled={leaves}
              />
            </div>
          )}
        </>
      )}
      {(rows.length > 0 || sent.length > 0) && (
        <div ref={foot} tabIndex={-1} className={styles.foot}>
          {sent.length === 0 && (
            <div className={page.row}>
              <Button
                appearance="primary"
                disabled={booking !== undefined || bookable.length === 0}
                onClick={() => void press()}
              >
                {booking ? `Booking ${booking.done} of ${booking.of}…` : `Book all (${bookable.length})`}
              </Button>
              {trouble && (
                <Text role="alert" className={page.bad}>
                  {trouble}
                </Text>
              )}
            </div>
          )}
          {booking && (
            <ProgressBar
              value={booking.done / Math.max(1, booking.of)}
              aria-label={`Booked ${booking.done} of ${booking.of}`}
            />
          )}
          {sent.length > 0 && <SentBar sent={sent} trouble={trouble} over={settle} stand={() => void props.stand()} />}
        </div>
      )}
    </>
  );
}

function chosenAnew(left: ReadonlySet<string>, rows: readonly DeskRow[], yes: boolean): ReadonlySet<string> {
  const some = new Set(rows.map(({ id }) => id));
  const others = [...left].filter((id) => !some.has(id));
  return new Set(yes ? others : [...others, ...some]);
}
