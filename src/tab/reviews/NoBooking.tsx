import { Button, Field, Input, Select, Text } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';

/** A review of the plan, of whichever school. */
interface Which {
  readonly school?: string;
  readonly review: string;
  readonly maySetAside: boolean;
  readonly providerName: string;
  /** Where it is proposed, if it is. */
  readonly place?: string;
  readonly online?: boolean;
}

/**
 * What is not to be booked: it was agreed already for a day, or it is not needed and why (P5). What was noted leaves
 * the plan.
 */
export function NoBooking(props: {
  readonly which: Which;
  readonly who: string;
  /** The plan is looked at anew. */
  readonly done: () => Promise<void>;
}) {
  const { school, review, maySetAside } = props.which;
  const page = usePage();
  const [day, setDay] = useState('');
  const [from, setFrom] = useState('');
  const [where, setWhere] = useState(() => proposedPlace(props.which));
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const note = useAction('note-review-booked');
  const setAside = useAction('set-aside-review');
  const forms = useRef<HTMLDivElement>(null);
  useEffect(() => forms.current?.querySelector('input')?.focus(), []);

  async function save(event: FormEvent, act: (input: object) => ReturnType<typeof note>, input: object) {
    event.preventDefault();
    setBusy(true);
    const outcome = outcomeInWords(await act({ ...(school === undefined ? {} : { school }), review, ...input }));
    setSaid(outcome.good ? '' : outcome.says);
    if (outcome.good) await props.done();
    setBusy(false);
  }

  return (
    <div ref={forms} className={page.below}>
      <form
        className={page.row}
        aria-label={`Booked already: ${props.who}`}
        onSubmit={(event) => void save(event, note, { start: `${day}T${from}`, where })}
      >
        <Field label="Booked already for">
          <Input type="date" required value={day} onChange={(_, { value }) => setDay(value)} />
        </Field>
        <Field label="From">
          <Input type="time" required value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
        <Field label="Where">
          <Select value={where} onChange={(_, { value }) => setWhere(value)}>
            <option value="provider">At the provider</option>
            <option value="school">At school</option>
            <option value="online">Online</option>
          </Select>
        </Field>
        <Button type="submit" disabled={busy}>
          Note as booked
        </Button>
      </form>
      {maySetAside && (
        <form
          className={page.row}
          aria-label={`Not needed: ${props.who}`}
          onSubmit={(event) => void save(event, setAside, { reason: reason.trim() })}
        >
          <Field label="Not needed, because" className={page.grow}>
            <Input required value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
          </Field>
          <Button type="submit" disabled={busy}>
            Set aside
          </Button>
        </form>
      )}
      {said && (
        <Text role="alert" className={page.bad}>
          {said}
        </Text>
      )}
    </div>
  );
}

function proposedPlace({ online, place, providerName }: Which): string {
  if (online === undefined) return 'provider';
  if (online) return 'online';
  return place === providerName ? 'provider' : 'school';
}
