import { Field, Select, Switch, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewPlan } from '../../school/reviews/review-plan.types.ts';
import { useApi } from '../../ui/api/ApiProvider.tsx';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { AllSchools } from './AllSchools.tsx';
import { Aside } from './Aside.tsx';
import { PlanDesk } from './PlanDesk.tsx';

/** One plan for all reviews of this school that are due in a half term, or for those of all the person's schools. */
export function Plan({ changed }: { readonly changed: () => Promise<void> }) {
  const { school } = useApi();
  const [all, setAll] = useState(false);
  if (school === undefined) return <OneSchool changed={changed} />;
  return (
    <>
      <Switch label="All my schools in one plan" checked={all} onChange={(_, { checked }) => setAll(checked)} />
      {all ? <AllSchools changed={changed} /> : <OneSchool changed={changed} />}
    </>
  );
}

function OneSchool({ changed }: { readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const [half, setHalf] = useState<string>();
  const [taken, setTaken] = useState(0);
  const view = useView<ReviewPlan>('review-plan', { halfTerm: half });
  const anew = async () => {
    await Promise.all([view.reload(), changed()]);
  };
  /** The desk keeps what it showed first: with a review more it is laid anew. */
  const takenUp = async () => {
    await anew();
    setTaken((before) => before + 1);
  };
  return (
    <Faces view={view} what="the plan">
      {(plan) => (
        <>
          <Text as="h2" size={400} weight="semibold">
            {plan.says}
          </Text>
          {plan.halfTerms.length > 1 && (
            <div className={styles.row}>
              <Field label="Half term">
                <Select value={plan.halfTerm?.key} onChange={(_, { value }) => setHalf(value)}>
                  {plan.halfTerms.map(({ key, name }) => (
                    <option key={key} value={key}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
          )}
          <PlanDesk key={`${plan.halfTerm?.key} ${taken}`} plans={[{ plan }]} changed={anew} stand={anew} />
          {plan.aside.length > 0 && <Aside aside={plan.aside} done={takenUp} />}
        </>
      )}
    </Faces>
  );
}
