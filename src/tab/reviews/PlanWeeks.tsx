import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { addDays, mondayOf, shortDate } from '../../school/calendar/dates.ts';
import type { PlannedRow } from '../../school/reviews/review-plan.types.ts';
import { usePage } from '../../ui/shell/page.ts';
import type { Slot } from './slot.ts';

const useStyles = makeStyles({
  // A phone has the list below; a week beside hours needs a wider page.
  week: { '@media (max-width: 640px)': { display: 'none' } },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  hour: { width: '56px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, textAlign: 'left' },
  head: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, textAlign: 'left' },
  cell: {
    height: '32px',
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalXXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  review: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    display: 'block',
    width: '100%',
    textAlign: 'left',
    fontFamily: tokens.fontFamilyBase,
    color: tokens.colorNeutralForeground1,
    cursor: 'grab',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    overflowWrap: 'anywhere',
  },
});

const hours = ['08', '09', '10', '11', '12', '13', '14', '15', '16'];

/** The plan as weeks: a review is drawn to another hour, and keeps its minutes. The list says the same, and takes the keyboard. */
export function PlanWeeks(props: {
  readonly rows: readonly PlannedRow[];
  readonly slotOf: (row: PlannedRow) => Slot;
  readonly move: (row: PlannedRow, start: string) => void;
}) {
  const { rows, slotOf } = props;
  const styles = useStyles();
  const page = usePage();
  const [over, setOver] = useState('');
  const mondays = [...new Set(rows.map((row) => mondayOf(slotOf(row).start.slice(0, 10))))].toSorted();
  function drop(review: string, day: string, hour: string) {
    setOver('');
    const row = rows.find((one) => one.review === review);
    if (row) props.move(row, `${day}T${hour}:${slotOf(row).start.slice(14, 16)}`);
  }
  return (
    <div className={mergeClasses(page.head, styles.week)} aria-hidden>
      {mondays.map((monday) => {
        const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n));
        return (
          <div key={monday}>
            <Text size={200}>{`Week of ${shortDate(monday).slice(4)}`}</Text>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th className={styles.hour} />
                  {days.map((day) => (
                    <th key={day} className={styles.head}>
                      {shortDate(day)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {hours.map((hour) => (
                  <tr key={hour}>
                    <th className={styles.hour}>{`${hour}:00`}</th>
                    {days.map((day) => {
                      const here = `${day}T${hour}`;
                      return (
                        <td
                          key={day}
                          data-slot={here}
                          className={mergeClasses(styles.cell, over === here && styles.over)}
                          onDragOver={(event) => {
                            event.preventDefault();
                            setOver(here);
                          }}
                          onDrop={(event) => drop(event.dataTransfer.getData('text/plain'), day, hour)}
                        >
                          {rows
                            .filter((row) => slotOf(row).start.startsWith(here))
                            .map((row) => (
                              <button
                                key={row.review}
                                type="button"
                                tabIndex={-1}
                                className={styles.review}
                                draggable
                                onDragStart={(event) => event.dataTransfer.setData('text/plain', row.review)}
                              >
                                {`${slotOf(row).start.slice(11, 16)} ${row.initials} ${row.year}`}
                              </button>
                            ))}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </div>
  );
}
