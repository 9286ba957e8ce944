import { Button, Field, MessageBar, MessageBarBody, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlannedRow, ReviewPlan, UnplacedRow } from '../../school/reviews/review-plan.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { UndoBar } from '../../ui/reviews/UndoBar.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { PlanRow } from './PlanRow.tsx';
import { PlanWeeks } from './PlanWeeks.tsx';
import { movedTo, type Slot } from './slot.ts';

/** One plan for all reviews that are due: what has no time stands first, then each with its time; one press books them all. */
export function Plan({ changed }: { readonly changed: () => Promise<void> }) {
  const [half, setHalf] = useState<string>();
  const view = useView<ReviewPlan>('review-plan', { halfTerm: half });
  return (
    <Faces view={view} what="the plan">
      {(plan) => (
        <Shown
          key={plan.halfTerm?.key}
          plan={plan}
          choose={setHalf}
          changed={async () => {
            await Promise.all([view.reload(), changed()]);
          }}
        />
      )}
    </Faces>
  );
}

interface Sent {
  readonly entry: string;
  readonly until: string;
  readonly count: number;
}

function Shown(props: {
  readonly plan: ReviewPlan;
  readonly choose: (halfTerm: string) => void;
  readonly changed: () => Promise<void>;
}) {
  const { plan } = props;
  const styles = usePage();
  const book = useAction('book-reviews');
  // What was proposed is kept while the person works on it: a plan made anew every 15 s would move under the finger.
  const [rows, setRows] = useState(plan.rows);
  const [moved, setMoved] = useState<Readonly<Record<string, Slot>>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [troubles, setTroubles] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState('');
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const chosen = rows.filter(({ review }) => !left.has(review));
  const slotOf = (row: PlannedRow): Slot => moved[row.review] ?? { start: row.start, end: row.end };

  async function bookAll() {
    setBusy(true);
    setTroubles({});
    setTrouble('');
    const reviews = chosen.map((row) => ({
      review: row.review,
      ...slotOf(row),
      ...(row.place === undefined ? {} : { place: row.place }),
      online: row.online,
    }));
    const outcome = await book({ reviews });
    setBusy(false);
    if (outcome.kind === 'accepted' && outcome.undoUntil) {
      return setSent({ entry: outcome.entry, until: outcome.undoUntil, count: reviews.length });
    }
    if (outcome.kind === 'problems') {
      const byRow = outcome.problems.flatMap(({ field, says }) => {
        const row = chosen[Number(/^reviews\.(\d+)/.exec(field)?.[1] ?? -1)];
        return row ? [[row.review, says] as const] : [];
      });
      setTroubles(Object.fromEntries(byRow));
      return setTrouble(
        byRow.length > 0 ? 'Nothing is booked yet: see below.' : outcome.problems.map(({ says }) => says).join(' '),
      );
    }
    if (outcome.kind === 'trouble') return setTrouble(outcome.trouble.says);
    if (outcome.kind === 'refused') return setTrouble(outcome.findings.map(({ says }) => says.staff).join(' '));
    await props.changed();
  }

  return (
    <>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold">
          {plan.says}
        </Text>
        {plan.troubles.map((line) => (
          <MessageBar key={line} intent="warning">
            <MessageBarBody>{line}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
      {plan.halfTerms.length > 1 && (
        <div className={styles.row}>
          <Field label="Half term">
            <Select value={plan.halfTerm?.key} onChange={(_, { value }) => props.choose(value)}>
              {plan.halfTerms.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      {plan.unplaced.length > 0 && <WithoutTime unplaced={plan.unplaced} />}
      {rows.length > 0 && (
        <>
          <PlanWeeks
            rows={chosen}
            slotOf={slotOf}
            move={(row, start) => setMoved({ ...moved, [row.review]: movedTo(slotOf(row), start) })}
          />
          <ul className={styles.card} aria-label="Proposed times">
            {rows.map((row) => (
              <PlanRow
                key={row.review}
                row={row}
                slot={slotOf(row)}
                chosen={!left.has(row.review)}
                choose={(yes) => setLeft(yes ? without(left, row.review) : new Set([...left, row.review]))}
                move={(slot) => setMoved({ ...moved, [row.review]: slot })}
                trouble={troubles[row.review]}
              />
            ))}
          </ul>
          {!sent && (
            <div className={styles.row}>
              <Button appearance="primary" disabled={busy || chosen.length === 0} onClick={() => void bookAll()}>
                {busy ? 'Booking…' : `Book all (${chosen.length})`}
              </Button>
              {trouble && (
                <Text role="alert" className={styles.bad}>
                  {trouble}
                </Text>
              )}
            </div>
          )}
        </>
      )}
      {sent && (
        <UndoBar
          entry={sent.entry}
          until={sent.until}
          says={`${sent.count} ${sent.count === 1 ? 'meeting' : 'meetings'}`}
          over={(undone) => {
            setSent(undefined);
            if (!undone) setRows([]);
            void props.changed();
          }}
        />
      )}
    </>
  );
}

function without(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...all].filter((each) => each !== one));
}

function WithoutTime({ unplaced }: { readonly unplaced: readonly UnplacedRow[] }) {
  const styles = usePage();
  return (
    <div>
      <Text as="h3" weight="semibold">
        Without a time
      </Text>
      <ul className={styles.card} aria-label="Without a time">
        {unplaced.map((row) => (
          <li key={row.review} className={styles.line}>
            <span className={styles.grow}>
              <Text weight="semibold">{`${row.name ?? row.initials} ${row.year} · ${row.providerName}`}</Text>
              <Text>{row.because}</Text>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
