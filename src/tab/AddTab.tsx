import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Host } from '../ui/host/connect.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalXL },
});

/** The page Teams shows when somebody adds the tab to a channel: there is nothing to choose, Save is enough. */
export function AddTab({ host }: { readonly host: Host }) {
  const styles = useStyles();
  useEffect(() => host.offerTab(`${window.location.origin}/tab/`, 'AP today'), [host]);
  return (
    <main className={styles.page}>
      <Title3 as="h1">Add “AP today” to this channel</Title3>
      <Text>Press Save. Everyone sees only what their own role at the school allows.</Text>
    </main>
  );
}
