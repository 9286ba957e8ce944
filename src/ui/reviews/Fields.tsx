import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { FormField } from '../forms/FormField.tsx';
import type { OutcomeDesk } from './use-outcome.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Some fields of the outcome, by their names, each with what is wrong with it. */
export function Fields(props: {
  readonly pack: ReviewPack;
  readonly desk: OutcomeDesk;
  readonly names: readonly string[];
}) {
  const { pack, desk, names } = props;
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      {pack.outcome.inputs
        .filter(({ name }) => names.includes(name))
        .map((input) => (
          <FormField
            key={input.name}
            input={input}
            value={desk.draft.typed[input.name] ?? ''}
            problem={desk.problemAt(input.name)}
            change={(value) => desk.change({ typed: { ...desk.draft.typed, [input.name]: value } })}
          />
        ))}
    </div>
  );
}
