import { Button, makeStyles, Subtitle1, Text } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { reviewInBody } from '../school/reviews/review-in-body.ts';
import type { ReviewPack } from '../school/reviews/review-pack.types.ts';
import { useView } from '../ui/api/use-view.ts';
import { Empty, Loading, TroubleFace } from '../ui/faces/Faces.tsx';
import type { OutlookHost } from '../ui/host/outlook/connect-outlook.ts';
import type { OpenMeeting } from '../ui/host/outlook/open-meeting.ts';
import { usePage } from '../ui/shell/page.ts';
import { useFocusKept } from '../ui/shell/use-focus-kept.ts';
import { JustMade, type Made } from './JustMade.tsx';
import { ReviewPane } from './ReviewPane.tsx';
import { useMeeting } from './use-meeting.ts';

const useStyles = makeStyles({ whole: { ':focus': { outline: 'none' }, '& h1:focus': { outline: 'none' } } });

// Only who organises a meeting that is no review yet needs it.
const MakeReview = lazy(() => import('./MakeReview.tsx'));

/** The pane of the meeting that is open: its review, or the one thing that can be done with a meeting that is none. */
export function Pane({ host }: { readonly host: OutlookHost }) {
  const { opened, again } = useMeeting(host);
  if (opened.state === 'reading') return <Loading what="the meeting" />;
  if (opened.state === 'unreadable') {
    return <TroubleFace trouble={{ says: opened.says }} again={() => void again()} />;
  }
  if (!opened.meeting) return <Empty>Open a meeting: its review shows here.</Empty>;
  return <OfMeeting key={opened.nth} host={host} meeting={opened.meeting} again={again} />;
}

function OfMeeting(props: {
  readonly host: OutlookHost;
  readonly meeting: OpenMeeting;
  readonly again: () => Promise<void>;
}) {
  const { host, meeting, again } = props;
  const styles = useStyles();
  const [chosen, setChosen] = useState<string>();
  const [made, setMade] = useState<Made>();
  const box = useFocusKept(made);
  const named = reviewInBody(meeting.body);
  const review = named.kind === 'one' ? named.review : chosen;
  const make = meeting.write && (
    <Suspense fallback={<Loading what="the reviews that are due" />}>
      <MakeReview host={host} meeting={meeting} review={review} again={again} made={setMade} />
    </Suspense>
  );
  function shown(): ReactNode {
    if (made) {
      return <JustMade made={made} over={(undone) => setMade(undone ? undefined : { ...made, until: undefined })} />;
    }
    if (review !== undefined) return <ReviewPane review={review} unbooked={make} />;
    if (named.kind === 'several') return <WhichReview reviews={named.reviews} choose={setChosen} />;
    return (
      make ?? (
        <Empty>
          This meeting is no AP review. Who organises it can make it one: open it as its organiser and press “AP
          review”.
        </Empty>
      )
    );
  }
  return (
    <div ref={box} tabIndex={-1} className={styles.whole}>
      {shown()}
    </div>
  );
}

/** Quoted or forwarded text may name several reviews: who knows the meeting says which it is. */
function WhichReview(props: { readonly reviews: readonly string[]; readonly choose: (review: string) => void }) {
  const styles = usePage();
  return (
    <section className={styles.page} aria-label="Which review">
      <div className={styles.head}>
        <Subtitle1 as="h1">Which review is this?</Subtitle1>
        <Text as="p">The text of this meeting names more than one.</Text>
      </div>
      {props.reviews.map((review) => (
        <OneReview key={review} review={review} choose={() => props.choose(review)} />
      ))}
    </section>
  );
}

function OneReview({ review, choose }: { readonly review: string; readonly choose: () => void }) {
  const { data, trouble } = useView<ReviewPack | null>('review-pack', { review });
  if (data) {
    return <Button onClick={choose}>{`${data.who}, ${data.providerName}: ${data.when}`}</Button>;
  }
  if (data === undefined && !trouble) return <Text>Looking…</Text>;
  return <Text>{trouble?.says ?? 'One of them is not here, or not yours to see.'}</Text>;
}
