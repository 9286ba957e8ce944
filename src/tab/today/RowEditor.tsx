import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef } from 'react';
import type { TodayRow } from '../../school/attendance/today.types.ts';
import { type Draft, draftOf, wants, whyAsked } from './draft.ts';
import { changedOf, reasonWords, stateOf, statusWords } from './words.ts';

/** The strip below a row in which something more is asked. */
export const useStrip = makeStyles({
  form: {
    flexBasis: '100%',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  whole: { flexBasis: '100%' },
});

const commonest = Object.entries(reasonWords).slice(0, 3);
const rest = Object.entries(reasonWords).slice(3);

/** Puts the keyboard into the first thing that a form below a row asks for; into none where it asks for nothing. */
export function goIn(within: HTMLElement | null): void {
  const form = within?.matches('form') ? within : within?.querySelector('form');
  if (form?.querySelector('input, select')) form.querySelector<HTMLElement>('input, button, select')?.focus();
}

/** What is still wanted before a mark is saved. What is typed here stays, whatever others save meanwhile. */
export function RowEditor(props: {
  readonly row: TodayRow;
  readonly late: boolean;
  readonly who: string;
  readonly draft: Draft;
  readonly busy: boolean;
  readonly change: (draft: Draft) => void;
  readonly send: (draft: Draft, seen: string | null) => Promise<void>;
  readonly close: () => void;
}) {
  const styles = useStrip();
  const { row, draft, change } = props;
  const want = wants[draft.status];
  const overtaken = row.seen !== draft.seen;
  const form = useRef<HTMLFormElement>(null);
  const status = draft.status;
  const why = whyAsked(row, status, props.late);
  const asks = want !== undefined || why !== undefined;
  useEffect(() => {
    if (asks) goIn(form.current);
  }, [asks]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void props.send(draft, draft.seen);
  }

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={`${statusWords[status]} – ${props.who}`}
      onSubmit={submit}
      noValidate
    >
      {overtaken && (
        <Text className={styles.whole} role="alert">
          {`${changedOf(row) ?? 'Changed by someone else'}: ${stateOf(row)}. What you typed is still here and not saved.`}
        </Text>
      )}
      {want === 'time' && (
        <Field label={status === 'AttendedLate' ? 'Arrived at' : 'Left at'}>
          <Input
            type="time"
            min={row.start}
            value={draft.time}
            onChange={(_event, { value }) => change({ ...draft, time: value })}
          />
        </Field>
      )}
      {want === 'reason' && (
        <>
          {commonest.map(([reason, label]) => (
            <Button
              key={reason}
              disabled={props.busy}
              onClick={() => void props.send({ ...draft, reason }, draft.seen)}
            >
              {label}
            </Button>
          ))}
          <Button
            disabled={props.busy}
            onClick={() => void props.send({ ...draftOf(row, 'AbsentNoReason', ''), seen: draft.seen }, draft.seen)}
          >
            No word
          </Button>
          <Field label="Other reason">
            <Select value={draft.reason} onChange={(_event, { value }) => change({ ...draft, reason: value })}>
              <option value="">Choose…</option>
              {[...commonest, ...rest].map(([reason, label]) => (
                <option key={reason} value={reason}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      {want !== undefined && (
        <Field
          label={want === 'why' ? (status === 'NotExpected' ? 'Why not expected' : 'Where, and who said so') : 'Note'}
        >
          <Input
            value={draft.note}
            maxLength={2000}
            onChange={(_event, { value }) => change({ ...draft, note: value })}
          />
        </Field>
      )}
      {why && (
        <Field label={why.label}>
          <Input
            value={draft.amend}
            maxLength={255}
            onChange={(_event, { value }) => change({ ...draft, amend: value })}
          />
        </Field>
      )}
      {!asks && <Text>{`${statusWords[status]}: press Enter to save.`}</Text>}
      <Button type="submit" appearance="primary" disabled={props.busy}>
        Save
      </Button>
      {overtaken && (
        <Button disabled={props.busy} onClick={() => void props.send({ ...draft, seen: row.seen }, row.seen)}>
          Save mine instead
        </Button>
      )}
      <Button onClick={props.close}>Cancel</Button>
    </form>
  );
}
