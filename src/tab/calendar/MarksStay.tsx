import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { usePanel } from '../../ui/shell/panel.ts';

/** Which marked days a change touches and what follows; a second press saves it all the same. */
export function MarksStay(props: { readonly says: string; readonly busy: boolean; readonly goOn: () => void }) {
  const styles = usePanel();
  return (
    <MessageBar className={styles.whole} intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{props.says}</MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" disabled={props.busy} onClick={props.goOn}>
          Save all the same
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
