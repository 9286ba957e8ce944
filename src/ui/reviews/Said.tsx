import { Text } from '@fluentui/react-components';
import { shortDate } from '../../school/calendar/dates.ts';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { usePage } from '../shell/page.ts';
import { Section } from './Section.tsx';

/** What is written of a review, to be read: for who does not write it, and once it is closed. */
export function Said({ pack }: { readonly pack: ReviewPack }) {
  const styles = usePage();
  const lines = pack.outcome.inputs.flatMap(({ name, label, kind, options }) => {
    const held = pack.outcome.values[name];
    if (typeof held !== 'string' || held === '') return [];
    const says = options?.find(({ value }) => value === held)?.says ?? (kind === 'schoolDay' ? shortDate(held) : held);
    return [{ label, says }];
  });
  if (pack.stage === 'Booked' || pack.stage === 'Planned') return null;
  return (
    <Section title="What came of it">
      <ul className={styles.card} aria-label="What came of it">
        {lines.map(({ label, says }) => (
          <li key={label} className={styles.line}>
            <Text className={styles.quiet}>{label}</Text>
            <span className={styles.grow}>
              <Text>{says}</Text>
            </span>
          </li>
        ))}
        {pack.actions.map(({ action, text, ownerName, says }) => (
          <li key={action} className={styles.line}>
            <Text className={styles.quiet}>Action</Text>
            <span className={styles.grow}>
              <Text>{text}</Text>
            </span>
            <Text size={200}>{`${ownerName} · ${says}`}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
