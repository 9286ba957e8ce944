import { Button, Field, Input, mergeClasses, Text } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { EntryLine } from '../../school/calendar/calendar.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { usePanel } from '../../ui/shell/panel.ts';
import { MarksStay } from './MarksStay.tsx';

/** Takes a wrong entry out of the calendar, with the reason; it stays in the list of those taken away. */
export function TakeAway(props: {
  readonly line: EntryLine;
  readonly saved: (says: string) => Promise<void>;
  readonly leave: () => void;
}) {
  const { line } = props;
  const styles = usePanel();
  const page = usePage();
  const act = useAction('remove-calendar-entry');
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState('');
  const [asked, setAsked] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function send(marksStay: boolean) {
    setBusy(true);
    const outcome = await act({ entry: line.entry, seen: line.seen, why, ...(marksStay ? { marksStay } : {}) });
    setBusy(false);
    const question =
      outcome.kind === 'problems' ? outcome.problems.find(({ field }) => field === 'marksStay') : undefined;
    setAsked(question?.says);
    if (question) return setTrouble('');
    const said = outcomeInWords(outcome);
    if (said.good) return props.saved('Taken away.');
    setTrouble(said.says);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void send(false);
  }

  return (
    <form className={styles.panel} aria-label={`Take away ${line.says}`} onSubmit={submit} noValidate>
      <Field className={styles.field} label="Why is it taken away?" required>
        <Input value={why} maxLength={255} onChange={(_, { value }) => setWhy(value)} />
      </Field>
      {asked === undefined && (
        <Button type="submit" disabled={busy}>
          Take away
        </Button>
      )}
      <Button onClick={props.leave}>Cancel</Button>
      {asked !== undefined && <MarksStay says={asked} busy={busy} goOn={() => void send(true)} />}
      <Text role="status" className={trouble ? mergeClasses(styles.whole, page.bad) : undefined}>
        {trouble}
      </Text>
    </form>
  );
}
