import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

/** A question of the app before something unusual is saved: what follows, and the press that saves it all the same. */
export function Ask(props: { readonly says: string; readonly busy?: boolean; readonly goOn: () => void }) {
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{props.says}</MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" disabled={props.busy} onClick={props.goOn}>
          Save all the same
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
