import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { outcomeInWords } from '../api/in-words.ts';
import { useAction } from '../api/use-action.ts';
import { usePage } from '../shell/page.ts';

/** A review that was not held is noted with the reason; another has to be booked. */
export function NotHeld({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const act = useAction('record-review-outcome');
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const [said, setSaid] = useState('');
  if (pack.stage !== 'Booked' && pack.stage !== 'Planned') return null;
  async function note() {
    const words = outcomeInWords(await act({ review: pack.review, seen: pack.seen, notHeld: why }), pack.review);
    setSaid(words.good ? '' : words.says);
    if (words.good) await changed();
  }
  if (!open) {
    return (
      <div>
        <Button appearance="subtle" onClick={() => setOpen(true)}>
          It was not held…
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.row}>
      <Field label="Why was it not held?" validationMessage={said || undefined}>
        <Input value={why} maxLength={255} onChange={(_, { value }) => setWhy(value)} />
      </Field>
      <Button onClick={() => void note()}>Note it as not held</Button>
      <Button onClick={() => setOpen(false)}>Cancel</Button>
      <Text size={200}>Another review has to be booked.</Text>
    </div>
  );
}
