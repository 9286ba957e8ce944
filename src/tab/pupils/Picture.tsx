import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { PupilPage } from '../../school/pupils/pupil.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces, Loading } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Squares } from './Squares.tsx';

// The charts are heavy: whoever opens a pupil loads them, nobody else.
const WeekChart = lazy(() => import('./WeekChart.tsx'));

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXL },
  term: { gridTemplateColumns: 'auto auto', alignItems: 'center' },
});

/** Attendance as a picture: a square for each session of a term, and the weeks of it as a chart; earlier terms by choice. */
export function Picture({ page }: { readonly page: PupilPage }) {
  const styles = usePage();
  const own = useStyles();
  const [chosen, setChosen] = useState<string>();
  const term = chosen ?? page.term;
  if (page.terms.length === 0) return null;
  return (
    <section className={styles.head} aria-label="Attendance">
      <div className={own.head}>
        <Text as="h2" size={400} weight="semibold">
          Attendance
        </Text>
        {page.terms.length > 1 && (
          <Field label="Term" orientation="horizontal" className={own.term}>
            <Select value={term} onChange={(_, { value }) => setChosen(value)}>
              {page.terms.map(({ term: key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {term === page.term || term === undefined ? <Drawn page={page} /> : <Earlier pupil={page.pupil} term={term} />}
    </section>
  );
}

function Earlier({ pupil, term }: { readonly pupil: string; readonly term: string }) {
  const view = useView<PupilPage | null>('pupil', { pupil, term });
  return (
    <Faces view={view} what="the term">
      {(page) => (page ? <Drawn page={page} /> : <Empty>This pupil is not here, or not yours to see.</Empty>)}
    </Faces>
  );
}

function Drawn({ page: { squares, weeks } }: { readonly page: PupilPage }) {
  if (squares.length === 0) return <Empty>No session at a provider in this term.</Empty>;
  return (
    <>
      <Squares squares={squares} />
      {weeks.length > 1 && (
        <Suspense fallback={<Loading what="the chart" />}>
          <WeekChart weeks={weeks} />
        </Suspense>
      )}
    </>
  );
}
