import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BoardFinding } from '../../school/board/board.types.ts';
import { usePage } from '../../ui/shell/page.ts';
import { choices, everything, offered, type Wanted } from './wanted.ts';

const useStyles = makeStyles({
  lists: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
    gap: tokens.spacingHorizontalM,
    maxWidth: '720px',
    '& select': { width: '100%', textOverflow: 'ellipsis' },
  },
});

/** Looking for one thing on a long board: words at once, the lists of pupils, providers, owners and clauses behind a press. */
export function Filters(props: {
  readonly findings: readonly BoardFinding[];
  readonly wanted: Wanted;
  readonly want: (wanted: Wanted) => void;
}) {
  const { findings, wanted, want } = props;
  const styles = usePage();
  const { lists } = useStyles();
  const [open, setOpen] = useState(false);
  const set = choices.filter(([choice]) => wanted[choice] !== '').length;
  return (
    <>
      <div className={styles.row}>
        <Field label="Find a pupil or provider">
          <SearchBox value={wanted.words} onChange={(_, { value }) => want({ ...wanted, words: value })} />
        </Field>
        <Button icon={<FilterRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {set === 0 ? 'Filter' : `Filter (${set})`}
        </Button>
        {set > 0 && (
          <Button appearance="subtle" onClick={() => want({ ...everything, words: wanted.words })}>
            Show all
          </Button>
        )}
      </div>
      {open && (
        <div className={lists}>
          {choices.map(([choice, label]) => (
            <Field key={choice} label={label}>
              <Select value={wanted[choice]} onChange={(_, { value }) => want({ ...wanted, [choice]: value })}>
                <option value="">All</option>
                {offered(findings, choice).map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
