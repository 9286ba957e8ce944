import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import type { ChangeResult } from '../../school/change.ts';
import type { Outcome } from '../api/api.ts';
import { outcomeInWords } from '../api/in-words.ts';
import { toFirstInvalid } from '../shell/first-invalid.ts';
import { usePage } from '../shell/page.ts';
import { FormField } from './FormField.tsx';
import { changedValues, type Typed, typedFrom } from './typed.ts';

const useStyles = makeStyles({
  desk: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    // A choice is as wide as its longest line unless it is told otherwise.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
    '& select': { width: '100%', minWidth: 0 },
  },
  presses: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/**
 * A form of plain data: what must be said stands first, the rest is a press away. Only what was changed is sent. What the
 * server refuses is said at its field, and nothing that was typed is lost: Esc leaves it only while nothing is typed.
 */
export function RecordForm(props: {
  readonly form: Form;
  readonly title: string;
  /** The word on the press: "Add pupil". */
  readonly press: string;
  readonly send: (values: Readonly<Record<string, unknown>>) => Promise<Outcome>;
  readonly done: (results: readonly ChangeResult[]) => void;
  readonly leave: () => void;
  /** What goes with the fields and is no field of the form; it may look at what stands in them, and fill them in. */
  readonly children?: ReactNode | ((typed: Typed, fill: (values: Typed) => void) => ReactNode);
  /** True where the form may be sent although no field was changed. */
  readonly evenUnchanged?: boolean;
}) {
  const { form } = props;
  const page = usePage();
  const styles = useStyles();
  const box = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(form));
  const [whole, setWhole] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const problemAt = (name: string) => problems.find(({ field }) => field.replace(/^values\./, '') === name)?.says;
  const shown = form.inputs.filter((each) => whole || !each.rare || problemAt(each.name));
  const folded = form.inputs.length - shown.length;

  useEffect(() => {
    const opener = document.activeElement;
    box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    return () => {
      // Whoever opened it with the keyboard goes on from there.
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  useEffect(() => {
    if (problems.length > 0) toFirstInvalid(box.current);
  }, [problems]);

  async function send(event: FormEvent) {
    event.preventDefault();
    const missing = form.inputs
      .filter((each) => each.required && typed[each.name] === '')
      .map(({ name, label }) => ({ field: name, says: `${label} is missing.` }));
    setProblems(missing);
    if (missing.length > 0) return setSaid('');
    const values = changedValues(form, typed);
    if (!props.evenUnchanged && Object.keys(values).length === 0) return setSaid('Nothing is changed yet.');
    setBusy(true);
    const outcome = await props.send(values);
    setBusy(false);
    const words = outcomeInWords(outcome);
    if (words.good) return props.done(outcome.kind === 'done' ? outcome.results : []);
    const named = outcome.kind === 'problems' ? outcome.problems : [];
    setProblems(named);
    const atFields = named.filter(({ field }) =>
      form.inputs.some(({ name }) => name === field.replace(/^values\./, '')),
    );
    setSaid(named.length > 0 && atFields.length === named.length ? '' : words.says);
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape' && Object.keys(changedValues(form, typed)).length === 0) props.leave();
  }

  return (
    <form
      ref={box}
      className={styles.desk}
      aria-label={props.title}
      onSubmit={(event) => void send(event)}
      onKeyDown={onKey}
      noValidate
    >
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
        {props.title}
      </Text>
      <div className={styles.fields}>
        {shown.map((each) => (
          <FormField
            key={each.name}
            input={each}
            value={typed[each.name] ?? ''}
            problem={problemAt(each.name)}
            change={(value) => setTyped((before) => ({ ...before, [each.name]: value }))}
          />
        ))}
      </div>
      {typeof props.children === 'function'
        ? props.children(typed, (values) => setTyped((before) => ({ ...before, ...values })))
        : props.children}
      <div className={styles.presses}>
        <Button type="submit" appearance="primary" disabled={busy}>
          {props.press}
        </Button>
        <Button onClick={props.leave}>Cancel</Button>
        {folded > 0 && (
          <Button appearance="subtle" onClick={() => setWhole(true)}>
            {`${folded} more ${folded === 1 ? 'field' : 'fields'}`}
          </Button>
        )}
        <Text role="status" className={mergeClasses(said && page.bad)}>
          {said}
        </Text>
      </div>
    </form>
  );
}
