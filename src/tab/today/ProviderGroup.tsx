import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import { isWaitedFor } from '../../school/attendance/in-school.ts';
import type { TodayProvider, TodayRow } from '../../school/attendance/today.types.ts';
import type { Said } from '../../ui/api/in-words.ts';
import { draftOf, markOf } from './draft.ts';
import { PupilRow } from './PupilRow.tsx';
import { useKeptOrder } from './use-kept-order.ts';
import { providerLine } from './words.ts';

const useStyles = makeStyles({
  group: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  line: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  rows: { display: 'block' },
  said: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
});

/** Sends marks of this session; answers in words for each row. */
export type SaveHere = (marks: readonly ReturnType<typeof markOf>[]) => Promise<(row: TodayRow) => Said>;

/** One provider's pupils: a row each, and one press for "all of the rest arrived". */
export function ProviderGroup(props: {
  readonly provider: TodayProvider;
  readonly may: boolean;
  /** False before the session's round: then nobody is said to have arrived by one press for all. */
  readonly begun: boolean;
  /** True for a day that is over. */
  readonly late: boolean;
  readonly now: () => string;
  readonly save: SaveHere;
  readonly follow: (row: TodayRow) => void;
  readonly changed: () => Promise<void>;
}) {
  const styles = useStyles();
  const { provider } = props;
  const rows = useKeptOrder(provider.rows, (row) => row.placement);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const waiting = rows.filter(isWaitedFor);

  async function allArrived() {
    setBusy(true);
    const told = await props.save(waiting.map((row) => markOf(row, draftOf(row, 'AttendedOnTime', ''), row.seen)));
    const bad = new Set(waiting.map(told).flatMap((one) => (one.good ? [] : [one.says])));
    setSaid(bad.size === 0 ? `${waiting.length} saved as on time.` : [...bad].join(' '));
    setBusy(false);
  }

  return (
    <section className={styles.group} aria-label={provider.name}>
      <div className={styles.head}>
        <h2 className={styles.title}>{provider.name}</h2>
        <Text className={styles.line}>{providerLine(provider)}</Text>
        {props.may && props.begun && waiting.length > 0 && (
          <Button
            icon={<CheckmarkRegular />}
            disabled={busy}
            onClick={() => void allArrived()}
            aria-label={`All arrived at ${provider.name}: ${waiting.length} not reported yet`}
          >
            All arrived
          </Button>
        )}
      </div>
      <div className={styles.said} aria-live="polite" hidden={!said}>
        {said}
      </div>
      <table aria-label={`Pupils at ${provider.name}`} className={styles.rows} onKeyDown={moveByArrows}>
        <tbody className={styles.rows}>
          {rows.map((row) => (
            <PupilRow
              key={row.placement}
              row={row}
              may={props.may}
              late={props.late}
              now={props.now}
              follow={props.follow}
              changed={props.changed}
              save={async (draft, seen) => (await props.save([markOf(row, draft, seen)]))(row)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Up and down move between pupils' rows of the whole screen; inside a field they stay the field's own. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !target.hasAttribute('data-row')) return;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const all = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const next = all[all.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}
