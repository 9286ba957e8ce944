import { Button, Checkbox, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Unsettled as Open, OpenRow } from '../../school/attendance/open-list.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { useGo } from '../../ui/shell/go.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Settle } from './Settle.tsx';

/** Marks that are not settled, the nearest deadline first; one code may settle several days of one pupil. */
export default function Unsettled() {
  const view = useView<Open>('unsettled');
  return (
    <Faces view={view} what="what is not settled">
      {(open) => <Shown open={open} changed={view.reload} />}
    </Faces>
  );
}

const keyOf = (row: OpenRow) => `${row.placement}|${row.date}|${row.session}`;
/** A row that a code can settle; the others want attendance first. */
const canSettle = (row: OpenRow) => row.seen !== null && row.kind !== 'not-reported' && row.kind !== 'not-located';

function Shown({ open, changed }: { readonly open: Open; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const rows = open.rows.filter((row) => chosen.includes(keyOf(row)));
  const [first] = rows;
  const choose = (row: OpenRow, on: boolean) =>
    setChosen((before) => (on ? [...before, keyOf(row)] : before.filter((key) => key !== keyOf(row))));

  if (open.rows.length === 0) {
    return (
      <section className={styles.page} aria-label="Unsettled">
        <div className={styles.head}>
          <Title3 as="h1">Everything is settled</Title3>
        </div>
        <Empty>Every session has its code. What comes in today stands on Today until it is answered.</Empty>
      </section>
    );
  }
  return (
    <section className={styles.page} aria-label="Unsettled">
      <div className={styles.head}>
        <Title3 as="h1">{open.says}</Title3>
      </div>
      {open.may.settle && (
        <Text className={styles.quiet}>
          Choose one or more sessions of a pupil, then their code. N must be settled within five school days.
        </Text>
      )}
      <ul className={styles.card} aria-label="Not settled">
        {open.rows.map((row) => (
          <li key={keyOf(row)} className={styles.line}>
            {open.may.settle && canSettle(row) && (
              <Checkbox
                aria-label={`Choose ${row.says}`}
                checked={chosen.includes(keyOf(row))}
                disabled={first !== undefined && first.pupil !== row.pupil}
                onChange={(_, { checked }) => choose(row, checked === true)}
              />
            )}
            <Words row={row} />
            {chosen.length === 0 && open.may.settle && <Press row={row} choose={() => choose(row, true)} />}
          </li>
        ))}
      </ul>
      {first && (
        <Settle
          rows={rows}
          done={async () => {
            setChosen([]);
            await changed();
          }}
          leave={() => setChosen([])}
        />
      )}
    </section>
  );
}

function Words({ row }: { readonly row: OpenRow }) {
  const styles = usePage();
  const who = [row.name ?? row.initials, row.year].join(' ');
  const why = [
    row.providerName,
    row.status,
    row.code ? `now ${row.code}` : '',
    row.suggestedCode && row.suggestedCode !== row.code ? `suggested ${row.suggestedCode}` : '',
    row.codeSays,
  ];
  return (
    <span className={styles.grow}>
      <Text weight={row.daysLeft !== undefined && row.daysLeft <= 0 ? 'semibold' : 'regular'}>
        {row.says.replace(row.initials, who)}
      </Text>
      <Text size={200} className={styles.quiet}>
        {why.filter(Boolean).join(' · ')}
      </Text>
    </span>
  );
}

function Press({ row, choose }: { readonly row: OpenRow; readonly choose: () => void }) {
  const go = useGo();
  if (canSettle(row)) {
    return (
      <Button size="small" onClick={choose} aria-label={`Settle ${row.says}`}>
        Settle
      </Button>
    );
  }
  return (
    <Button
      size="small"
      onClick={() => go('today', row.kind === 'not-reported' && row.seen !== null ? row : undefined)}
      aria-label={`Report ${row.says}`}
    >
      Report
    </Button>
  );
}
