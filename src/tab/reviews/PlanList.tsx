import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Clash } from '../../school/reviews/plan-clash.ts';
import { usePage } from '../../ui/shell/page.ts';
import { PlanRow } from './PlanRow.tsx';
import type { DeskGroup, DeskRow } from './plan-desk.ts';
import type { Slot } from './slot.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** What the rows of a plan show and do. */
export interface PlanRows {
  readonly slotOf: (row: DeskRow) => Slot;
  readonly left: ReadonlySet<string>;
  /** Takes rows out of the booking, or back into it. */
  readonly choose: (rows: readonly DeskRow[], yes: boolean) => void;
  readonly move: (row: DeskRow, slot: Slot) => void;
  readonly clashes: ReadonlyMap<string, readonly Clash[]>;
  readonly troubles: Readonly<Record<string, string>>;
  /** A review was booked already or is not needed: it has left the plan. */
  readonly settled: (id: string) => Promise<void>;
}

/** The proposed reviews: those of one school as a list, those of several folded by school; what was not booked is open. */
export function PlanList({ groups, ...rows }: PlanRows & { readonly groups: readonly DeskGroup[] }) {
  const page = usePage();
  const styles = useStyles();
  const [folded, setFolded] = useState<Readonly<Record<string, boolean>>>({});
  const [first, second] = groups;
  if (first && !second) return <Rows {...rows} rows={first.rows} label="Proposed times" />;
  const isOpen = ({ school = '', rows: of }: DeskGroup) =>
    !(folded[school] ?? !of.some(({ id }) => rows.troubles[id] !== undefined));
  return (
    <Accordion
      className={page.card}
      multiple
      collapsible
      openItems={groups.filter(isOpen).map(({ school = '' }) => school)}
      onToggle={(_, { value, openItems }) => setFolded({ ...folded, [String(value)]: !openItems.includes(value) })}
    >
      {groups.map((group) => (
        <AccordionItem key={group.school} value={group.school ?? ''}>
          <AccordionHeader as="h3">
            <span className={styles.head}>
              <Text weight="semibold">{group.name}</Text>
              {inWords(group, rows).map(({ says, bad }) => (
                <Text key={says} className={bad ? page.bad : page.quiet}>
                  {says}
                </Text>
              ))}
            </span>
          </AccordionHeader>
          <AccordionPanel>
            <Checkbox
              label={`Book all of ${group.name}`}
              checked={chosenOf(group, rows)}
              onChange={(_, { checked }) => rows.choose(group.rows, checked === true)}
            />
            <Rows {...rows} rows={group.rows} label={`Proposed times of ${group.name}`} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

function Rows({ rows, label, ...of }: PlanRows & { readonly rows: readonly DeskRow[]; readonly label: string }) {
  const page = usePage();
  return (
    <ul className={page.card} aria-label={label}>
      {rows.map((row) => (
        <PlanRow
          key={row.id}
          row={row}
          slot={of.slotOf(row)}
          chosen={!of.left.has(row.id)}
          choose={(yes) => of.choose([row], yes)}
          move={(slot) => of.move(row, slot)}
          clashes={of.clashes.get(row.id) ?? none}
          trouble={of.troubles[row.id]}
          settled={() => of.settled(row.id)}
        />
      ))}
    </ul>
  );
}

const none: readonly Clash[] = [];

function chosenOf({ rows }: DeskGroup, { left }: PlanRows): boolean | 'mixed' {
  const out = rows.filter(({ id }) => left.has(id)).length;
  if (out === 0) return true;
  return out === rows.length ? false : 'mixed';
}

/** "36 reviews", "2 moved", "1 at a time that is taken", "3 left out". */
function inWords(
  { rows }: DeskGroup,
  { slotOf, left, clashes, troubles }: PlanRows,
): readonly { readonly says: string; readonly bad: boolean }[] {
  const count = (of: (row: DeskRow) => boolean) => rows.filter(of).length;
  const moved = count((row) => slotOf(row).start !== row.start || slotOf(row).end !== row.end);
  const inTheWay = count(({ id }) => (clashes.get(id) ?? []).some(({ refused }) => refused));
  const kept = count(({ id }) => troubles[id] !== undefined);
  return [
    { says: `${rows.length} ${rows.length === 1 ? 'review' : 'reviews'}`, of: rows.length, bad: false },
    { says: `${moved} moved`, of: moved, bad: false },
    { says: `${count(({ id }) => left.has(id))} left out`, of: count(({ id }) => left.has(id)), bad: false },
    { says: `${inTheWay} at a time that is taken`, of: inTheWay, bad: true },
    { says: `${kept} not booked`, of: kept, bad: true },
  ].filter(({ of }) => of > 0);
}
