import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Clash } from '../../school/reviews/plan-clash.ts';
import { usePage } from '../../ui/shell/page.ts';
import { type DeskPlan, type DeskRow, weekOf } from './plan-desk.ts';
import { movedTo, type Slot } from './slot.ts';
import { Week } from './Week.tsx';

const useStyles = makeStyles({
  // A phone has the list alone.
  school: { '@media (max-width: 640px)': { display: 'none' } },
});

const all = 'all';

/** The plan by weeks. Of several schools one is shown at a time: ten beside each other leave no room to read who it is about. */
export function PlanWeek(props: {
  readonly plans: readonly DeskPlan[];
  readonly rows: readonly DeskRow[];
  readonly slotOf: (row: DeskRow) => Slot;
  readonly clashes: ReadonlyMap<string, readonly Clash[]>;
  readonly move: (row: DeskRow, slot: Slot) => void;
}) {
  const { plans, rows, slotOf, clashes } = props;
  const page = usePage();
  const styles = useStyles();
  const [wanted, setWanted] = useState<string>();
  const withRows = plans.filter(({ school }) => rows.some((row) => row.school === school));
  const shown = plans.some(({ school }) => school === wanted) || wanted === all ? wanted : withRows[0]?.school;
  const of = ({ school }: { readonly school?: string }) => shown === all || school === shown;
  return (
    <>
      {withRows.length > 1 && (
        <div className={styles.school}>
          <div className={page.row}>
            <Field label="School in the week">
              <Select value={shown} onChange={(_, { value }) => setWanted(value)}>
                {withRows.map(({ school, name }) => (
                  <option key={school} value={school}>
                    {name}
                  </option>
                ))}
                <option value={all}>All my schools</option>
              </Select>
            </Field>
          </div>
        </div>
      )}
      <Week
        key={shown}
        label="The plan by weeks"
        items={weekOf(plans.filter(of), rows.filter(of), slotOf, clashes)}
        move={(id, start) => {
          const row = rows.find((one) => one.id === id);
          if (row) props.move(row, movedTo(slotOf(row), start));
        }}
      />
    </>
  );
}
