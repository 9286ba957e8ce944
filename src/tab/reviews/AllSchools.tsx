import { ProgressBar, Text } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { SchoolPlan } from '../../school/reviews/review-plan.types.ts';
import { useApi } from '../../ui/api/ApiProvider.tsx';
import { NotShown, type PlanningProgress, type Trouble } from '../../ui/api/api.ts';
import { Empty, TroubleFace } from '../../ui/faces/Faces.tsx';
import { PlanDesk } from './PlanDesk.tsx';

/** One plan for the reviews of all the person's schools, made in one go; it says how far it has come. */
export function AllSchools({ changed }: { readonly changed: () => Promise<void> }) {
  const api = useApi();
  const [progress, setProgress] = useState<PlanningProgress>();
  const [plans, setPlans] = useState<readonly SchoolPlan[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [turn, setTurn] = useState(0);
  const make = useCallback(async () => {
    setTrouble(undefined);
    setProgress({ part: 'reading', done: 0, of: 0 });
    try {
      setPlans(await api.planSchools(setProgress));
      setTurn((before) => before + 1);
    } catch (error) {
      setTrouble(error instanceof NotShown ? error.trouble : { says: 'This page met a fault. Reload it.' });
    } finally {
      setProgress(undefined);
    }
  }, [api]);
  useEffect(() => {
    void make();
  }, [make]);
  if (trouble) return <TroubleFace trouble={trouble} again={() => void make()} />;
  if (progress || !plans) {
    const { part = 'reading', done = 0, of = 0 } = progress ?? {};
    const far = of === 0 ? '…' : `: ${done} of ${of} ${part === 'reading' ? 'schools' : 'reviews'}`;
    const says = `${part === 'reading' ? 'Reading calendars' : 'Planning'}${far}`;
    return (
      <div role="status">
        <Text block>{says}</Text>
        <ProgressBar value={of === 0 ? undefined : done / of} aria-label={says} />
      </div>
    );
  }
  if (plans.length === 0)
    return <Empty>You book reviews in none of your schools. The AP leader of a school does.</Empty>;
  return (
    <>
      <Text as="h2" size={400} weight="semibold">
        {inWords(plans)}
      </Text>
      <PlanDesk
        key={turn}
        plans={plans}
        changed={async () => {
          await Promise.all([make(), changed()]);
        }}
        stand={changed}
      />
    </>
  );
}

function inWords(plans: readonly SchoolPlan[]): string {
  const placed = plans.reduce((sum, { plan }) => sum + plan.rows.length, 0);
  const without = plans.reduce((sum, { plan }) => sum + plan.unplaced.length, 0);
  if (placed + without === 0) return `Every review of ${plans.length} schools is booked or held`;
  const rest = without === 0 ? '' : `, ${without} without`;
  return `${placed} ${placed === 1 ? 'review' : 'reviews'} of ${plans.length} schools with a time${rest}`;
}
