import { Button, Text } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons';
import type { FirstStep } from '../school/office/me.types.ts';
import { useGo } from '../ui/shell/go.tsx';
import { usePage } from '../ui/shell/page.ts';

/** What a new school puts in before the first card goes out: the next step has the press, what is done is quiet. */
export function FirstSteps({ steps, current }: { readonly steps: readonly FirstStep[]; readonly current: string }) {
  const styles = usePage();
  const go = useGo();
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  const left = steps.filter(({ done }) => !done).length;
  return (
    <section className={styles.page} aria-label="First steps">
      <Text weight="semibold">{`${left} ${left === 1 ? 'step' : 'steps'} before the first register card`}</Text>
      <ul className={styles.card}>
        {steps.map((step) => (
          <li key={step.says} className={styles.line}>
            {step.done ? <CheckmarkCircleRegular aria-label="Done" /> : <CircleRegular aria-label="Not yet" />}
            <span className={styles.grow}>
              <Text weight={step === next ? 'semibold' : 'regular'} className={step.done ? styles.quiet : undefined}>
                {step.says}
              </Text>
            </span>
            {step === next && step.screen !== current && (
              <Button appearance="primary" onClick={() => go(step.screen)}>
                Go there
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
