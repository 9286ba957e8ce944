import { Button, MessageBar, MessageBarBody, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { useFocusKept } from '../../ui/shell/use-focus-kept.ts';
import { PlanRow } from './PlanRow.tsx';
import {
  batches,
  bookingOf,
  type DeskPlan,
  type DeskRow,
  idOf,
  notStanding,
  rowsOf,
  type Sent,
  troublesIn,
  weekOf,
} from './plan-desk.ts';
import { SentBar } from './SentBar.tsx';
import { movedTo, type Slot } from './slot.ts';
import { Unplaced } from './Unplaced.tsx';
import { Week } from './Week.tsx';

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
}) {
  const { plans } = props;
  const page = usePage();
  const styles = useStyles();
  const book = useAction('book-reviews');
  // What was proposed is kept while the person works on it: a plan made anew every 15 s would move under the finger.
  const [rows, setRows] = useState(() => rowsOf(plans));
  const [moved, setMoved] = useState<Readonly<Record<string, Slot>>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [troubles, setTroubles] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState('');
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const foot = useFocusKept(sent.length > 0);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (trouble) list.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [trouble]);
  const [booking, setBooking] = useState<{ readonly done: number; readonly of: number }>();
  // What was booked stands in the calendar by then: it is shown as that, once.
  const proposed = notStanding(plans, rows);
  const chosen = proposed.filter(({ id }) => !left.has(id));
  const slotOf = (row: DeskRow): Slot => moved[row.id] ?? { start: row.start, end: row.end };
  const lines = [...new Set(plans.flatMap(({ name, plan }) => plan.troubles.map((line) => withSchool(name, line))))];
  const unplaced = plans.flatMap(({ name, plan }) => plan.unplaced.map((row) => ({ ...row, schoolName: name })));

  async function bookAll() {
    setTroubles({});
    setTrouble('');
    const gone: Sent[] = [];
    const byRow: Record<string, string> = {};
    const says = new Set<string>();
    let done = 0;
    for (const batch of batches(chosen)) {
      setBooking({ done, of: chosen.length });
      const outcome = await book(bookingOf(batch, slotOf));
      done += batch.length;
      if (outcome.kind === 'accepted' && outcome.undoUntil) {
        const reviews = batch.map(({ review }) => review);
        gone.push({ school: batch[0]?.school, entry: outcome.entry, until: outcome.undoUntil, reviews });
        continue;
      }
      const kept = troublesIn(outcome, batch);
      Object.assign(byRow, kept.byRow);
      if (kept.says) says.add(withSchool(batch[0]?.schoolName, kept.says));
    }
    setBooking(undefined);
    setTroubles(byRow);
    const stands = gone.length === 0 ? 'Nothing is booked yet:' : 'Not all are booked:';
    if (Object.keys(byRow).length > 0) says.add(`${stands} the list says what is in the way.`);
    setTrouble([...says].join(' '));
    setSent(gone);
    if (gone.length === 0 && says.size === 0) await props.changed();
  }

  /** What was in the way of the time before is no longer known. */
  function move(id: string, slot: Slot) {
    setMoved((before) => ({ ...before, [id]: slot }));
    setTroubles(({ [id]: _, ...others }) => others);
    setTrouble('');
  }

  function settle(undone: boolean) {
    const booked = new Set(sent.flatMap(({ school, reviews }) => reviews.map((key) => idOf(school, key))));
    setSent([]);
    if (!undone) setRows(rows.filter(({ id }) => !booked.has(id)));
    void props.changed();
  }

  return (
    <>
      {lines.map((line) => (
        <MessageBar key={line} intent="warning">
          <MessageBarBody>{line}</MessageBarBody>
        </MessageBar>
      ))}
      {unplaced.length > 0 && <Unplaced unplaced={unplaced} />}
      {rows.length > 0 && (
        <>
          <Week
            label="The plan by weeks"
            items={weekOf(plans, chosen, slotOf)}
            move={(id, start) => {
              const row = rows.find((one) => one.id === id);
              if (row) move(id, movedTo(slotOf(row), start));
            }}
          />
          <ul ref={list} className={page.card} hidden={proposed.length === 0} aria-label="Proposed times">
            {proposed.map((row) => (
              <PlanRow
                key={row.id}
                row={row}
                slot={slotOf(row)}
                chosen={!left.has(row.id)}
                choose={(yes) => setLeft(yes ? without(left, row.id) : new Set([...left, row.id]))}
                move={(slot) => move(row.id, slot)}
                trouble={troubles[row.id]}
              />
            ))}
          </ul>
        </>
      )}
      {(rows.length > 0 || sent.length > 0) && (
        <div ref={foot} tabIndex={-1} className={styles.foot}>
          {sent.length === 0 && (
            <div className={page.row}>
              <Button
                appearance="primary"
                disabled={booking !== undefined || chosen.length === 0}
                onClick={() => void bookAll()}
              >
                {booking ? 'Booking…' : `Book all (${chosen.length})`}
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
          {sent.length > 0 && <SentBar sent={sent} trouble={trouble} over={settle} />}
        </div>
      )}
    </>
  );
}

function withSchool(name: string | undefined, says: string): string {
  return name === undefined ? says : `${name}: ${says}`;
}

function without(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...all].filter((each) => each !== one));
}
