import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SessionSquare } from '../school/pupils/pupil.types.ts';
import type { ReviewPack } from '../school/reviews/review-pack.types.ts';
import { useShapes } from '../ui/attendance/shapes.ts';
import { Section } from '../ui/reviews/Section.tsx';

/** The newest sessions that fit beside each other in the pane. */
const shown = 20;

const useStyles = makeStyles({
  numbers: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'baseline' },
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  square: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '20px',
    height: '20px',
    boxSizing: 'border-box',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Attendance since the last review: one large number, what is behind it, and the newest sessions as a strip, oldest first. */
export function AttendanceStrip({ pack: { attendance } }: { readonly pack: ReviewPack }) {
  const styles = useStyles();
  const shapes = useShapes();
  if (!attendance) return null;
  const { ap, register, late, unexplained, squares } = attendance;
  const parts = [
    `${late} late`,
    `${unexplained} without a reason`,
    register.percent === undefined ? undefined : `${register.percent}% in the register`,
  ].filter(Boolean);
  return (
    <Section title="Attendance">
      <div className={styles.numbers}>
        <Text size={600} weight="semibold">
          {ap.percent === undefined ? 'None yet' : `${ap.percent}%`}
        </Text>
        <Text>{`${ap.attended} of ${ap.possible} sessions, ${attendance.says}`}</Text>
      </div>
      <Text as="p" size={200} className={styles.quiet}>
        {parts.join(' · ')}
      </Text>
      {squares.length > 0 && (
        <ol className={styles.strip} aria-label="The newest sessions, oldest first">
          {squares.slice(-shown).map((square) => (
            <li
              key={`${square.date} ${square.session}`}
              className={mergeClasses(styles.square, shapes[square.shape])}
              title={square.says}
            >
              <span aria-hidden>{signOf(square)}</span>
              <span className={styles.hidden}>{square.says}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function signOf({ code, shape }: SessionSquare): string {
  return code ?? (shape === 'unknown' ? '?' : '·');
}
