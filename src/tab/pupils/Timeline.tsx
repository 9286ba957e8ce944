import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { shortDate } from '../../school/calendar/dates.ts';
import { momentOf } from '../../school/moment.ts';
import type { Happening } from '../../school/pupils/pupil.types.ts';
import { usePage } from '../../ui/shell/page.ts';

const few = 10;

/** What happened, newest first, each with who and, where it has one, its clause. */
export function Timeline({ happened }: { readonly happened: readonly Happening[] }) {
  const styles = usePage();
  const [all, setAll] = useState(false);
  if (happened.length === 0) return null;
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        What happened
      </Text>
      <ol className={styles.card} reversed>
        {(all ? happened : happened.slice(0, few)).map(({ at, says, by, clause }) => (
          <li key={`${at} ${says}`} className={styles.line}>
            <Text size={200} className={styles.quiet}>
              {whenInWords(at)}
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

function whenInWords(at: string): string {
  if (!at.includes('T')) return shortDate(at);
  const { today, time } = momentOf(at);
  return `${shortDate(today)} ${time}`;
}
