import { Checkbox, Field, Input, Text } from '@fluentui/react-components';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { WeekRows } from '../placements/WeekRows.tsx';
import { usePage } from '../shell/page.ts';
import type { OutcomeDesk } from './use-outcome.ts';

/** The weekly sessions as they are to be from a day on, where the decision changes them. */
export function NewWeek({ pack, desk }: { readonly pack: ReviewPack; readonly desk: OutcomeDesk }) {
  const styles = usePage();
  const { changesWeek, weekFrom, week } = desk.draft;
  if (!pack.may.changePlacement) return <Text>Changed sessions are entered by the AP leader.</Text>;
  const inRows = desk.problems.filter(({ field }) => field.startsWith('week.sessions'));
  return (
    <>
      <Checkbox
        label="The weekly sessions change"
        checked={changesWeek}
        onChange={(_, { checked }) => desk.change({ changesWeek: checked === true })}
      />
      {changesWeek && (
        <>
          <Field label="First day of the new week" validationMessage={desk.problemAt('week.from')}>
            <Input type="date" value={weekFrom} onChange={(_, { value }) => desk.change({ weekFrom: value })} />
          </Field>
          <WeekRows rows={week} set={(rows) => desk.change({ week: rows })} sites={pack.sites} />
          {inRows.map(({ field, says }) => (
            <Text key={field} role="alert" className={styles.bad}>
              {says}
            </Text>
          ))}
        </>
      )}
    </>
  );
}
