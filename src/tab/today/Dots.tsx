import { makeStyles, tokens } from '@fluentui/react-components';
import type { Dot } from '../../school/attendance/today.types.ts';

const shapes: Readonly<Record<Dot['shape'], string>> = {
  here: '■',
  late: '◧',
  absent: '□',
  missing: '✕',
  closed: '–',
  unknown: '·',
};

const useStyles = makeStyles({
  dots: {
    display: 'inline-flex',
    gap: tokens.spacingHorizontalXXS,
    minWidth: '80px',
    color: tokens.colorNeutralForeground2,
  },
  dot: { width: '14px', textAlign: 'center' },
});

/** The last five sessions, oldest first: shapes for the eye, sentences for a screen reader. */
export function Dots({ dots }: { readonly dots: readonly Dot[] }) {
  const styles = useStyles();
  return (
    <span className={styles.dots} role="img" aria-label={`Last sessions: ${dots.map((dot) => dot.says).join('; ')}`}>
      {dots.map((dot) => (
        <span key={`${dot.date} ${dot.session}`} className={styles.dot} title={dot.says}>
          {shapes[dot.shape]}
        </span>
      ))}
    </span>
  );
}
