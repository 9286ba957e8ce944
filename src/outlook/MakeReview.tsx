import { Field, MessageBar, MessageBarBody, makeStyles, Select, Subtitle1, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingOffers } from '../school/reviews/meeting-offer.types.ts';
import { useView } from '../ui/api/use-view.ts';
import { Empty, Faces } from '../ui/faces/Faces.tsx';
import type { OutlookHost } from '../ui/host/outlook/connect-outlook.ts';
import type { OpenMeeting } from '../ui/host/outlook/open-meeting.ts';
import { usePage } from '../ui/shell/page.ts';
import type { Made } from './JustMade.tsx';
import { Offer } from './Offer.tsx';

// A choice is as wide as its longest line unless it is told otherwise.
const useStyles = makeStyles({
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
  whole: { minWidth: 0, width: '100%' },
});

/** A meeting that is no review yet: whose it is, who comes into it, who is asked apart; then one press. */
export default function MakeReview(props: {
  readonly host: OutlookHost;
  readonly meeting: OpenMeeting;
  /** The review that its text names already. */
  readonly review?: string;
  readonly again: () => Promise<void>;
  readonly made: (made: Made) => void;
}) {
  const { meeting } = props;
  const styles = usePage();
  const own = useStyles();
  const [review, setReview] = useState(props.review ?? '');
  const { start, end } = meeting;
  const view = useView<MeetingOffers>('meeting-offer', { start, end, ...(review === '' ? {} : { review }) });
  const [due, setDue] = useState<MeetingOffers['due']>([]);
  if (view.data && view.data.due !== due) setDue(view.data.due);
  if (meeting.series) {
    return (
      <Empty>This is one of a series. Each review has a meeting of its own: make one, and open the pane there.</Empty>
    );
  }
  const choices = view.data?.due ?? due;
  // The pane is too narrow for a whole line in the box: below it nothing of it is cut off.
  const chosen = choices.find((one) => one.review === review);
  return (
    <section className={styles.page} aria-label="Make it a review">
      <div className={styles.head}>
        <Subtitle1 as="h1" tabIndex={-1}>
          Make this meeting a review
        </Subtitle1>
      </div>
      {choices.length > 0 && (
        <Field label="Whose review is it?" className={own.narrow} hint={chosen?.says}>
          <Select
            className={own.whole}
            select={{ className: own.whole }}
            value={review}
            onChange={(_, { value }) => setReview(value)}
          >
            <option value="">Choose…</option>
            {choices.map((one) => (
              <option key={one.review} value={one.review}>
                {one.says}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Faces view={view} what="the reviews that are due">
        {(offers) => (
          <>
            {offers.trouble && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{offers.trouble}</MessageBarBody>
              </MessageBar>
            )}
            {!offers.trouble && offers.due.length === 0 && (
              <Text>No review waits for a meeting in this half term.</Text>
            )}
            {review !== '' && !offers.offer && <Text>This review waits for no meeting any more.</Text>}
            {offers.offer && <Offer key={review} {...props} review={review} offer={offers.offer} />}
          </>
        )}
      </Faces>
    </section>
  );
}
