import { Button, Field, Input, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { registerCodes } from '../../school/attendance/codes.ts';
import type { OpenRow } from '../../school/attendance/open-list.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';

const useStyles = makeStyles({
  desk: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow8,
  },
  whole: { flexBasis: '100%' },
});

/** Codes an officer may settle with: all that are in use on these days, N itself left out. */
function codesFor(rows: readonly OpenRow[]) {
  return registerCodes.filter(
    ({ code, validFrom, validTo }) =>
      code !== 'N' && rows.every(({ date }) => (!validFrom || date >= validFrom) && (!validTo || date <= validTo)),
  );
}

/** The one code, with its note, for the sessions chosen. What the server refuses is said here, and nothing is lost. */
export function Settle(props: {
  readonly rows: readonly OpenRow[];
  readonly done: () => Promise<void>;
  readonly leave: () => void;
}) {
  const { rows } = props;
  const styles = useStyles();
  const page = usePage();
  const act = useAction('settle-code');
  const codes = codesFor(rows);
  const [code, setCode] = useState(
    codes.some((each) => each.code === rows[0]?.suggestedCode) ? (rows[0]?.suggestedCode ?? '') : '',
  );
  const [note, setNote] = useState('');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const noted = codes.find((each) => each.code === code)?.noteRequired === true;
  const [first] = rows;

  async function settle(event: FormEvent) {
    event.preventDefault();
    if (code === '') return setTrouble('Choose the code.');
    setBusy(true);
    const marks = rows.map(({ pupil, date, session, seen }) => ({
      pupil,
      date,
      session,
      code,
      ...(note.trim() ? { note: note.trim() } : {}),
      seen: seen ?? '',
    }));
    const said = outcomeInWords(await act({ marks }));
    setBusy(false);
    if (said.good) await props.done();
    else setTrouble(said.says);
  }

  return (
    <form className={styles.desk} aria-label="Settle the code" onSubmit={(event) => void settle(event)} noValidate>
      <Text className={styles.whole} weight="semibold">
        {`${first?.name ?? first?.initials}: ${rows.length} ${rows.length === 1 ? 'session' : 'sessions'}`}
      </Text>
      <Field label="Code">
        <Select value={code} onChange={(_, { value }) => setCode(value)}>
          <option value="">Choose…</option>
          {codes.map((each) => (
            <option key={each.code} value={each.code}>
              {`${each.code}  ${each.means}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={noted ? 'Note (required for this code)' : 'Note, or why it is settled late'}>
        <Input value={note} maxLength={2000} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={busy}>
        {rows.length === 1 ? 'Settle' : `Settle ${rows.length}`}
      </Button>
      <Button onClick={props.leave}>Cancel</Button>
      <Text role="status" className={trouble ? mergeClasses(styles.whole, page.bad) : undefined}>
        {trouble}
      </Text>
    </form>
  );
}
