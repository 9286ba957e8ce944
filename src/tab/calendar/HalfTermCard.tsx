import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { EntryLine, HalfTermBlock } from '../../school/calendar/calendar.types.ts';
import { usePage } from '../../ui/shell/page.ts';
import { EntryRow } from './EntryRow.tsx';
import { Weeks } from './Weeks.tsx';

const useStyles = makeStyles({
  block: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  dates: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** A half term: its dates and school days, its weeks as a picture, and the list of what is marked, folded until it is wanted. */
export function HalfTermCard(props: {
  readonly block: HalfTermBlock;
  readonly may: boolean;
  readonly providers: readonly { readonly provider: string; readonly name: string }[];
  readonly saved: (says: string) => Promise<void>;
}) {
  const { line, says, weeks, entries } = props.block;
  const styles = useStyles();
  const page = usePage();
  const [open, setOpen] = useState(false);
  const lines: readonly EntryLine[] = [line, ...entries];
  const marked = entries.length === 1 ? '1 date' : `${entries.length} dates`;
  return (
    <section className={styles.block} aria-label={line.name}>
      <div className={styles.top}>
        <Text as="h2" size={400} weight="semibold">
          {line.name}
        </Text>
        <Text size={200} className={page.quiet}>
          {says}
        </Text>
      </div>
      <Weeks of={line.name} weeks={weeks} />
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={open}
          aria-label={`${marked} in ${line.name}`}
          onClick={() => setOpen(!open)}
        >
          {marked}
        </Button>
      </div>
      {open && (
        <ul className={styles.dates} aria-label={`Dates of ${line.name}`}>
          {lines.map((each) => (
            <EntryRow key={each.entry} line={each} may={props.may} providers={props.providers} saved={props.saved} />
          ))}
        </ul>
      )}
    </section>
  );
}
