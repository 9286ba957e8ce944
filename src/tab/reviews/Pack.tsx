import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { shortDate } from '../../school/calendar/dates.ts';
import type { PackFinding, ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { sentence } from '../../school/sentence.ts';
import { Section } from '../../ui/reviews/Section.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Squares } from '../pupils/Squares.tsx';

const useStyles = makeStyles({
  numbers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXL },
  number: { display: 'flex', flexDirection: 'column' },
  agenda: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
  part: { marginBottom: tokens.spacingVerticalS, overflowWrap: 'anywhere', '& p': { margin: 0 } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What is known before the meeting: attendance, last actions, what the policy says, and the twelve points of the agenda. */
export function Pack({ pack }: { readonly pack: ReviewPack }) {
  return (
    <>
      <Attendance pack={pack} />
      <LastActions pack={pack} />
      <Findings findings={pack.findings} />
      <Agenda pack={pack} />
    </>
  );
}

function Attendance({ pack: { attendance } }: { readonly pack: ReviewPack }) {
  const styles = useStyles();
  if (!attendance) return null;
  const { ap, register, late, unexplained, weeks } = attendance;
  const numbers = [
    {
      value: ap.percent === undefined ? 'none yet' : `${ap.percent}%`,
      says: `of AP sessions (${ap.attended} of ${ap.possible})`,
    },
    { value: register.percent === undefined ? 'none yet' : `${register.percent}%`, says: 'in the register' },
    { value: String(late), says: 'late' },
    { value: String(unexplained), says: 'without a reason' },
  ];
  return (
    <Section title="Attendance">
      <Text as="p" className={styles.quiet}>
        {`${sentence(attendance.says)}.`}
      </Text>
      <div className={styles.numbers}>
        {numbers.map(({ value, says }) => (
          <div key={says} className={styles.number}>
            <Text size={600} weight="semibold">
              {value}
            </Text>
            <Text size={200}>{says}</Text>
          </div>
        ))}
      </div>
      {weeks.length > 1 && (
        <Text as="p" size={200} className={styles.quiet}>
          {`By week: ${weeks.map(({ monday, ap: week }) => `${shortDate(monday).slice(4)} ${week.attended}/${week.possible}`).join(' · ')}`}
        </Text>
      )}
      {attendance.squares.length > 0 && <Squares squares={attendance.squares} />}
    </Section>
  );
}

function LastActions({ pack: { lastActions } }: { readonly pack: ReviewPack }) {
  const styles = usePage();
  if (lastActions.length === 0) return null;
  return (
    <Section title="Actions of the last review">
      <ul className={styles.card} aria-label="Actions of the last review">
        {lastActions.map((one) => (
          <li key={one.action} className={styles.line}>
            <span className={styles.grow}>
              <Text>{`${one.status === 'Done' ? '✓ ' : ''}${one.text}`}</Text>
            </span>
            <Text size={200} weight={one.overdue ? 'semibold' : 'regular'} className={styles.quiet}>
              {`${one.ownerName} · ${one.says}`}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const standings: Readonly<Record<PackFinding['standing'], readonly [string, 'danger' | 'warning' | 'informative']>> = {
  breach: ['Overdue', 'danger'],
  blocked: ['Must not start', 'danger'],
  due: ['Due', 'warning'],
  warning: ['Worth knowing', 'informative'],
};

function Findings({ findings }: { readonly findings: readonly PackFinding[] }) {
  const styles = usePage();
  if (findings.length === 0) return null;
  return (
    <Section title="Open findings">
      <ul className={styles.card} aria-label="Open findings">
        {findings.map(({ says, standing }) => (
          <li key={says} className={styles.line}>
            <Badge appearance="outline" color={standings[standing][1]}>
              {standings[standing][0]}
            </Badge>
            <span className={styles.grow}>
              <Text>{says}</Text>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Agenda({ pack: { agenda } }: { readonly pack: ReviewPack }) {
  const styles = useStyles();
  return (
    <Section title="Agenda">
      <ol className={styles.agenda}>
        {agenda.map(({ part, title, says }) => (
          <li key={part} className={styles.part}>
            <Text block weight="semibold">
              {title}
            </Text>
            {says.map((line) => (
              <Text block key={line}>
                {line}
              </Text>
            ))}
            {says.length === 0 && (
              <Text block className={styles.quiet}>
                Nothing is noted yet.
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
