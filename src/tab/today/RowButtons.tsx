import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { TodayRow } from '../../school/attendance/today.types.ts';
import type { Draft } from './draft.ts';
import { inSchoolWords } from './words.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  button: { minWidth: 'auto', minHeight: '32px' },
});

const first: readonly (readonly [Draft['status'], string])[] = [
  ['AttendedOnTime', 'On time'],
  ['AttendedLate', 'Late…'],
  ['AbsentReason', 'Absent…'],
  ['ProviderClosed', 'Closed'],
];

// The menu is the heaviest part of a row and the rarest press: it is loaded when somebody opens it.
const MoreMenu = lazy(() => import('./MoreMenu.tsx'));

/** What a provider may have said of a pupil: the four likely presses, the rest behind "…". */
export function RowButtons(props: {
  readonly row: TodayRow;
  readonly who: string;
  readonly busy: boolean;
  readonly press: (status: Draft['status']) => void;
  readonly inSchool: () => void;
}) {
  const styles = useStyles();
  const [opened, setOpened] = useState(false);
  const label = inSchoolWords(props.row);
  const inSchool = label === undefined ? undefined : { label, press: props.inSchool };
  const more = (
    <Button
      size="small"
      className={styles.button}
      disabled={props.busy}
      icon={<MoreHorizontalRegular />}
      aria-haspopup="menu"
      aria-label={`More for ${props.who}`}
      onClick={() => setOpened(true)}
    />
  );
  return (
    <div className={styles.buttons}>
      {first.map(([status, label]) => (
        <Button
          key={status}
          size="small"
          className={styles.button}
          disabled={props.busy}
          aria-pressed={props.row.status === status}
          appearance={props.row.status === status ? 'primary' : 'secondary'}
          aria-label={`${label} – ${props.who}`}
          onClick={() => props.press(status)}
        >
          {label}
        </Button>
      ))}
      {opened ? (
        <Suspense fallback={more}>
          <MoreMenu who={props.who} busy={props.busy} press={props.press} inSchool={inSchool} />
        </Suspense>
      ) : (
        more
      )}
    </div>
  );
}
