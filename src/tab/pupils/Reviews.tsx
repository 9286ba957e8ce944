import { Button, Text } from '@fluentui/react-components';
import type { PupilPage } from '../../school/pupils/pupil.types.ts';
import { usePage } from '../../ui/shell/page.ts';

/** The pupil's reviews, the latest first: what kind, when, what was decided; a press opens one. */
export function Reviews(props: Pick<PupilPage, 'reviews'> & { readonly open: (review: string) => void }) {
  const styles = usePage();
  if (props.reviews.length === 0) return null;
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        Reviews
      </Text>
      <ul className={styles.card} aria-label="Reviews">
        {props.reviews.map(({ review, says, when, decision }) => (
          <li key={review} className={styles.line}>
            <span className={styles.grow}>
              <Text>{when}</Text>
              <Text size={200} className={styles.quiet}>
                {[says, decision].filter(Boolean).join(' · ')}
              </Text>
            </span>
            <Button size="small" onClick={() => props.open(review)} aria-label={`Open the review: ${when}, ${says}`}>
              Open
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
