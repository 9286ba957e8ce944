import { MessageBar, MessageBarBody, Subtitle1, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { shortDate } from '../school/calendar/dates.ts';
import { momentOf } from '../school/moment.ts';
import type { PackFinding, ReviewPack } from '../school/reviews/review-pack.types.ts';
import { useView } from '../ui/api/use-view.ts';
import { Empty, Faces } from '../ui/faces/Faces.tsx';
import { Minutes } from '../ui/reviews/Minutes.tsx';
import { Notice } from '../ui/reviews/Notice.tsx';
import { Said } from '../ui/reviews/Said.tsx';
import { usePage } from '../ui/shell/page.ts';
import { AttendanceStrip } from './AttendanceStrip.tsx';
import { LastActions } from './LastActions.tsx';
import { ObjectivesSaid } from './ObjectivesSaid.tsx';
import { PaneOutcome } from './PaneOutcome.tsx';

/** The review of the open meeting: what is known, then what comes of it, saved as it is typed. */
export function ReviewPane(props: {
  readonly review: string;
  /** What stands there while the review is neither booked nor held: the organiser can book it with this meeting. */
  readonly unbooked?: ReactNode;
}) {
  const { review, unbooked } = props;
  const view = useView<ReviewPack | null>('review-pack', { review });
  const today = view.asOf === undefined ? '' : momentOf(view.asOf).today;
  return (
    <Faces view={view} what="the review">
      {(pack) =>
        pack ? (
          <>
            {pack.stage === 'Planned' && unbooked}
            <Shown pack={pack} today={today} changed={view.reload} />
          </>
        ) : (
          (unbooked ?? <Empty>This review is not here, or not yours to see. If it should be, ask the AP leader.</Empty>)
        )
      }
    </Faces>
  );
}

interface Parts {
  readonly pack: ReviewPack;
  /** The school's day. */
  readonly today: string;
  readonly changed: () => Promise<void>;
}

function Shown({ pack, today, changed }: Parts) {
  const styles = usePage();
  const writes = pack.completedOn === undefined && pack.may.write && pack.stage !== 'Missed';
  return (
    <section className={styles.page} aria-label="The review">
      <div className={styles.head}>
        <Subtitle1 as="h1">{`${pack.who} · ${pack.providerName}`}</Subtitle1>
        <Text as="p">{`${pack.kindSays} review. ${pack.when}.`}</Text>
        {pack.due && <Text as="p">{`${pack.due}.`}</Text>}
        {pack.completedOn && <Text as="p">{`Written up on ${shortDate(pack.completedOn)}.`}</Text>}
        {pack.changedBy && (
          <Text as="p" size={200} className={styles.quiet}>
            {pack.changedBy}
          </Text>
        )}
        {pack.completedOn !== undefined && <Minutes pack={pack} />}
      </div>
      <Findings findings={pack.findings} />
      <AttendanceStrip pack={pack} />
      <LastActions pack={pack} today={today} changed={changed} />
      {writes ? (
        <PaneOutcome key={pack.review} pack={pack} changed={changed} />
      ) : (
        <>
          <ObjectivesSaid pack={pack} />
          <Said pack={pack} />
        </>
      )}
      {pack.completedOn !== undefined && pack.may.write && pack.direction && <Notice pack={pack} changed={changed} />}
    </section>
  );
}

const intents: Readonly<Record<PackFinding['standing'], 'error' | 'warning' | 'info'>> = {
  breach: 'error',
  blocked: 'error',
  due: 'warning',
  warning: 'info',
};

function Findings({ findings }: { readonly findings: readonly PackFinding[] }) {
  return findings.map(({ says, standing }) => (
    <MessageBar key={says} intent={intents[standing]} layout="multiline">
      <MessageBarBody>{says}</MessageBarBody>
    </MessageBar>
  ));
}
