import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { TodayRow } from '../../school/attendance/today.types.ts';
import type { Draft } from './draft.ts';

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

const more: readonly (readonly [Draft['status'], string])[] = [
  ['AbsentNoReason', 'Absent, no word'],
  ['LeftEarly', 'Left early…'],
  ['SentHome', 'Sent home…'],
  ['Elsewhere', 'Elsewhere…'],
  ['NotExpected', 'Not expected…'],
];

/** What a provider may have said of a pupil: the four likely presses, the rest behind "…". */
export function RowButtons(props: {
  readonly row: TodayRow;
  readonly who: string;
  readonly busy: boolean;
  readonly press: (status: Draft['status']) => void;
}) {
  const styles = useStyles();
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
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            className={styles.button}
            disabled={props.busy}
            icon={<MoreHorizontalRegular />}
            aria-label={`More for ${props.who}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {more.map(([status, label]) => (
              <MenuItem key={status} onClick={() => props.press(status)}>
                {label}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
