import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DocumentArrowDownRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { useApi } from '../api/ApiProvider.tsx';
import { NotShown } from '../api/api.ts';
import { giveFile } from '../api/give-file.ts';
import { usePage } from '../shell/page.ts';

const useStyles = makeStyles({
  minutes: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
    '& p': { margin: 0 },
  },
});

/** The minutes of a review that is written up, as a Word document from the school's library; the server hands it out. */
export function Minutes({ pack }: { readonly pack: ReviewPack }) {
  const styles = useStyles();
  const page = usePage();
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  async function fetchMinutes() {
    setBusy(true);
    setTrouble(undefined);
    try {
      const { file, name } = await api.fetchDocument('minutes', pack.review);
      giveFile(file, name);
    } catch (error) {
      setTrouble(error instanceof NotShown ? error.trouble.says : 'This page met a fault. Reload it.');
    }
    setBusy(false);
  }
  const filed = pack.minutesDocument
    ? 'Word document, filed in the school’s library.'
    : 'Word document; not filed in the school’s library yet.';
  return (
    <div className={styles.minutes}>
      <Button icon={<DocumentArrowDownRegular />} disabledFocusable={busy} onClick={() => void fetchMinutes()}>
        Minutes
      </Button>
      <Text as="p" size={200} className={page.quiet}>
        {filed}
      </Text>
      <Text as="p" role="status" className={mergeClasses(trouble !== undefined && page.bad)}>
        {busy ? 'Fetching the minutes…' : trouble}
      </Text>
    </div>
  );
}
