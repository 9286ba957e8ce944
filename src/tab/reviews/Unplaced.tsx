import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { UnplacedRow } from '../../school/reviews/review-plan.types.ts';
import { usePage } from '../../ui/shell/page.ts';
import { NoBooking } from './NoBooking.tsx';

const useStyles = makeStyles({
  remedies: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** A review without a time, of whichever school. */
interface DeskUnplaced extends UnplacedRow {
  /** Tells reviews of several schools apart. */
  readonly id: string;
  readonly school?: string;
  readonly schoolName?: string;
}

/** Reviews for which no time was found: what stands in the way of each, and what would free one. */
export function Unplaced(props: {
  readonly unplaced: readonly DeskUnplaced[];
  /** A review was booked already or is not needed: it has left the plan. */
  readonly settled: (id: string) => Promise<void>;
}) {
  const { unplaced } = props;
  const page = usePage();
  const styles = useStyles();
  const [open, setOpen] = useState<string>();
  return (
    <div className={page.head}>
      <Text as="h3" weight="semibold">
        {`Without a time (${unplaced.length})`}
      </Text>
      <ul className={page.card} aria-label="Without a time">
        {unplaced.map((row) => (
          <li key={row.id} className={page.line}>
            <span className={page.grow}>
              <Text weight="semibold">
                {[whoOf(row), row.providerName, row.schoolName].filter(Boolean).join(' · ')}
              </Text>
              <Text>{row.because}</Text>
              {row.remedies.length > 0 && (
                <>
                  <Text size={200} className={page.quiet}>
                    {row.remedies.length === 1 ? 'This would free a time:' : 'Any one of these would free a time:'}
                  </Text>
                  <ul className={styles.remedies}>
                    {row.remedies.map((remedy) => (
                      <li key={remedy}>
                        <Text>{remedy}</Text>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </span>
            <Button
              appearance="subtle"
              aria-expanded={open === row.id}
              aria-label={`Needs no booking: the review of ${whoOf(row)}`}
              onClick={() => setOpen(open === row.id ? undefined : row.id)}
            >
              Needs no booking
            </Button>
            {open === row.id && <NoBooking which={row} who={whoOf(row)} done={() => props.settled(row.id)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

const whoOf = ({ name, initials, year }: UnplacedRow) => `${name ?? initials} ${year}`;
