import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { TodayRow } from '../../school/attendance/today.types.ts';
import type { Said } from '../../ui/api/in-words.ts';
import { usePage } from '../../ui/shell/page.ts';
import { Dots } from './Dots.tsx';
import { type Draft, draftOf, draftTrouble, keyStatuses, wants, whyAsked } from './draft.ts';
import { InSchool } from './InSchool.tsx';
import { RowButtons } from './RowButtons.tsx';
import { goIn, RowEditor } from './RowEditor.tsx';
import { changedOf, stateOf, whoOf } from './words.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '48px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  who: { flexBasis: '130px', flexGrow: 1, padding: 0 },
  state: { flexBasis: '220px', flexGrow: 2, display: 'flex', flexDirection: 'column', padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  whole: { flexBasis: '100%', padding: 0 },
  cell: { padding: 0 },
  // As wide with buttons as without, so that the columns of all rows stand under each other.
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    flexBasis: '340px',
    gap: tokens.spacingHorizontalXS,
    padding: 0,
    '@media (max-width: 640px)': { flexBasis: 'auto' },
  },
});

/** One pupil in one session: what is known, who changed it, and one press to say what the provider said. */
export function PupilRow(props: {
  readonly row: TodayRow;
  readonly may: boolean;
  /** True for a day that is over. */
  readonly late: boolean;
  readonly now: () => string;
  readonly save: (draft: Draft, seen: string | null) => Promise<Said>;
  readonly follow: (row: TodayRow) => void;
  /** Asks for the day again. */
  readonly changed: () => Promise<void>;
}) {
  const page = usePage();
  const styles = useStyles();
  const { row } = props;
  const [draft, setDraft] = useState<Draft>();
  const [said, setSaid] = useState<Said>();
  const [noting, setNoting] = useState<TodayRow>();
  const [busy, setBusy] = useState(false);
  const self = useRef<HTMLTableRowElement>(null);
  const who = whoOf(row);
  const open = props.may && (row.expected || row.status !== 'NotReported');

  async function send(wish: Draft, seen: string | null) {
    const trouble = draftTrouble(row, wish, props.late);
    if (trouble) return setSaid({ good: false, says: trouble });
    setBusy(true);
    const answer = await props.save(wish, seen);
    setBusy(false);
    setSaid(answer);
    if (answer.good) {
      setDraft(undefined);
      takeFocus();
    } else setDraft(wish);
  }

  /** The keyboard comes back to the row, unless its person has gone on to another while this was saved. */
  function takeFocus() {
    const at = document.activeElement;
    if (!at || at === document.body || self.current?.contains(at)) self.current?.focus();
  }

  function press(status: Draft['status']) {
    setSaid(undefined);
    setNoting(undefined);
    const wish = draftOf(row, status, props.now());
    if (wants[status] || whyAsked(row, status, props.late)) setDraft(wish);
    else void send(wish, row.seen);
  }

  function note() {
    setSaid(undefined);
    setDraft(undefined);
    setNoting(row);
  }

  function onKey(event: KeyboardEvent<HTMLTableRowElement>) {
    if (event.key === 'Escape' && (draft || noting)) {
      setDraft(undefined);
      setNoting(undefined);
      setSaid(undefined);
      return self.current?.focus();
    }
    if (event.target !== event.currentTarget || !open || busy) return;
    const status = keyStatuses[event.key];
    if (status) {
      event.preventDefault();
      setSaid(undefined);
      // The same key again goes on with what is typed already.
      if (draft?.status === status) return goIn(event.currentTarget);
      setDraft(draftOf(row, status, props.now()));
    } else if (event.key === 'Enter' && draft) {
      event.preventDefault();
      void send(draft, draft.seen);
    }
  }

  const changed = changedOf(row);
  return (
    <tr
      ref={self}
      data-row={row.placement}
      tabIndex={0}
      aria-label={`${who}, ${stateOf(row)}`}
      className={styles.row}
      onKeyDown={onKey}
    >
      <td className={styles.who}>
        <Text weight="semibold">{who}</Text>
      </td>
      <td className={styles.cell}>
        <Dots dots={row.dots} />
      </td>
      <td className={styles.state} aria-live="polite">
        <Text>{stateOf(row)}</Text>
        {row.codeSays && (row.status !== 'NotReported' || row.inSchool) && <Text size={200}>{row.codeSays}</Text>}
        {changed && (
          <Text size={200} className={styles.quiet}>
            {changed}
          </Text>
        )}
      </td>
      <td className={styles.buttons}>
        {open && <RowButtons row={row} who={who} busy={busy} press={press} inSchool={note} />}
        {row.followUp?.state === 'Open' && (
          <Button size="small" onClick={() => props.follow(row)} aria-label={`Call log for ${who}`}>
            Call log
          </Button>
        )}
      </td>
      <td className={styles.whole} hidden={!(row.conflict || draft || noting || said)}>
        {row.conflict && <Text className={page.bad}>{`Conflict: ${row.conflict}`}</Text>}
        {draft && (
          <RowEditor
            key={draft.status}
            row={row}
            late={props.late}
            who={who}
            draft={draft}
            busy={busy}
            change={setDraft}
            send={send}
            close={() => {
              setDraft(undefined);
              setSaid(undefined);
              takeFocus();
            }}
          />
        )}
        {noting && (
          <InSchool
            row={noting}
            late={props.late}
            who={who}
            done={async (answer) => {
              await props.changed();
              setSaid(answer);
              setNoting(undefined);
              takeFocus();
            }}
            close={() => {
              setNoting(undefined);
              takeFocus();
            }}
          />
        )}
        <div role="status" className={mergeClasses(!said?.good && page.bad)} hidden={!said}>
          {said?.says}
          {said?.trouble?.requestId && (
            <details>
              <summary>Details for support</summary>
              {`Request ${said.trouble.requestId}`}
            </details>
          )}
        </div>
      </td>
    </tr>
  );
}
