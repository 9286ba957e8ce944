import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CalendarDay, CalendarWeek } from '../../school/calendar/calendar.types.ts';
import { shortDate } from '../../school/calendar/dates.ts';

const useStyles = makeStyles({
  // Days are equally wide, whatever is marked on them.
  weeks: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: tokens.spacingHorizontalXXS,
  },
  week: { width: '26%' },
  head: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  center: { textAlign: 'center' },
  day: {
    height: '30px',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  open: { backgroundColor: tokens.colorNeutralBackground1 },
  part: {
    backgroundColor: tokens.colorPaletteYellowBackground1,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  closed: {
    backgroundColor: tokens.colorNeutralBackground5,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  outside: { border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}` },
  today: { outline: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  mark: { fontWeight: tokens.fontWeightSemibold, marginLeft: tokens.spacingHorizontalXXS },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  frame: { position: 'relative' },
});

const weekdays = [
  ['Mon', 'Monday'],
  ['Tue', 'Tuesday'],
  ['Wed', 'Wednesday'],
  ['Thu', 'Thursday'],
  ['Fri', 'Friday'],
] as const;

/** The weeks of a half term, one a line: its letter, its Monday, five days with what is marked on them. */
export function Weeks({ of, weeks }: { readonly of: string; readonly weeks: readonly CalendarWeek[] }) {
  const styles = useStyles();
  const lettered = weeks.some(({ letter }) => letter !== undefined);
  return (
    <div className={styles.frame}>
      <table className={styles.weeks} aria-label={`Weeks of ${of}`}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.week)}>
              {lettered ? 'Week' : 'From'}
            </th>
            {weekdays.map(([short, long]) => (
              <th key={long} scope="col" abbr={long} className={mergeClasses(styles.head, styles.center)}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, letter, days }) => (
            <tr key={monday}>
              <th scope="row" className={styles.head}>
                {[letter ?? (lettered ? '–' : undefined), shortDate(monday).slice(4)].filter(Boolean).join(' · ')}
              </th>
              {days.map((day) => (
                <Day key={day.date} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ day }: { readonly day: CalendarDay }) {
  const styles = useStyles();
  if (day.state === 'outside') return <td className={mergeClasses(styles.day, styles.outside)} />;
  return (
    <td className={mergeClasses(styles.day, styles[day.state], day.today && styles.today)} title={day.says}>
      <span aria-hidden>
        {day.number}
        {day.mark && <span className={styles.mark}>{day.mark}</span>}
      </span>
      <span className={styles.unseen}>{`${day.today ? 'Today, ' : ''}${day.says}`}</span>
    </td>
  );
}
