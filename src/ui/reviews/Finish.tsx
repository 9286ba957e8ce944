import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { whatFollows } from '../../school/reviews/what-follows.ts';
import { usePage } from '../shell/page.ts';
import { writtenOf } from './draft.ts';
import type { OutcomeDesk } from './use-outcome.ts';

const useStyles = makeStyles({
  finish: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalM,
    '& p': { margin: 0 },
  },
  follows: { flexBasis: '100%' },
});

/** Problems that are said at their row. */
const drawn = /^(objectives\.|actions\.\d|people\.\d+\.askedOn|week\.)/;

/** *Finish*, beside what will follow from it; then what is missing, or that it is saved. */
export function Finish({ pack, desk }: { readonly pack: ReviewPack; readonly desk: OutcomeDesk }) {
  const styles = useStyles();
  const page = usePage();
  const follows = whatFollows(writtenOf(desk.draft, pack));
  const holiday = desk.problemAt('heldOn')?.includes('is no school day');
  const lacks = desk.problems.length;
  const unplaced = desk.problems.filter(
    ({ field }) => !drawn.test(field) && !pack.outcome.inputs.some(({ name }) => name === field),
  );
  const counted = `${lacks} ${lacks === 1 ? 'thing is' : 'things are'} missing or wrong. ${unplaced.map(({ says }) => says).join(' ')}`;
  return (
    <div className={styles.finish}>
      <Text as="p" className={styles.follows}>
        {follows.length > 0 ? `Finish, and there follows: ${follows.join('; ')}.` : 'Nothing follows yet.'}
      </Text>
      <Button appearance="primary" disabled={desk.busy} onClick={() => void desk.finish()}>
        Finish
      </Button>
      {holiday && (
        <Button disabled={desk.busy} onClick={() => void desk.finish({ inHoliday: true })}>
          Finish: it was held then all the same
        </Button>
      )}
      {desk.overtaken && <Button onClick={desk.saveOver}>Save mine over it</Button>}
      <div>
        <Text role="status" className={mergeClasses(!desk.good && page.bad)}>
          {lacks > 0 ? counted.trim() : desk.said}
        </Text>
      </div>
    </div>
  );
}
