import { Text } from '@fluentui/react-components';
import { choiceInWords } from '../schema/form.ts';
import { shortDate } from '../school/calendar/dates.ts';
import { progress } from '../school/reviews/progress.record.ts';
import type { ReviewPack } from '../school/reviews/review-pack.types.ts';
import { Section } from '../ui/reviews/Section.tsx';
import { usePage } from '../ui/shell/page.ts';

/** The objectives to be read: what is aimed at, and what this review or the last one says. */
export function ObjectivesSaid({ pack: { objectives, noObjectives } }: { readonly pack: ReviewPack }) {
  const styles = usePage();
  if (objectives.length === 0) {
    if (!noObjectives) return null;
    return (
      <Section title="Objectives">
        <Text as="p">{noObjectives}</Text>
      </Section>
    );
  }
  return (
    <Section title="Objectives">
      <ul className={styles.card} aria-label="Objectives">
        {objectives.map(({ objective, text, target, date, last, now }) => (
          <li key={objective} className={styles.line}>
            <span className={styles.grow}>
              <Text>{text}</Text>
              <Text size={200} className={styles.quiet}>
                {[
                  `${target} by ${shortDate(date)}`,
                  now
                    ? [choiceInWords(progress.fields.progress, now.progress), now.note].filter(Boolean).join(': ')
                    : last && `last time: ${last}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
