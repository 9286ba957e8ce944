import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { HeadingMap } from '../../school/imports/headings.ts';
import type { ImportDesk } from '../../school/imports/import-desk.view.ts';
import type { ImportTable } from '../../school/imports/read-table.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'center',
  },
  sample: { color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  heading: { display: 'flex', flexDirection: 'column', minWidth: 0 },
});

/** What each heading of the file means: recognised where possible, else chosen by hand and remembered for the next file. */
export function Headings(props: {
  readonly desk: ImportDesk;
  readonly table: ImportTable;
  readonly map: HeadingMap;
  readonly mean: (heading: string, target: string | undefined) => void;
}) {
  const { desk, table, map, mean } = props;
  const styles = useStyles();
  const headings = table.headings.filter((heading) => heading !== '');
  const left = headings.filter((heading) => !(heading in map)).length;
  return (
    <details open={left > 0}>
      <summary>
        <Text weight="semibold">{`Columns: ${headings.length - left} used, ${left} left out`}</Text>
      </summary>
      <div className={styles.part}>
        <Text>Choose what a column means where it was not recognised. It is remembered for the next file.</Text>
        <div className={styles.grid}>
          {headings.map((heading) => (
            <Line
              key={heading}
              heading={heading}
              sample={sampleOf(table, heading)}
              target={map[heading]}
              desk={desk}
              mean={mean}
            />
          ))}
        </div>
      </div>
    </details>
  );
}

function Line(props: {
  readonly heading: string;
  readonly sample: string;
  readonly target: string | undefined;
  readonly desk: ImportDesk;
  readonly mean: (heading: string, target: string | undefined) => void;
}) {
  const { heading, sample, target, desk, mean } = props;
  const styles = useStyles();
  return (
    <>
      <span className={styles.heading}>
        <Text>{heading}</Text>
        <Text size={200} className={styles.sample}>
          {sample === '' ? 'empty' : `such as ${sample}`}
        </Text>
      </span>
      <Select
        aria-label={`What ${heading} means`}
        value={target ?? ''}
        onChange={(_, { value }) => mean(heading, value === '' ? undefined : value)}
      >
        <option value="">Leave out</option>
        {desk.targets.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
    </>
  );
}

function sampleOf({ headings, rows }: ImportTable, heading: string): string {
  const at = headings.indexOf(heading);
  return rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '';
}
