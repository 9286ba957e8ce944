import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { shortDate } from '../../school/calendar/dates.ts';
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

/**
 * Whom no invitation reaches: each is rung, written to or told, and one press notes how and when (8.2). Who was noted keeps the
 * place with what was noted, so that the next does not come under the finger.
 */
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
  const [people] = useState(props.review.toAsk);
  const [noted, setNoted] = useState<Readonly<Record<string, string>>>({});
  async function note(contact: string, { by, press }: (typeof ways)[number]) {
    setBusy(true);
    const outcome = outcomeInWords(await act({ review: props.review.review, contact, by, on: day }));
    setSaid(outcome.good ? '' : outcome.says);
    if (outcome.good) {
      setNoted((before) => ({ ...before, [contact]: `${press} on ${shortDate(day)}` }));
      await props.changed();
    }
    setBusy(false);
  }
  return (
    <div className={own.below}>
      <div className={styles.row}>
        <Field label="Asked on">
          <Input type="date" value={day} max={props.today} onChange={(_, { value }) => setDay(value)} />
        </Field>
      </div>
      {people.map(({ who, name, why }) => (
        <div key={who} className={styles.line}>
          <span className={styles.grow}>
            <Text>{name}</Text>
            <Text size={200} className={styles.quiet}>
              {noted[who] ? `✓ ${noted[who]}` : why}
            </Text>
          </span>
          {!noted[who] &&
            ways.map((way) => (
              <Button
                key={way.by}
                size="small"
                disabled={busy || day === ''}
                aria-label={`${way.press}: ${name}`}
                onClick={() => void note(who, way)}
              >
                {way.press}
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
