import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { UnplacedRow } from '../../school/reviews/review-plan.types.ts';
import { usePage } from '../../ui/shell/page.ts';

const useStyles = makeStyles({
  remedies: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Reviews for which no time was found: what stands in the way of each, and what would free one. */
export function Unplaced({ unplaced }: { readonly unplaced: readonly (UnplacedRow & { schoolName?: string })[] }) {
  const page = usePage();
  const styles = useStyles();
  return (
    <div className={page.head}>
      <Text as="h3" weight="semibold">
        {`Without a time (${unplaced.length})`}
      </Text>
      <ul className={page.card} aria-label="Without a time">
        {unplaced.map((row) => (
          <li key={`${row.schoolName} ${row.review}`} className={page.line}>
            <span className={page.grow}>
              <Text weight="semibold">
                {[`${row.name ?? row.initials} ${row.year}`, row.providerName, row.schoolName]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Text>{row.because}</Text>
              {row.remedies.length > 0 && (
                <>
                  <Text size={200} className={page.quiet}>
                    {row.remedies.length === 1 ? 'This would free a time:' : 'Any one of these would free a time:'}
                  </Text>
                  <ul className={styles.remedies}>
                    {row.remedies.map((remedy) => (
                      <li key={remedy}>
                        <Text>{remedy}</Text>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
