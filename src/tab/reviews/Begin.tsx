import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import { shortDate } from '../../school/calendar/dates.ts';
import type { ReviewRow, Reviews } from '../../school/reviews/reviews.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

type Kind = 'request' | 'emergency';

/** Reviews that no calendar makes due: asked for in writing (6.2), or called after a safeguarding concern (4.4). */
export function Begin({ reviews, changed }: { readonly reviews: Reviews; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const note = useAction('note-review-request');
  const call = useAction('call-emergency-review');
  const [open, setOpen] = useState<Kind>();
  const [said, setSaid] = useState('');
  const { may, rows, today } = reviews;
  const directions = rows.filter(({ direction }) => direction);
  const done = (says: string) => () => {
    setOpen(undefined);
    setSaid(says);
    void changed();
  };
  const shut = () => setOpen(undefined);
  return (
    <>
      <div className={styles.row}>
        {may.noteRequest && directions.length > 0 && (
          <Button aria-expanded={open === 'request'} onClick={() => setOpen('request')}>
            A parent or the authority asks…
          </Button>
        )}
        {may.callEmergency && rows.length > 0 && (
          <Button aria-expanded={open === 'emergency'} onClick={() => setOpen('emergency')}>
            Emergency review…
          </Button>
        )}
        {said && <Text role="status">{said}</Text>}
      </div>
      {open === 'request' && (
        <RecordForm
          form={requestOf(directions, today)}
          title="A request in writing for a review"
          press="Note the request"
          send={note}
          done={done('The request is noted. The board says by when it is answered, and whether it obliges.')}
          leave={shut}
        />
      )}
      {open === 'emergency' && (
        <RecordForm
          form={emergencyOf(rows, today)}
          title="An emergency review after a safeguarding concern"
          press="Call the review"
          send={call}
          done={done('The emergency review is called: hold it today. It stands on the board.')}
          leave={shut}
        />
      )}
    </>
  );
}

function requestOf(rows: readonly ReviewRow[], today: string): Form {
  return {
    inputs: [
      placementOf(rows),
      {
        name: 'from',
        kind: 'choice',
        label: 'Who asks',
        required: true,
        options: [
          { value: 'Parent', says: 'Parent' },
          { value: 'Pupil', says: 'Pupil (at 18)' },
          { value: 'LA', says: 'Local authority (EHCP)' },
        ],
      },
      {
        name: 'receivedOn',
        kind: 'schoolDay',
        label: 'Received on',
        required: true,
        hint: `Today is ${shortDate(today)}`,
      },
      { name: 'note', kind: 'text', label: 'Note', required: false, maxLength: 255 },
    ],
    values: {},
  };
}

function emergencyOf(rows: readonly ReviewRow[], today: string): Form {
  return {
    inputs: [
      placementOf(rows),
      {
        name: 'on',
        kind: 'schoolDay',
        label: 'Day of the concern',
        required: true,
        hint: `Today is ${shortDate(today)}`,
      },
      {
        name: 'reference',
        kind: 'text',
        label: 'Reference',
        required: false,
        maxLength: 255,
        hint: 'In the safeguarding system; no detail here',
      },
    ],
    values: {},
  };
}

function placementOf(rows: readonly ReviewRow[]): Form['inputs'][number] {
  return {
    name: 'placement',
    kind: 'choice',
    label: 'Whose placement',
    required: true,
    options: rows.map(({ placement, name, initials, year, providerName }) => ({
      value: placement,
      says: `${name ?? initials} ${year}, ${providerName}`,
    })),
  };
}
