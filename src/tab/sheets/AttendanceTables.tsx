import { Text } from '@fluentui/react-components';
import type { AttendanceExport } from '../../school/exports/attendance-export.types.ts';
import { usePaper } from './paper-styles.ts';

/** Each pupil's two numbers and what is behind them, the lowest first. */
export function ByPupil({ pupils }: Pick<AttendanceExport, 'pupils'>) {
  return (
    <Table
      says="By pupil"
      heads={['Pupil', 'Providers', 'AP sessions', 'Register', 'No word']}
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
  return value === undefined ? 'none' : `${value} %`;
}

function Table(props: {
  readonly says: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}) {
  const styles = usePaper();
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        {props.says}
      </Text>
      <table className={styles.table} aria-label={props.says}>
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col" className={styles.cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row" className={styles.cell}>
                {first}
              </th>
              {rest.map((cell, at) => (
                <td key={props.heads[at + 1]} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
