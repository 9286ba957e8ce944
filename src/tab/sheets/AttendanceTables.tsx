import { makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import type { AttendanceExport } from '../../school/exports/attendance-export.types.ts';
import { usePaper } from './paper-styles.ts';

const useStyles = makeStyles({
  // A phone keeps who and how much; the file has the rest.
  wide: { '@media (max-width: 640px)': { display: 'none' } },
  whole: { overflowWrap: 'normal' },
});

/** Each pupil's two numbers and what is behind them, the lowest first. */
export function ByPupil({ pupils }: Pick<AttendanceExport, 'pupils'>) {
  return (
    <Table
      says="By pupil"
      heads={['Pupil', 'Providers', 'AP sessions', 'Register', 'No word']}
      wide={[1, 4]}
      rows={pupils.map((each) => ({
        key: each.pupil,
        cells: [
          `${each.name} Y${each.year}`,
          each.providers.join(', '),
          `${percent(each.ap.percent)} (${each.ap.attended} of ${each.ap.possible})`,
          percent(each.register.percent),
          String(each.counts.absentNoReason),
        ],
      }))}
    />
  );
}

/** Each provider's number, all its pupils together. */
export function ByProvider({ providers }: Pick<AttendanceExport, 'providers'>) {
  return (
    <Table
      says="By provider"
      heads={['Provider', 'Pupils', 'AP sessions', 'Not reported', 'Closed']}
      wide={[3, 4]}
      rows={providers.map((each) => ({
        key: each.provider,
        cells: [
          each.name,
          String(each.pupils),
          `${percent(each.ap.percent)} (${each.ap.attended} of ${each.ap.possible})`,
          String(each.counts.notReported),
          String(each.counts.providerClosed),
        ],
      }))}
    />
  );
}

function percent(value: number | undefined): string {
  return value === undefined ? 'none' : `${value}%`;
}

function Table(props: {
  readonly says: string;
  readonly heads: readonly string[];
  /** Columns, counted from 0, that a phone leaves out. */
  readonly wide: readonly number[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}) {
  const paper = usePaper();
  const styles = useStyles();
  const cell = (column: number) => mergeClasses(paper.cell, props.wide.includes(column) && styles.wide);
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        {props.says}
      </Text>
      <table className={mergeClasses(paper.table, styles.whole)} aria-label={props.says}>
        <thead>
          <tr>
            {props.heads.map((head, column) => (
              <th key={head} scope="col" className={cell(column)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row" className={cell(0)}>
                {first}
              </th>
              {rest.map((said, at) => (
                <td key={props.heads[at + 1]} className={cell(at + 1)}>
                  {said}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
