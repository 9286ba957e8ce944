import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { addDays, mondayOf, shortDate, weekdayOf } from '../../school/calendar/dates.ts';
import { usePage } from '../../ui/shell/page.ts';
import { minutesOf } from './slot.ts';
import { WeekBlock, type WeekItem } from './WeekBlock.tsx';
import { droppedAt, hoursOf, lanesOf } from './week-layout.ts';

const pixelsAnHour = 52;
const hourWidth = '48px';

const useStyles = makeStyles({
  // A phone has the list; a week beside hours needs a wider page.
  week: { '@media (max-width: 640px)': { display: 'none' } },
  weeks: { overflowX: 'auto' },
  grid: { display: 'grid', gridTemplateColumns: `${hourWidth} repeat(5, minmax(0, 1fr))` },
  head: { fontSize: tokens.fontSizeBase200, padding: tokens.spacingHorizontalXXS },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: 0 },
  hour: {
    width: hourWidth,
    padding: 0,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    height: `${pixelsAnHour}px`,
    boxSizing: 'border-box',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    padding: 0,
    height: `${pixelsAnHour}px`,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  hours: { position: 'relative' },
  layer: { position: 'absolute', top: 0, bottom: 0, left: hourWidth, right: 0, pointerEvents: 'none' },
  item: { '& > div': { pointerEvents: 'auto' } },
  // While one is drawn it may be let go where another stands, or where it stood itself.
  drawn: { '& > div': { pointerEvents: 'none', opacity: 0.5 } },
});

/**
 * One week of reviews with people as initials and the road as thin bars. A review is drawn to another time with the mouse, or
 * moved with the arrow keys; both snap to a quarter of an hour. A phone has the list instead.
 */
export function Week(props: {
  readonly items: readonly WeekItem[];
  /** Absent where nothing is moved by drawing. */
  readonly move?: (key: string, start: string) => void;
  readonly open?: (key: string) => void;
  readonly label: string;
  /** The day from which on there is most to see: its week is shown first. */
  readonly from?: string;
}) {
  const { items, move, open } = props;
  const styles = useStyles();
  const page = usePage();
  const hint = useId();
  const grabbed = useRef(0);
  const [chosen, setChosen] = useState<string>();
  const [over, setOver] = useState('');
  const [drawing, setDrawing] = useState(false);
  const [carried, setCarried] = useState<string>();
  const mondays = [...new Set(items.map(({ start }) => mondayOf(start.slice(0, 10))))].toSorted();
  const monday = chosen !== undefined && mondays.includes(chosen) ? chosen : firstOf(mondays, props.from);
  if (monday === undefined) return null;
  const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n));
  const shown = items.filter(({ start }) => days.includes(start.slice(0, 10)));
  const hours = hoursOf(items);
  const top = (hours[0] ?? 8) * 60;
  const last = items.find(({ key }) => key === carried);
  const lanes = new Map(days.flatMap((day) => [...lanesOf(shown.filter(({ start }) => start.startsWith(day)))]));

  function to(key: string, start: string) {
    if (!move) return;
    move(key, start);
    setChosen(mondayOf(start.slice(0, 10)));
    setCarried(key);
  }

  return (
    <section className={mergeClasses(page.head, styles.week)} aria-label={props.label}>
      <TabList
        className={styles.weeks}
        size="small"
        selectedValue={monday}
        onTabSelect={(_, { value }) => setChosen(String(value))}
        aria-label="Week"
      >
        {mondays.map((each) => {
          const count = items.filter(({ start }) => mondayOf(start.slice(0, 10)) === each).length;
          return (
            <Tab
              key={each}
              value={each}
              // A review is carried over a week's name into that week.
              onDragEnter={() => setChosen(each)}
            >{`Week of ${shortDate(each).slice(4)} (${count})`}</Tab>
          );
        })}
      </TabList>
      {move && items.some(({ fixed }) => !fixed) && (
        <Text id={hint} size={200} className={page.quiet}>
          Drag a review to another time, or move it with the arrow keys: left and right by a day, up and down by a
          quarter of an hour.
        </Text>
      )}
      <div>
        <div className={styles.grid} aria-hidden>
          <span />
          {days.map((day) => (
            <span key={day} className={styles.head}>
              {shortDate(day)}
            </span>
          ))}
        </div>
        <div className={styles.hours}>
          <table className={styles.table} aria-hidden>
            <tbody>
              {hours.map((hour) => (
                <Hour
                  key={hour}
                  hour={hour}
                  days={days}
                  over={over}
                  enter={setOver}
                  drop={(key, day, minutes) => {
                    setOver('');
                    setDrawing(false);
                    to(key, droppedAt(day, minutes - grabbed.current));
                  }}
                />
              ))}
            </tbody>
          </table>
          <div className={mergeClasses(styles.layer, styles.item, drawing && styles.drawn)}>
            {shown.map((item) => {
              const { lane = 0, of = 1 } = lanes.get(item) ?? {};
              const day = weekdayOf(item.start.slice(0, 10)) - 1;
              return (
                <WeekBlock
                  key={item.key}
                  item={item}
                  hint={hint}
                  pixelsAnHour={pixelsAnHour}
                  style={{
                    top: ((minutesOf(item.start) - top) / 60) * pixelsAnHour,
                    left: `${day * 20 + (lane * 20) / of}%`,
                    width: `${20 / of}%`,
                  }}
                  move={move && !item.fixed ? (start) => to(item.key, start) : undefined}
                  open={open ? () => open(item.key) : undefined}
                  grab={(minutes) => {
                    grabbed.current = minutes;
                    // A block that takes no pointer at once would end its own drawing.
                    setTimeout(() => setDrawing(true));
                  }}
                  letGo={() => {
                    setDrawing(false);
                    setOver('');
                  }}
                />
              );
            })}
          </div>
        </div>
      </div>
      <Text role="status" size={200} className={last?.clash ? page.bad : page.quiet}>
        {last &&
          [`${last.pupil}: ${shortDate(last.start.slice(0, 10))}, ${last.start.slice(11)}`, last.clash]
            .filter(Boolean)
            .join('. ')}
      </Text>
    </section>
  );
}

function firstOf(mondays: readonly string[], from: string | undefined): string | undefined {
  if (from === undefined) return mondays[0];
  const monday = mondayOf(from);
  return mondays.find((each) => each >= monday) ?? mondays.at(-1);
}

function Hour(props: {
  readonly hour: number;
  readonly days: readonly string[];
  readonly over: string;
  readonly enter: (cell: string) => void;
  readonly drop: (key: string, day: string, minutes: number) => void;
}) {
  const styles = useStyles();
  const hour = String(props.hour).padStart(2, '0');
  return (
    <tr>
      <th className={styles.hour}>{`${hour}:00`}</th>
      {props.days.map((day) => {
        const here = `${day}T${hour}`;
        return (
          <td
            key={day}
            data-slot={here}
            className={mergeClasses(styles.cell, props.over === here && styles.over)}
            onDragOver={(event) => {
              event.preventDefault();
              if (props.over !== here) props.enter(here);
            }}
            onDrop={(event) => {
              event.preventDefault();
              const { top } = event.currentTarget.getBoundingClientRect();
              const minutes = props.hour * 60 + ((event.clientY - top) / pixelsAnHour) * 60;
              props.drop(event.dataTransfer.getData('text/plain'), day, minutes);
            }}
          />
        );
      })}
    </tr>
  );
}
