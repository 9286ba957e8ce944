import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { isSchoolDay } from '../../schema/parse.ts';
import { dateWithYear } from '../../school/calendar/dates.ts';
import type { PlannedRow } from '../../school/imports/plan.types.ts';

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  refused: {
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorStatusDangerBorder2}`,
    paddingLeft: tokens.spacingHorizontalM,
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    maxHeight: '320px',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
});

const most = 200;

/** What would become of the file: the sum first, then what is refused with its reasons, then what would change. */
export function Preview({ planned }: { readonly planned: readonly PlannedRow[] }) {
  const styles = useStyles();
  const refused = planned.flatMap((row) => (row.outcome === 'refused' ? [row] : []));
  const changed = planned.flatMap((row) => (row.outcome === 'change' ? [row] : []));
  return (
    <div className={styles.steps}>
      <Text size={500} weight="semibold" as="h2">
        {sumInWords(planned)}
      </Text>
      {refused.length > 0 && (
        <div className={styles.refused}>
          <Text weight="semibold" as="h3">
            {refused.length === 1 ? 'This row is left out' : 'These rows are left out'}
          </Text>
          <ul className={styles.list}>
            {refused.slice(0, most).map(({ line, says }) => (
              <li key={line}>
                <Text>{`Line ${line}: ${says.join(' ')}`}</Text>
              </li>
            ))}
          </ul>
          <More of={refused.length} />
        </div>
      )}
      {changed.length > 0 && (
        <div>
          <Text weight="semibold" as="h3">
            What changes
          </Text>
          <ul className={styles.list}>
            {changed.slice(0, most).map(({ line, changes }) => (
              <li key={line}>
                <Text>
                  {`Line ${line}: ${changes.map(({ label, from, to }) => `${label} ${from ? `“${inWords(from)}”` : 'empty'} → “${inWords(to)}”`).join('; ')}`}
                </Text>
              </li>
            ))}
          </ul>
          <More of={changed.length} />
        </div>
      )}
    </div>
  );
}

/** A date as people write it; anything else as it stands. */
function inWords(value: string): string {
  return isSchoolDay(value) ? dateWithYear(value) : value;
}

function More({ of }: { readonly of: number }) {
  return of > most ? <Text>{`and ${of - most} more`}</Text> : null;
}

/** "12 new, 3 changed, 40 as they are, 2 left out". */
export function sumInWords(planned: readonly PlannedRow[]): string {
  const count = (outcome: PlannedRow['outcome']) => planned.filter((row) => row.outcome === outcome).length;
  return [
    [count('add'), 'new'],
    [count('change'), 'changed'],
    [count('same'), 'as they are'],
    [count('refused'), 'left out'],
  ]
    .flatMap(([n, says]) => (n ? [`${n} ${says}`] : []))
    .join(', ');
}
