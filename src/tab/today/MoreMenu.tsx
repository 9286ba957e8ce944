import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { Draft } from './draft.ts';

const useStyles = makeStyles({ button: { minWidth: 'auto', minHeight: '32px' } });

const statuses: readonly (readonly [Draft['status'], string])[] = [
  ['AbsentNoReason', 'Absent, no word'],
  ['LeftEarly', 'Left early…'],
  ['SentHome', 'Sent home…'],
  ['Elsewhere', 'Elsewhere…'],
  ['NotExpected', 'Not expected…'],
];

/** What a provider says less often, behind "…"; open as soon as it is there. */
export default function MoreMenu(props: {
  readonly who: string;
  readonly busy: boolean;
  readonly press: (status: Draft['status']) => void;
  /** The pupil is in school after all, or was not; absent where the code says it already. */
  readonly inSchool?: { readonly label: string; readonly press: () => void };
}) {
  const styles = useStyles();
  return (
    <Menu defaultOpen>
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
          {statuses.map(([status, label]) => (
            <MenuItem key={status} onClick={() => props.press(status)}>
              {label}
            </MenuItem>
          ))}
          {props.inSchool && <MenuItem onClick={props.inSchool.press}>{`${props.inSchool.label}…`}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
