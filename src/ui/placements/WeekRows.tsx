import { Button, Field, Input, Select, Text } from '@fluentui/react-components';
import type { FormOption } from '../../schema/form.ts';
import type { WeeklySession } from '../../school/placements/placements.types.ts';
import { usePage } from '../shell/page.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** One weekly session while it is edited. */
export interface WeekRow extends WeeklySession {
  readonly id: number;
}

/** Weekly sessions as they open for editing. */
export function weekRows(week: readonly WeeklySession[]): readonly WeekRow[] {
  return week.map((session, id) => ({ ...session, id }));
}

/** The sessions of a week, each to be changed or taken away, and one more to be added. */
export function WeekRows(props: {
  readonly rows: readonly WeekRow[];
  readonly set: (rows: readonly WeekRow[]) => void;
  readonly sites: readonly FormOption[];
}) {
  const { rows, set, sites } = props;
  const styles = usePage();
  const edit = (id: number, part: Partial<WeeklySession>) =>
    set(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const add = () =>
    set([
      ...rows,
      {
        id: Math.max(-1, ...rows.map((row) => row.id)) + 1,
        day: 'Monday',
        session: 'AM',
        weekPattern: 'Every',
        place: 'Site',
        site: sites[0]?.value,
        start: '09:15',
        end: '12:15',
      },
    ]);
  return (
    <>
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
            {sites.length > 1 && (
              <Field label="Site">
                <Select value={row.site ?? ''} onChange={(_, { value }) => edit(row.id, { site: value || undefined })}>
                  {sites.map(({ value, says }) => (
                    <option key={value} value={value}>
                      {says}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <Button
              size="small"
              onClick={() => set(rows.filter((each) => each.id !== row.id))}
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
    </>
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
