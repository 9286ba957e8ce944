import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { usePage } from '../shell/page.ts';
import type { ActionRow } from './draft.ts';
import { Section } from './Section.tsx';
import type { OutcomeDesk } from './use-outcome.ts';

const useStyles = makeStyles({ text: { flexGrow: 3, flexBasis: '220px' }, owner: { minWidth: '140px' } });

/** What is agreed: what is to be done, who does it (a role or a person), by when. */
export function Agreed({ pack, desk }: { readonly pack: ReviewPack; readonly desk: OutcomeDesk }) {
  const styles = usePage();
  const own = useStyles();
  const { actions } = desk.draft;
  const set = (rows: readonly ActionRow[]) => desk.change({ actions: rows });
  const edit = (id: number, part: Partial<ActionRow>) =>
    set(actions.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const add = () =>
    set([...actions, { id: Math.max(-1, ...actions.map(({ id }) => id)) + 1, text: '', owner: '', due: '' }]);
  return (
    <Section title="Actions">
      {actions.length > 0 && (
        <ul className={styles.card} aria-label="Actions agreed">
          {actions.map((row, nth) => (
            <li key={row.id} className={styles.line}>
              <Field
                label="What is to be done"
                className={own.text}
                validationMessage={desk.problemAt(`actions.${nth}.text`)}
              >
                <Input value={row.text} maxLength={2000} onChange={(_, { value }) => edit(row.id, { text: value })} />
              </Field>
              <Field label="Who" className={own.owner} validationMessage={desk.problemAt(`actions.${nth}.owner`)}>
                <Select value={row.owner} onChange={(_, { value }) => edit(row.id, { owner: value })}>
                  <option value="">Choose…</option>
                  {pack.owners.map(({ value, says }) => (
                    <option key={value} value={value}>
                      {says}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label="By" validationMessage={desk.problemAt(`actions.${nth}.due`)}>
                <Input type="date" value={row.due} onChange={(_, { value }) => edit(row.id, { due: value })} />
              </Field>
              <Button
                size="small"
                aria-label={`Take away action ${nth + 1}`}
                onClick={() => set(actions.filter(({ id }) => id !== row.id))}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button onClick={add}>Add an action</Button>
      </div>
    </Section>
  );
}
