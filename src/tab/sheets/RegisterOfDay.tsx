import { Button, Field, Input, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { RegisterSheet } from '../../school/exports/register-sheet.types.ts';
import { sheetTable } from '../../school/exports/sheet-table.ts';
import { useView, type Viewed } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { downloadCsv, downloadWorkbook } from './download.ts';
import { Paper } from './Paper.tsx';
import { usePaper } from './paper-styles.ts';

/** The day's register: for the school's information system as a file, for the wall on one page. */
export function RegisterOfDay() {
  const styles = usePage();
  const paper = usePaper();
  const [date, setDate] = useState<string>();
  const view = useView<RegisterSheet>('register-sheet', { date });
  return (
    <>
      <div className={`${styles.head} ${paper.screenOnly}`}>
        <Title3 as="h1">Register sheet</Title3>
      </div>
      <div className={`${styles.row} ${paper.screenOnly}`}>
        <Field label="Day">
          <Input
            type="date"
            value={date ?? view.data?.date ?? ''}
            onChange={(_, { value }) => setDate(value === '' ? undefined : value)}
          />
        </Field>
      </div>
      <Faces view={view} what="the register sheet">
        {(sheet) => <Sheet sheet={sheet} view={view} />}
      </Faces>
    </>
  );
}

function Sheet({ sheet, view }: { readonly sheet: RegisterSheet; readonly view: Viewed<RegisterSheet> }) {
  const styles = usePage();
  const paper = usePaper();
  if (sheet.closed) return <Text size={400}>{sheet.closed}</Text>;
  const table = sheetTable(sheet);
  return (
    <>
      <Text className={paper.screenOnly} size={400}>
        {sheet.open === 0
          ? `Every session of ${sheet.day} has its code.`
          : `${sheet.open} ${sheet.open === 1 ? 'session' : 'sessions'} of ${sheet.day} ${sheet.open === 1 ? 'has' : 'have'} no code yet. The file says so beside each.`}
      </Text>
      <div className={`${styles.row} ${paper.screenOnly}`}>
        <Button appearance="primary" onClick={() => downloadCsv(table)}>
          CSV file
        </Button>
        <Button onClick={() => void downloadWorkbook(table.name, [table])}>Excel workbook</Button>
        <Button onClick={() => window.print()}>Print on one page</Button>
      </div>
      <Paper sheet={sheet} asOf={view.asOf} ageSeconds={view.ageSeconds} />
    </>
  );
}
