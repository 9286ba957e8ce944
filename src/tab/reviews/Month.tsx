import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { addDays, mondayOf, shortDate } from '../../school/calendar/dates.ts';
import { usePage } from '../../ui/shell/page.ts';
import type { WeekItem } from './WeekBlock.tsx';

const useStyles = makeStyles({
  // A phone has the list; five days beside each other need a wider page.
  month: { '@media (max-width: 640px)': { display: 'none' } },
  turn: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  head: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, textAlign: 'left' },
  cell: {
    height: '72px',
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  other: { backgroundColor: 'transparent', color: tokens.colorNeutralForeground3 },
  today: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  // High enough for a finger where several stand below each other.
  one: { display: 'block', minHeight: '24px' },
});

/** The reviews of a month, by day; a press opens one. */
export function Month(props: {
  readonly items: readonly WeekItem[];
  readonly today: string;
  readonly open: (key: string) => void;
}) {
  const styles = useStyles();
  const page = usePage();
  const [month, setMonth] = useState(props.today.slice(0, 7));
  const days = daysIn(month);
  const weeks = Array.from({ length: days.length / 5 }, (_, n) => days.slice(n * 5, n * 5 + 5));
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
  return (
    <section className={mergeClasses(page.head, styles.month)} aria-label="Reviews by month">
      <div className={styles.turn}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label="The month before"
          onClick={() => setMonth(turned(month, -1))}
        />
        <Text as="h2" weight="semibold" aria-live="polite">
          {name}
        </Text>
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label="The month after"
          onClick={() => setMonth(turned(month, 1))}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            {['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => (
              <th key={day} scope="col" className={styles.head}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  className={mergeClasses(
                    styles.cell,
                    !day.startsWith(month) && styles.other,
                    day === props.today && styles.today,
                  )}
                >
                  <Text size={200}>{day === props.today ? `${shortDate(day)}, today` : shortDate(day)}</Text>
                  <ul className={styles.list}>
                    {props.items
                      .filter(({ start }) => start.startsWith(day))
                      .map(({ key, start, pupil }) => (
                        <li key={key}>
                          <Link as="button" className={styles.one} onClick={() => props.open(key)}>
                            {`${start.slice(11)} ${pupil}`}
                          </Link>
                        </li>
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The weekdays of a month, from the Monday of its first week to the Friday of its last. */
function daysIn(month: string): readonly string[] {
  const last = addDays(`${turned(month, 1)}-01`, -1);
  const days: string[] = [];
  for (let monday = mondayOf(`${month}-01`); monday <= last; monday = addDays(monday, 7)) {
    const week = [0, 1, 2, 3, 4].map((n) => addDays(monday, n));
    if (week.some((day) => day.startsWith(month))) days.push(...week);
  }
  return days;
}

function turned(month: string, by: number): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7);
}
