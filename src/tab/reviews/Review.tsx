import { Button, Text } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef } from 'react';
import { shortDate } from '../../school/calendar/dates.ts';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { Minutes } from '../../ui/reviews/Minutes.tsx';
import { Notice } from '../../ui/reviews/Notice.tsx';
import { Said } from '../../ui/reviews/Said.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { NotHere } from '../NotHere.tsx';
import { Outcome } from './Outcome.tsx';
import { Pack } from './Pack.tsx';

/** Milliseconds after which the minutes of a review just written are mostly filed, and the screen can say so. */
const untilFiled = 2_500;

/** One review: when and with whom, what is due; then what is known beside the agenda, and what came of it. */
export function Review({ review, back }: { readonly review: string; readonly back: () => void }) {
  const styles = usePage();
  const view = useView<ReviewPack | null>('review-pack', { review });
  const { reload } = view;
  const written = useCallback(async () => {
    await reload();
    setTimeout(() => void reload(), untilFiled);
  }, [reload]);
  return (
    <section className={styles.page} aria-label="A review">
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={back}>
          Back
        </Button>
      </div>
      <Faces view={view} what="the review">
        {(pack) =>
          pack ? (
            <Shown pack={pack} changed={written} />
          ) : (
            <NotHere says="This review is not here, or not yours to see." />
          )
        }
      </Faces>
    </section>
  );
}

function Shown({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(pack.completedOn === undefined);
  useEffect(() => {
    // The form is gone once the review is written up: who pressed *Finish* reads on at the top, where the minutes are.
    if (wasOpen.current && pack.completedOn !== undefined) heading.current?.focus();
    wasOpen.current = pack.completedOn === undefined;
  }, [pack.completedOn]);
  const asked = pack.people.filter(({ asked: how, came }) => how !== undefined || came).map(({ says }) => says);
  return (
    <>
      <div className={styles.head}>
        <Text as="h1" size={600} weight="semibold" ref={heading} tabIndex={-1}>
          {`${pack.who} · ${pack.providerName}`}
        </Text>
        <Text as="p" size={400}>{`${pack.kindSays} review. ${pack.when}.`}</Text>
        {asked.length > 0 && <Text as="p">{`With: ${asked.join('; ')}.`}</Text>}
        {pack.due && <Text as="p">{`${pack.due}.`}</Text>}
        {pack.completedOn && <Text as="p">{`Written up on ${shortDate(pack.completedOn)}.`}</Text>}
        {pack.changedBy && (
          <Text as="p" size={200} className={styles.quiet}>
            {pack.changedBy}
          </Text>
        )}
        {pack.completedOn !== undefined && <Minutes pack={pack} />}
      </div>
      <Pack pack={pack} />
      {pack.completedOn === undefined && pack.may.write && pack.stage !== 'Missed' ? (
        <Outcome key={pack.review} pack={pack} changed={changed} />
      ) : (
        <Said pack={pack} />
      )}
      {pack.completedOn !== undefined && pack.may.write && pack.direction && <Notice pack={pack} changed={changed} />}
    </>
  );
}
