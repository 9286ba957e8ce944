import { Button, Field, Input, mergeClasses, Text } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SchoolDay } from '../../school/moment.ts';
import type { SettingLine } from '../../school/office/settings.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { usePanel } from '../../ui/shell/panel.ts';

/** The new value, from when, and why. What the server refuses is said here, and nothing typed is lost. */
export function ChangeForm(props: {
  readonly line: SettingLine;
  readonly today: SchoolDay;
  readonly saved: (says: string) => Promise<void>;
  readonly leave: () => void;
}) {
  const { line } = props;
  const styles = usePanel();
  const page = usePage();
  const act = useAction('change-setting');
  const [value, setValue] = useState(String(line.value));
  const [from, setFrom] = useState(props.today);
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState<{ readonly field?: string; readonly says: string }>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const counted = typeof line.value === 'number';

  async function send(event: FormEvent) {
    event.preventDefault();
    if (counted && value.trim() === '') return setTrouble({ field: 'value', says: `${line.label} is missing.` });
    setBusy(true);
    const outcome = await act({
      name: line.name,
      value: counted ? Number(value) : value.trim(),
      from,
      ...(why.trim() ? { why: why.trim() } : {}),
      seen: line.seen,
    });
    setBusy(false);
    const said = outcomeInWords(outcome);
    if (said.good) return props.saved(line.waitsForHead ? 'Saved. It waits for the head.' : 'Saved.');
    const field = outcome.kind === 'problems' ? outcome.problems[0]?.field : undefined;
    setTrouble({ field, says: said.says });
  }

  const wrong = (field: string) => (trouble?.field === field ? trouble.says : undefined);
  const elsewhere = trouble !== undefined && trouble.field !== 'value' && trouble.field !== 'from';
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-label={`Change ${line.label}`}
      onSubmit={(event) => void send(event)}
      noValidate
    >
      <Field
        className={styles.field}
        label={counted ? `New value, in ${line.kind}` : 'New value'}
        hint={line.limit}
        validationMessage={wrong('value')}
        validationState={wrong('value') ? 'error' : 'none'}
      >
        <Input
          type={counted ? 'number' : line.kind === 'time' ? 'time' : 'text'}
          min={line.least}
          max={line.most}
          maxLength={255}
          value={value}
          onChange={(_, data) => setValue(data.value)}
        />
      </Field>
      <Field
        className={styles.field}
        label="From"
        validationMessage={wrong('from')}
        validationState={wrong('from') ? 'error' : 'none'}
      >
        <Input type="date" min={props.today} value={from} onChange={(_, data) => setFrom(data.value)} />
      </Field>
      <Field className={styles.field} label="Why (may stay empty)">
        <Input value={why} maxLength={255} onChange={(_, data) => setWhy(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={busy}>
        {line.waitsForHead ? 'Ask the head' : 'Save'}
      </Button>
      <Button onClick={props.leave}>Cancel</Button>
      <Text role="status" className={elsewhere ? mergeClasses(styles.whole, page.bad) : undefined}>
        {elsewhere ? trouble.says : ''}
      </Text>
    </form>
  );
}
