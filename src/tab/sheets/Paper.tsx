import { mergeClasses, Text } from '@fluentui/react-components';
import type { RegisterSheet, SheetSession } from '../../school/exports/register-sheet.types.ts';
import { momentOf } from '../../school/moment.ts';
import { ageInWords } from '../../ui/faces/Faces.tsx';
import { usePaper } from './paper-styles.ts';

/**
 * The day on one page: initials, never names; expected times, and a box for each session that a pen can fill in. It says
 * when this was known, and how old that is where Microsoft 365 does not answer.
 */
export function Paper(props: { readonly sheet: RegisterSheet; readonly asOf?: string; readonly ageSeconds?: number }) {
  const { sheet, asOf, ageSeconds } = props;
  const styles = usePaper();
  const known = asOf ? `, as known at ${momentOf(asOf).time}` : '';
  const old = ageSeconds === undefined ? '' : ` (${ageInWords(ageSeconds)} old)`;
  return (
    <div className={styles.sheet}>
      <Text as="h2" weight="semibold">
        {`Register of ${sheet.day}${known}${old}`}
      </Text>
      <table className={styles.table} aria-label="Register of the day">
        <thead>
          <tr>
            {['Pupil', 'Year', 'Morning', 'AM', 'Afternoon', 'PM'].map((head) => (
              <th key={head} scope="col" className={mergeClasses(styles.cell, styles.whole)}>
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
      <td className={styles.cell}>{session ? whereTo(session) : '–'}</td>
      <td className={mergeClasses(styles.cell, styles.box)}>{session?.code ?? ''}</td>
    </>
  );
}

function whereTo({ start, provider, because }: SheetSession): string {
  return because ? `${provider}: not expected` : `${start} ${provider}`;
}
