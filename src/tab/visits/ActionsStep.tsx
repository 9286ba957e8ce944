import { Button, Field, Input, Select, Text, Textarea } from '@fluentui/react-components';
import type { Problem } from '../../schema/parse.ts';
import { shortDate } from '../../school/calendar/dates.ts';
import type { VisitPack } from '../../school/visits/visits.types.ts';
import { useBig } from './big.ts';
import type { ActionDraft, VisitDraft } from './visit-draft.ts';

/** What was agreed: what is to be done, who sees to it, by when. */
export function ActionsStep(props: {
  readonly pack: VisitPack;
  readonly draft: VisitDraft;
  readonly problems: readonly Problem[];
  readonly change: (next: Partial<VisitDraft>) => void;
}) {
  const { pack, draft, change } = props;
  const styles = useBig();
  const says = (field: string) => props.problems.find((each) => each.field === field)?.says;
  const set = (at: number, next: Partial<ActionDraft>) =>
    change({ actions: draft.actions.map((one, index) => (index === at ? { ...one, ...next } : one)) });
  return (
    <div className={styles.step}>
      {pack.agreed.map(({ action, text, owner, due }) => (
        <Text key={action}>{`Agreed already: ${text} · ${owner} · by ${shortDate(due)}`}</Text>
      ))}
      {draft.actions.map((one, index) => {
        const at = `actions.${index}`;
        return (
          <fieldset key={one.id} className={styles.action} aria-label={`Action ${index + 1}`}>
            <Field label={`Action ${index + 1}: what is to be done`} required validationMessage={says(`${at}.text`)}>
              <Textarea value={one.text} onChange={(_, { value }) => set(index, { text: value })} />
            </Field>
            <Field label="Who sees to it" required validationMessage={says(`${at}.owner`)}>
              <Select size="large" value={one.owner} onChange={(_, { value }) => set(index, { owner: value })}>
                <option value="">Choose…</option>
                {pack.staff.map(({ person, name }) => (
                  <option key={person} value={person}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="By when" required validationMessage={says(`${at}.due`)}>
              <Input size="large" type="date" value={one.due} onChange={(_, { value }) => set(index, { due: value })} />
            </Field>
            <div>
              <Button onClick={() => change({ actions: draft.actions.filter((_, other) => other !== index) })}>
                {`Take action ${index + 1} out`}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {says('actions') && <Text role="alert">{says('actions')}</Text>}
      <div>
        <Button
          size="large"
          onClick={() =>
            change({ actions: [...draft.actions, { id: crypto.randomUUID(), text: '', owner: '', due: '' }] })
          }
        >
          Add an action
        </Button>
      </div>
    </div>
  );
}
