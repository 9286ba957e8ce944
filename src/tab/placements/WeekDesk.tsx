import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { PlacementLine } from '../../school/placements/placements.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { WeekRows, weekRows } from '../../ui/placements/WeekRows.tsx';

const fromWhen: Form = {
  inputs: [
    {
      name: 'from',
      kind: 'schoolDay',
      label: 'First day of the new week',
      required: true,
      hint: 'What was before it stays as it was',
    },
  ],
  values: {},
};

/** The whole week as it is to be from a day on; the past is not touched. */
export function WeekDesk(props: {
  readonly line: PlacementLine;
  readonly done: () => void;
  readonly leave: () => void;
}) {
  const { line } = props;
  const change = useAction('change-sessions');
  const [rows, setRows] = useState(() =>
    weekRows(
      line.week
        .filter(({ validTo }) => validTo === undefined)
        .map(({ validFrom: _, validTo: __, ...session }) => session),
    ),
  );
  return (
    <RecordForm
      form={fromWhen}
      title="Change the weekly sessions from a date"
      press="Save the new week"
      send={({ from }) =>
        change({ placement: line.placement, from, sessions: rows.map(({ id: _, ...session }) => session) })
      }
      done={props.done}
      leave={props.leave}
    >
      <WeekRows rows={rows} set={setRows} sites={line.sites} />
    </RecordForm>
  );
}
