import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { dateNear } from '../../school/calendar/dates.ts';
import { momentOf, type SchoolDay } from '../../school/moment.ts';
import type { Happening } from '../../school/pupils/pupil.types.ts';
import { usePage } from '../../ui/shell/page.ts';

const few = 10;

// The same column for every line, so that the eye runs down what happened; on a phone the day stands above it.
const useStyles = makeStyles({
  when: { flexBasis: '140px', flexShrink: 0, '@media (max-width: 640px)': { flexBasis: '100%' } },
});

/** What happened, newest first, each with who and, where it has one, its clause. */
export function Timeline(props: {
  readonly happened: readonly Happening[];
  /** What is missing in it, while Microsoft 365 does not answer. */
  readonly says?: string;
  readonly today: SchoolDay;
}) {
  const { happened, today } = props;
  const styles = usePage();
  const own = useStyles();
  const [all, setAll] = useState(false);
  if (happened.length === 0) return null;
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        What happened
      </Text>
      {props.says && <Text as="p">{props.says}</Text>}
      <ol className={styles.card} reversed>
        {(all ? happened : happened.slice(0, few)).map(({ at, says, by, clause }) => (
          <li key={`${at} ${says}`} className={styles.line}>
            <Text size={200} className={mergeClasses(styles.quiet, own.when)}>
              {whenInWords(at, today)}
            </Text>
            <span className={styles.grow}>
              <Text>{says}</Text>
            </span>
            <Text size={200} className={styles.quiet}>
              {[by, clause ? `clause ${clause}` : ''].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
      {happened.length > few && !all && <Button onClick={() => setAll(true)}>{`Show all ${happened.length}`}</Button>}
    </div>
  );
}

function whenInWords(at: string, now: SchoolDay): string {
  if (!at.includes('T')) return dateNear(at, now);
  const { today, time } = momentOf(at);
  return `${dateNear(today, now)} ${time}`;
}
