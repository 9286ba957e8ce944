import { mergeClasses, Text } from '@fluentui/react-components';
import type { RegisterSheet, SheetSession } from '../../school/exports/register-sheet.types.ts';
import { momentOf } from '../../school/moment.ts';
import { usePaper } from './paper-styles.ts';

/** The day on one page: initials, never names; expected times, and a box for each session that a pen can fill in. */
export function Paper({ sheet, asOf }: { readonly sheet: RegisterSheet; readonly asOf?: string }) {
  const styles = usePaper();
  return (
    <div className={styles.sheet}>
      <Text as="h2" weight="semibold">
        {`Register of ${sheet.day}${asOf ? `, as known at ${momentOf(asOf).time}` : ''}`}
      </Text>
      <table className={styles.table} aria-label="Register of the day">
        <thead>
          <tr>
            {['Pupil', 'Year', 'Morning', 'AM', 'Afternoon', 'PM'].map((head) => (
              <th key={head} scope="col" className={styles.cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr key={row.pupil}>
              <th scope="row" className={styles.cell}>
                {row.initials}
              </th>
              <td className={styles.cell}>{row.year}</td>
              <Cells session={row.am} />
              <Cells session={row.pm} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ session }: { readonly session: SheetSession | undefined }) {
  const styles = usePaper();
  return (
    <>
      <td className={styles.cell}>{session ? `${session.start} ${session.provider}` : '–'}</td>
      <td className={mergeClasses(styles.cell, styles.box)}>{session?.code ?? ''}</td>
    </>
  );
}
