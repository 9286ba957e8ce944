import { Button, Text } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons';
import type { FirstStep } from '../school/office/me.types.ts';
import { useGo } from '../ui/shell/go.tsx';
import { usePage } from '../ui/shell/page.ts';

/** What a new school puts in before the first card goes out: one line with the next step and its press; all of them folded. */
export function FirstSteps({ steps, current }: { readonly steps: readonly FirstStep[]; readonly current: string }) {
  const styles = usePage();
  const go = useGo();
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  const done = steps.filter((step) => step.done).length;
  return (
    <section className={styles.page} aria-label="First steps">
      <div className={styles.card}>
        <div className={styles.line}>
          <span className={styles.grow}>
            <Text weight="semibold">{`Next, before the first register card: ${next.says}`}</Text>
          </span>
          {next.screen !== current && (
            <Button appearance="primary" onClick={() => go(next.screen)}>
              Go there
            </Button>
          )}
        </div>
        <details className={styles.line}>
          <summary>
            <Text size={200}>{`${done} of ${steps.length} steps done`}</Text>
          </summary>
          <ul>
            {steps.map((step) => (
              <li key={step.says}>
                {step.done ? <CheckmarkCircleRegular aria-label="Done:" /> : <CircleRegular aria-label="Not yet:" />}{' '}
                <Text>{step.says}</Text>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}
