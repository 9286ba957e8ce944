import { Button, Field, Input, mergeClasses, Select, Text } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SchoolDay } from '../../school/moment.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { usePanel } from '../../ui/shell/panel.ts';
import { choiceWords } from './entry-fields.ts';

/** The school or a provider does not open, for a morning, an afternoon or a day: who, when, why. */
export function ClosureForm(props: {
  readonly today: SchoolDay;
  readonly providers: readonly { readonly provider: string; readonly name: string }[];
  readonly saved: (says: string) => Promise<void>;
  readonly leave: () => void;
}) {
  const styles = usePanel();
  const page = usePage();
  const act = useAction('record-closure');
  const [provider, setProvider] = useState('');
  const [date, setDate] = useState(props.today);
  const [sessions, setSessions] = useState('Both');
  const [why, setWhy] = useState('');
  const [code, setCode] = useState('Y4');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select')?.focus(), []);

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said = outcomeInWords(await act({ date, sessions, why, ...(provider ? { provider } : { code }) }));
    setBusy(false);
    if (said.good) return props.saved('The closure is noted: nobody is asked for or chased there.');
    setTrouble(said.says);
  }

  const choices = (values: readonly string[]) =>
    values.map((value) => (
      <option key={value} value={value}>
        {choiceWords[value]}
      </option>
    ));
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-label="Record a closure"
      onSubmit={(event) => void send(event)}
      noValidate
    >
      <Text className={styles.whole} weight="semibold">
        Record a closure
      </Text>
      <Field className={styles.field} label="Who is closed?">
        <Select value={provider} onChange={(_, { value }) => setProvider(value)}>
          <option value="">The school</option>
          {props.providers.map((each) => (
            <option key={each.provider} value={each.provider}>
              {each.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label="Day">
        <Input type="date" value={date} onChange={(_, { value }) => setDate(value)} />
      </Field>
      <Field className={styles.field} label="Sessions">
        <Select value={sessions} onChange={(_, { value }) => setSessions(value)}>
          {choices(['Both', 'AM', 'PM'])}
        </Select>
      </Field>
      <Field className={styles.field} label="Why, such as Snow" required>
        <Input value={why} maxLength={255} onChange={(_, { value }) => setWhy(value)} />
      </Field>
      {provider === '' && (
        <Field className={styles.field} label="Register code">
          <Select value={code} onChange={(_, { value }) => setCode(value)}>
            {choices(['Y4', 'Y3', '#'])}
          </Select>
        </Field>
      )}
      <Button type="submit" appearance="primary" disabled={busy}>
        Save
      </Button>
      <Button onClick={props.leave}>Cancel</Button>
      <Text role="status" className={trouble ? mergeClasses(styles.whole, page.bad) : undefined}>
        {trouble}
      </Text>
    </form>
  );
}
