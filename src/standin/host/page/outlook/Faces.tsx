import { MessageBar, MessageBarBody, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Page } from './use-mailbox.ts';

const useStyles = makeStyles({ empty: { margin: 'auto', color: tokens.colorNeutralForeground3 } });

/** The four faces of a page of Graph's: loading, trouble, empty, content. */
export function Faces<T>({
  page,
  what,
  empty,
  children,
}: {
  readonly page: Page<T>;
  readonly what: string;
  readonly empty: string;
  readonly children: (value: readonly T[]) => ReactNode;
}) {
  const styles = useStyles();
  if (page.is === 'loading') return <Spinner label={what} />;
  if (page.is === 'trouble') {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {what} cannot be read just now. {page.says}
        </MessageBarBody>
      </MessageBar>
    );
  }
  return page.value.length === 0 ? <Text className={styles.empty}>{empty}</Text> : children(page.value);
}
