import { Button, Field, Input, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { PlacementLine, WeeklySession } from '../../school/placements/placements.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

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
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

interface Row extends WeeklySession {
  readonly id: number;
}

/** The whole week as it is to be from a day on; the past is not touched. */
export function WeekDesk(props: {
  readonly line: PlacementLine;
  readonly done: () => void;
  readonly leave: () => void;
}) {
  const { line } = props;
  const styles = usePage();
  const change = useAction('change-sessions');
  const [rows, setRows] = useState<readonly Row[]>(() =>
    line.week
      .filter(({ validTo }) => validTo === undefined)
      .map(({ validFrom: _, validTo: __, ...session }, id) => ({ ...session, id })),
  );
  const edit = (id: number, part: Partial<WeeklySession>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const add = () =>
    setRows((before) => [
      ...before,
      {
        id: Math.max(-1, ...before.map((row) => row.id)) + 1,
        day: 'Monday',
        session: 'AM',
        weekPattern: 'Every',
        place: 'Site',
        site: line.sites[0]?.value,
        start: '09:15',
        end: '12:15',
      },
    ]);
  return (
    <RecordForm
      form={fromWhen}
      title="Change the weekly sessions from a date"
      press="Save the new week"
      send={({ from }) =>
        change({
          placement: line.placement,
          from,
          sessions: rows.map(({ id: _, ...session }) => session),
        })
      }
      done={props.done}
      leave={props.leave}
    >
      <ul className={styles.card} aria-label="The new week">
        {rows.map((row) => (
          <li key={row.id} className={styles.line}>
            <Choice label="Day" value={row.day} values={days} set={(day) => edit(row.id, { day })} />
            <Choice
              label="Session"
              value={row.session}
              values={['AM', 'PM'] as const}
              set={(session) => edit(row.id, { session })}
            />
            <Choice
              label="Weeks"
              value={row.weekPattern}
              values={['Every', 'A', 'B'] as const}
              set={(weekPattern) => edit(row.id, { weekPattern })}
            />
            <Field label="Start">
              <Input type="time" value={row.start} onChange={(_, { value }) => edit(row.id, { start: value })} />
            </Field>
            <Field label="End">
              <Input type="time" value={row.end} onChange={(_, { value }) => edit(row.id, { end: value })} />
            </Field>
            {line.sites.length > 1 && (
              <Field label="Site">
                <Select value={row.site ?? ''} onChange={(_, { value }) => edit(row.id, { site: value || undefined })}>
                  {line.sites.map(({ value, says }) => (
                    <option key={value} value={value}>
                      {says}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <Button
              size="small"
              onClick={() => setRows((before) => before.filter((each) => each.id !== row.id))}
              aria-label={`Take away ${row.day} ${row.session}`}
            >
              Take away
            </Button>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <Text>No session any more from that day.</Text>}
      <div>
        <Button onClick={add}>Add a session</Button>
      </div>
    </RecordForm>
  );
}

function Choice<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly set: (value: V) => void;
}) {
  return (
    <Field label={props.label}>
      <Select
        value={props.value}
        onChange={(_, { value }) => {
          const chosen = props.values.find((each) => each === value);
          if (chosen) props.set(chosen);
        }}
      >
        {props.values.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Select>
    </Field>
  );
}
