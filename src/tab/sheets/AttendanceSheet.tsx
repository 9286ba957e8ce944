import {
  Button,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  Title3,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { AttendanceExport } from '../../school/exports/attendance-export.types.ts';
import { attendanceTables } from '../../school/exports/attendance-tables.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { ByProvider, ByPupil } from './AttendanceTables.tsx';
import { downloadCsv, downloadWorkbook } from './download.ts';

interface Span {
  readonly from?: string;
  readonly to?: string;
}

/** Attendance between two days: who is low stands first; all of it as a workbook, or one table as a CSV file. */
export function AttendanceSheet() {
  const styles = usePage();
  const [span, setSpan] = useState<Span>({});
  const view = useView<AttendanceExport>('attendance-export', { ...span });
  const shown = view.data;
  const day = (end: 'from' | 'to', label: string) => (
    <Field label={label}>
      <Input
        type="date"
        value={span[end] ?? shown?.[end] ?? ''}
        onChange={(_, { value }) => setSpan({ ...span, [end]: value === '' ? undefined : value })}
      />
    </Field>
  );
  return (
    <>
      <div className={styles.head}>
        <Title3 as="h1">Attendance by pupil and provider</Title3>
      </div>
      <div className={styles.row}>
        {day('from', 'From')}
        {day('to', 'To')}
        {(shown?.spans ?? []).map(({ label, from, to }) => (
          <Button key={label} appearance="subtle" onClick={() => setSpan({ from, to })}>
            {label}
          </Button>
        ))}
      </div>
      <Faces view={view} what="the attendance">
        {(held) => <Shown held={held} />}
      </Faces>
    </>
  );
}

function Shown({ held }: { readonly held: AttendanceExport }) {
  const styles = usePage();
  const tables = attendanceTables(held);
  if (held.lines.length === 0 || held.from > held.to) return <Text size={400}>{held.trouble}</Text>;
  return (
    <>
      {held.trouble && <Text>{held.trouble}</Text>}
      <div className={styles.row}>
        <Button
          appearance="primary"
          onClick={() => void downloadWorkbook(`AP attendance ${held.from} to ${held.to}`, tables)}
        >
          Excel workbook
        </Button>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button>CSV file…</Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {tables.map((table) => (
                <MenuItem key={table.name} onClick={() => downloadCsv(table)}>
                  {table.sheet}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      <ByPupil pupils={held.pupils} />
      <ByProvider providers={held.providers} />
    </>
  );
}
