import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { CellState, ReviewCell, Reviews } from '../../school/reviews/reviews.types.ts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: tokens.spacingHorizontalXXS },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  now: { fontWeight: tokens.fontWeightSemibold },
  who: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    paddingRight: tokens.spacingHorizontalM,
    // On a phone the names stay while the half terms go by below them.
    '@media (max-width: 640px)': {
      position: 'sticky',
      left: 0,
      minWidth: '136px',
      paddingRight: tokens.spacingHorizontalXS,
      backgroundColor: tokens.colorNeutralBackground3,
    },
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  held: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  booked: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  due: { backgroundColor: tokens.colorPaletteYellowBackground1 },
  missed: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStatusDangerBorder2}`,
  },
  coming: { border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}` },
  none: { border: 'none', backgroundColor: 'transparent', color: tokens.colorNeutralForeground3 },
});

/** The mark and the word of each state: told apart without colour. */
const marks: Readonly<Record<CellState, string>> = {
  held: '✓ held',
  booked: '◷ booked',
  due: '! due',
  missed: '✕ missed',
  coming: 'to come',
  none: '–',
};

/** Pupil × half term of the school year: what was held, what stands booked, what is due, what was missed. */
export function Grid({ reviews, open }: { readonly reviews: Reviews; readonly open: (review: string) => void }) {
  const styles = useStyles();
  return (
    <section className={styles.scroll} aria-label="Reviews by half term">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.who)}>
              Pupil
            </th>
            {reviews.halfTerms.map(({ key, name, now }) => (
              <th key={key} scope="col" className={mergeClasses(styles.head, now && styles.now)}>
                {now ? `${name} (now)` : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reviews.rows.map((row) => (
            <tr key={row.placement}>
              <th scope="row" className={styles.who}>
                <Text block>{`${row.name ?? row.initials} ${row.year}`}</Text>
                <Text size={200} block>
                  {row.providerName}
                </Text>
              </th>
              {row.cells.map((cell) => (
                <Cell key={cell.halfTerm} cell={cell} who={row.name ?? row.initials} open={open} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell(props: { readonly cell: ReviewCell; readonly who: string; readonly open: (review: string) => void }) {
  const styles = useStyles();
  const { state, says, review } = props.cell;
  return (
    <td className={mergeClasses(styles.cell, styles[state])} title={says}>
      {review === undefined ? (
        marks[state]
      ) : (
        <Link as="button" onClick={() => props.open(review)} aria-label={`${marks[state]}: ${props.who}, ${says}`}>
          {marks[state]}
        </Link>
      )}
    </td>
  );
}
