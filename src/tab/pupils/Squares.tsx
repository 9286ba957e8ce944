import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SessionSquare } from '../../school/pupils/pupil.types.ts';
import { useShapes } from '../../ui/attendance/shapes.ts';
import { weeksOf } from './weeks.ts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', paddingBottom: tokens.spacingVerticalS },
  grid: { borderCollapse: 'separate', borderSpacing: tokens.spacingHorizontalXXS },
  head: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  week: { minWidth: '44px', textAlign: 'center' },
  cell: { textAlign: 'center' },
  square: {
    width: '28px',
    height: '28px',
    padding: 0,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  said: { display: 'flex', flexDirection: 'column' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
  sample: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  small: { width: '16px', height: '16px', cursor: 'default' },
});

/** What each shade and edge stands for; the letter in a square is the register code. */
const meanings: readonly (readonly [SessionSquare['shape'], string])[] = [
  ['here', 'Here'],
  ['late', 'Late'],
  ['absent', 'Absent, reason known'],
  ['missing', 'Absent without word, sent home or elsewhere'],
  ['closed', 'Closed or not expected'],
  ['unknown', 'Not reported'],
];

/** One square per session of the term, weeks as columns: the code as letter and shade; a press says what happened and who changed it. */
export function Squares({ squares }: { readonly squares: readonly SessionSquare[] }) {
  const styles = useStyles();
  const shapes = useShapes();
  const [chosen, setChosen] = useState<SessionSquare>();
  const { weeks, lines } = weeksOf(squares);
  return (
    <div>
      <section className={styles.scroll} aria-label="Sessions of the term, one column a week">
        <table className={styles.grid}>
          <thead>
            <tr>
              <td />
              {weeks.map(({ monday, label }) => (
                <th key={monday} scope="col" className={mergeClasses(styles.head, styles.week)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label}>
                <th scope="row" className={styles.head}>
                  {line.label}
                </th>
                {line.squares.map((square, at) => (
                  <td key={weeks[at]?.monday} className={styles.cell}>
                    {square && (
                      <button
                        type="button"
                        className={mergeClasses(styles.square, shapes[square.shape])}
                        aria-label={square.says}
                        aria-pressed={chosen === square}
                        onClick={() => setChosen(square)}
                      >
                        {square.code ?? (square.shape === 'unknown' ? '?' : '·')}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className={styles.legend} aria-label="What the squares mean">
        {meanings
          .filter(([shape]) => squares.some((square) => square.shape === shape))
          .map(([shape, means]) => (
            <li key={shape} className={styles.sample}>
              <span aria-hidden className={mergeClasses(styles.square, styles.small, shapes[shape])} />
              <Text size={200}>{means}</Text>
            </li>
          ))}
      </ul>
      <div aria-live="polite" className={styles.said}>
        {chosen && (
          <>
            <Text>{chosen.says}</Text>
            {chosen.changed && (
              <Text
                size={200}
              >{`${chosen.changed.by}, ${new Date(chosen.changed.at).toLocaleString('en-GB', { timeZone: 'Europe/London', dateStyle: 'medium', timeStyle: 'short' })}`}</Text>
            )}
            {chosen.before.map((line) => (
              <Text key={line} size={200}>{`Before: ${line}`}</Text>
            ))}
            {chosen.amendReason && <Text size={200}>{`Why changed: ${chosen.amendReason}`}</Text>}
          </>
        )}
      </div>
    </div>
  );
}
