import { Button, Field, mergeClasses, Select, Text } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../schema/parse.ts';
import type { EntryLine } from '../../school/calendar/calendar.types.ts';
import { type CalendarKind, calendarKinds } from '../../school/calendar/calendar-entry.record.ts';
import { kindWords } from '../../school/calendar/entry-line.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { usePanel } from '../../ui/shell/panel.ts';
import { EntryField } from './EntryField.tsx';
import { draftOf, type EntryDraft, inputsFor, valuesOf } from './entry-fields.ts';
import { MarksStay } from './MarksStay.tsx';

/** Adds a date, or corrects the one that is given. What the server refuses is said beside the field, and nothing typed is lost. */
export function EntryForm(props: {
  readonly line?: EntryLine;
  readonly kind?: CalendarKind;
  readonly providers: readonly { readonly provider: string; readonly name: string }[];
  readonly saved: (says: string) => Promise<void>;
  readonly leave: () => void;
}) {
  const { line } = props;
  const styles = usePanel();
  const page = usePage();
  const act = useAction('save-calendar-entry');
  const [kind, setKind] = useState<CalendarKind>(line?.kind ?? props.kind ?? 'INSET');
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(kind, line));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);

  const inputs = inputsFor(kind);
  const asked = problems.find(({ field }) => field === 'marksStay');
  const others = problems.filter(
    ({ field }) => field !== 'marksStay' && !inputs.some(({ name }) => field === `values.${name}`),
  );

  function choose(next: CalendarKind) {
    setKind(next);
    setDraft((before) => ({ ...draftOf(next), firstDay: before.firstDay ?? '' }));
    setProblems([]);
  }

  async function send(marksStay: boolean) {
    setBusy(true);
    const outcome = await act({
      ...(line ? { entry: line.entry, seen: line.seen } : {}),
      values: valuesOf(kind, draft, line),
      ...(marksStay ? { marksStay } : {}),
    });
    setBusy(false);
    if (outcome.kind === 'problems') {
      setTrouble('');
      return setProblems(outcome.problems);
    }
    const said = outcomeInWords(outcome);
    if (said.good) return props.saved(line ? 'Corrected.' : 'Added.');
    setTrouble(said.says);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void send(false);
  }

  const title = line ? `Correct ${line.says}` : 'Add a date';
  return (
    <form ref={form} className={styles.panel} aria-label={title} onSubmit={submit} noValidate>
      <Text className={styles.whole} weight="semibold">
        {title}
      </Text>
      {!line && (
        <Field className={styles.field} label="What is it?">
          <Select
            value={kind}
            onChange={(_, { value }) => choose(calendarKinds.find((each) => each === value) ?? 'INSET')}
          >
            {calendarKinds.map((each) => (
              <option key={each} value={each}>
                {kindWords[each]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {inputs.map((input) => (
        <EntryField
          key={input.name}
          input={input}
          value={draft[input.name] ?? ''}
          trouble={problems.find(({ field }) => field === `values.${input.name}`)?.says}
          providers={props.providers}
          change={(value) => setDraft((before) => ({ ...before, [input.name]: value }))}
        />
      ))}
      {!asked && (
        <Button type="submit" appearance="primary" disabled={busy}>
          Save
        </Button>
      )}
      <Button onClick={props.leave}>Cancel</Button>
      {asked && <MarksStay says={asked.says} busy={busy} goOn={() => void send(true)} />}
      <Text role="status" className={others.length > 0 || trouble ? mergeClasses(styles.whole, page.bad) : undefined}>
        {[...others.map(({ says }) => says), trouble].filter(Boolean).join(' ')}
      </Text>
    </form>
  );
}
