import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { BookedReview } from '../../school/reviews/reviews.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';

const ways = [
  { by: 'Call', press: 'Rang' },
  { by: 'Letter', press: 'Wrote' },
  { by: 'Mail', press: 'E-mailed' },
  { by: 'InPerson', press: 'Told' },
] as const;

const useStyles = makeStyles({
  // Below the line of its review, as wide as the card.
  below: { flexBasis: '100%', minWidth: 0 },
});

/** Whom no invitation reaches: each is rung, written to or told, and one press notes how and when (8.2). */
export function ToAsk(props: {
  readonly review: BookedReview;
  readonly today: string;
  readonly changed: () => Promise<void>;
}) {
  const styles = usePage();
  const own = useStyles();
  const act = useAction('note-invitation');
  const [day, setDay] = useState(props.today);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  async function note(contact: string, by: string) {
    setBusy(true);
    const outcome = outcomeInWords(await act({ review: props.review.review, contact, by, on: day }));
    setSaid(outcome.good ? '' : outcome.says);
    if (outcome.good) await props.changed();
    setBusy(false);
  }
  return (
    <div className={own.below}>
      <div className={styles.row}>
        <Field label="Asked on">
          <Input type="date" value={day} max={props.today} onChange={(_, { value }) => setDay(value)} />
        </Field>
      </div>
      {props.review.toAsk.map(({ who, name, why }) => (
        <div key={who} className={styles.line}>
          <span className={styles.grow}>
            <Text>{name}</Text>
            <Text size={200} className={styles.quiet}>
              {why}
            </Text>
          </span>
          {ways.map(({ by, press }) => (
            <Button
              key={by}
              size="small"
              disabled={busy || day === ''}
              aria-label={`${press}: ${name}`}
              onClick={() => void note(who, by)}
            >
              {press}
            </Button>
          ))}
        </div>
      ))}
      {said && (
        <Text role="alert" className={styles.bad}>
          {said}
        </Text>
      )}
    </div>
  );
}
