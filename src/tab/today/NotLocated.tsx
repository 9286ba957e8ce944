import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CallRegular, CheckmarkCircleRegular, ClockRegular, PersonQuestionMarkRegular } from '@fluentui/react-icons';
import type { TodayRow, TodaySession } from '../../school/attendance/today.types.ts';
import { whoOf } from './words.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
  people: { display: 'flex', flexDirection: 'column', listStyleType: 'none', margin: 0, padding: 0 },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  says: { flexGrow: 1, flexBasis: '220px' },
  ring: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The answer of the screen: people who are not where they should be, then the counts of what is fine, quietly. */
export function NotLocated(props: {
  readonly session: TodaySession;
  readonly time: string;
  readonly follow: (row: TodayRow) => void;
}) {
  const styles = useStyles();
  const { session } = props;
  const people = session.notLocated;
  return (
    <section className={styles.card} aria-label="Not located">
      <div aria-live="polite">
        <h1 className={styles.head}>
          <Sign session={session} />
          <Text as="span" size={600} weight="semibold">
            {people.length > 0 ? `${people.length} not located` : fine(session)}
          </Text>
          <Text as="span" className={styles.quiet}>
            {props.time}
          </Text>
        </h1>
      </div>
      {people.length > 0 && (
        <ul className={styles.people}>
          {people.map((row) => (
            <Person key={row.placement} row={row} session={session} follow={props.follow} />
          ))}
        </ul>
      )}
      <Text className={styles.quiet}>{countsInWords(session.counts)}</Text>
    </section>
  );
}

/** The tick only where somebody has said of everybody where they are. */
function Sign({ session: { notLocated, state, counts } }: { readonly session: TodaySession }) {
  if (notLocated.length > 0) return <PersonQuestionMarkRegular fontSize={28} />;
  if (state === 'before' || counts.notReported > 0) return <ClockRegular fontSize={28} />;
  return <CheckmarkCircleRegular fontSize={28} />;
}

function Person(props: {
  readonly row: TodayRow;
  readonly session: TodaySession;
  readonly follow: (row: TodayRow) => void;
}) {
  const styles = useStyles();
  const { row } = props;
  const provider = props.session.providers.find((one) => one.rows.some((other) => other.placement === row.placement));
  return (
    <li className={styles.person}>
      <span className={styles.says}>
        <Text weight="semibold">{whoOf(row)}</Text> <Text>{provider?.name}</Text>{' '}
        <Text>{row.followUp?.says ?? `no answer yet · word was due ${row.dueBy}`}</Text>
      </span>
      {provider?.attendancePhone && (
        <Link className={styles.ring} href={`tel:${provider.attendancePhone.replace(/\s/g, '')}`}>
          <CallRegular aria-hidden />
          {`Ring ${provider.name} ${provider.attendancePhone}`}
        </Link>
      )}
      <Button onClick={() => props.follow(row)} aria-label={`Call log for ${whoOf(row)}`}>
        Call log
      </Button>
    </li>
  );
}

function fine(session: TodaySession): string {
  if (session.state === 'before') return 'Not begun';
  return session.counts.notReported > 0 ? 'Nobody is missing so far' : 'Everyone is accounted for';
}

function countsInWords(counts: TodaySession['counts']): string {
  const parts: readonly (readonly [number, string])[] = [
    [counts.here, 'here'],
    [counts.late, 'late'],
    [counts.absent, 'absent with reason'],
    [counts.notReported, 'not reported yet'],
    [counts.notExpected, 'not due'],
  ];
  return parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(' · ');
}
