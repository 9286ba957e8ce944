import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { useAction } from '../api/use-action.ts';
import { RecordForm } from '../forms/RecordForm.tsx';

/** After a review of a direction the day is noted on which its outcome was sent to the parents in writing. */
export function Notice({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  const act = useAction('record-review-outcome');
  const [open, setOpen] = useState(false);
  const inputs = pack.outcome.inputs.filter(({ name }) => name === 'outcomeNoticeSentOn');
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>Note the notice of the outcome</Button>
      </div>
    );
  }
  return (
    <RecordForm
      form={{ inputs, values: pack.outcome.values }}
      title="Notice of the outcome, in writing"
      press="Save"
      send={(values) => act({ review: pack.review, seen: pack.seen, ...values })}
      done={() => {
        setOpen(false);
        void changed();
      }}
      leave={() => setOpen(false)}
    />
  );
}
