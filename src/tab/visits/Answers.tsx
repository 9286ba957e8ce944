import { ToggleButton } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useBig } from './big.ts';

/** One of a few answers, each as large as a thumb; the one that stands is pressed and says so to a screen reader. */
export function Answers<V extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly says: string }[];
  readonly value?: string;
  readonly choose: (value: V) => void;
}) {
  const styles = useBig();
  return (
    <fieldset aria-label={props.label} className={styles.answers}>
      {props.options.map(({ value, says }) => (
        <ToggleButton
          key={value}
          className={styles.answer}
          size="large"
          appearance={props.value === value ? 'primary' : 'secondary'}
          checked={props.value === value}
          icon={props.value === value ? <CheckmarkRegular /> : undefined}
          onClick={() => props.choose(value)}
        >
          {says}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
