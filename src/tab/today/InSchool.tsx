import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { TodayRow } from '../../school/attendance/today.types.ts';
import { outcomeInWords, type Said } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useStrip } from './RowEditor.tsx';
import { inSchoolWords } from './words.ts';

/** Notes that a pupil is in school after all, or takes it back; `row`: as it stood when the form was opened. */
export function InSchool(props: {
  readonly row: TodayRow;
  readonly late: boolean;
  readonly who: string;
  readonly done: (said: Said) => Promise<void>;
  readonly close: () => void;
}) {
  const { row } = props;
  const styles = useStrip();
  const act = useAction('note-in-school');
  const [note, setNote] = useState('');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const words = inSchoolWords(row) ?? '';
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (props.late && note.trim() === '') return setTrouble('Say who says so, and why it is entered late.');
    setBusy(true);
    const { placement, date, session, seen } = row;
    const takenBack = row.inSchool === 'noted' ? { takenBack: true } : {};
    const noted = note.trim() ? { note: note.trim() } : {};
    const said = outcomeInWords(await act({ placement, date, session, ...takenBack, ...noted, seen }));
    setBusy(false);
    if (said.good || said.trouble === undefined) await props.done(said);
    else setTrouble(said.says);
  }

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={`${words} – ${props.who}`}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <Field
        label={props.late ? 'Who says so, and why it is entered late' : 'Who says so'}
        validationMessage={trouble || undefined}
      >
        <Input value={note} maxLength={255} onChange={(_event, { value }) => setNote(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={busy}>
        {words}
      </Button>
      <Button onClick={props.close}>Cancel</Button>
    </form>
  );
}
