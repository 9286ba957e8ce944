import { Field, makeStyles, Select, Text, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportDesk } from '../../school/imports/import-desk.view.ts';
import { type ImportKind, importKinds } from '../../school/imports/import-kinds.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { Bench } from './Bench.tsx';

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    maxWidth: '960px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  // A choice is as wide as its longest line unless it is told otherwise.
  what: { maxWidth: '320px', gridTemplateColumns: 'minmax(0, 1fr)', '& select': { width: '100%', minWidth: 0 } },
});

const labels: Readonly<Record<ImportKind, string>> = {
  pupils: 'Pupils',
  contacts: 'Contacts',
  providers: 'Providers',
  placements: 'Placements and weekly sessions',
  calendar: 'Term dates, INSET days, bank holidays, closures, week letters',
};

/** Bringing a file in: what it holds, what it would change, and only then the press that saves it. */
export default function Import() {
  const styles = useStyles();
  const [kind, setKind] = useState<ImportKind>('pupils');
  const desk = useView<ImportDesk>('import-desk', { kind });
  return (
    <section className={styles.screen} aria-label="Import a file">
      <div>
        <Title3 as="h1">Import a file</Title3>
        <br />
        <Text className={styles.quiet}>
          A CSV file as Arbor, SIMS or Bromcom export it. Nothing is saved before you have seen what would change.
        </Text>
      </div>
      <Field label="What does the file hold?" className={styles.what}>
        <Select
          value={kind}
          onChange={(_, { value }) => setKind(importKinds.find((each) => each === value) ?? 'pupils')}
        >
          {importKinds.map((each) => (
            <option key={each} value={each}>
              {labels[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Faces view={desk} what="what is here already">
        {(shown) =>
          shown.allowed ? (
            <Bench key={kind} desk={shown} anew={desk.reload} />
          ) : (
            <Empty>{`Only the AP leader may import ${kind}. Ask them, or choose something else.`}</Empty>
          )
        }
      </Faces>
    </section>
  );
}
