import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useRef } from 'react';
import type { ImportDesk } from '../../school/imports/import-desk.view.ts';
import { Headings } from './Headings.tsx';
import { Preview } from './Preview.tsx';
import type { Progress } from './send-rows.ts';
import { useImport } from './use-import.ts';

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  hidden: { display: 'none' },
});

/** One file of one kind: choose, see, save. */
export function Bench({ desk, anew }: { readonly desk: ImportDesk; readonly anew: () => Promise<void> }) {
  const styles = useStyles();
  const importing = useImport(desk, anew);
  const input = useRef<HTMLInputElement>(null);
  const { file, trouble, planned, progress } = importing;
  const wanted = planned.filter(({ outcome }) => outcome === 'add' || outcome === 'change').length;
  return (
    <div className={styles.steps}>
      <div className={styles.row}>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.json,text/csv,application/json"
          aria-label="File to import"
          className={styles.hidden}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void importing.choose(chosen);
            currentTarget.value = '';
          }}
        />
        <Button appearance={file ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
          {file ? 'Choose another file' : 'Choose a file'}
        </Button>
        {file && (
          <Text>{`${file.name}, ${file.table.rows.length} ${file.table.rows.length === 1 ? 'row' : 'rows'}`}</Text>
        )}
      </div>
      {trouble && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      {progress ? (
        <Sending progress={progress} restart={importing.restart} />
      ) : (
        file && (
          <>
            <Preview planned={planned} />
            <div>
              <Button appearance="primary" disabled={wanted === 0} onClick={() => void importing.send()}>
                {wanted === 0 ? 'Nothing to import' : `Import ${wanted} ${wanted === 1 ? 'row' : 'rows'}`}
              </Button>
            </div>
            <Headings desk={desk} table={file.table} map={importing.map} mean={importing.mean} />
          </>
        )
      )}
    </div>
  );
}

function Sending({ progress, restart }: { readonly progress: Progress; readonly restart: () => void }) {
  const styles = useStyles();
  const { of, saved, says, done } = progress;
  const soFar = saved === 0 ? `Saving ${of} ${of === 1 ? 'row' : 'rows'}…` : `${saved} of ${of} rows saved so far.`;
  return (
    <div className={styles.steps}>
      <Field
        validationMessage={done ? `${saved} of ${of} rows saved.` : soFar}
        validationState={done && says.length === 0 ? 'success' : 'none'}
        aria-live="polite"
      >
        <ProgressBar value={done || saved > 0 ? saved / Math.max(1, of) : undefined} aria-label="Rows saved" />
      </Field>
      {says.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {says.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {done && (
        <div>
          <Button onClick={restart}>Import another file</Button>
        </div>
      )}
    </div>
  );
}
