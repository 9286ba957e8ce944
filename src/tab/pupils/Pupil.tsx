import { Badge, Button, Text, Title3 } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { lazy, useState } from 'react';
import { dateWithYear } from '../../school/calendar/dates.ts';
import { momentOf, type SchoolDay } from '../../school/moment.ts';
import type { PupilPage } from '../../school/pupils/pupil.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { useGo } from '../../ui/shell/go.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Contacts } from './Contacts.tsx';
import { Picture } from './Picture.tsx';
import { PupilDesk } from './PupilDesk.tsx';
import { Reviews } from './Reviews.tsx';
import { Shares } from './Shares.tsx';
import { Timeline } from './Timeline.tsx';

// A review is loaded when one is opened.
const Review = lazy(async () => ({ default: (await import('../reviews/Review.tsx')).Review }));

/** A pupil: where today and who must be told first; then attendance as a picture, placements, reviews, contacts, what happened. */
export function Pupil({ pupil, back }: { readonly pupil: string; readonly back: () => void }) {
  const [review, setReview] = useState<string>();
  if (review === undefined) return <Page pupil={pupil} back={back} open={setReview} />;
  return <Review review={review} back={() => setReview(undefined)} />;
}

function Page(props: { readonly pupil: string; readonly back: () => void; readonly open: (review: string) => void }) {
  const { pupil, back, open } = props;
  const styles = usePage();
  const view = useView<PupilPage | null>('pupil', { pupil });
  return (
    <section className={styles.page} aria-label="A pupil">
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={back}>
          All pupils
        </Button>
      </div>
      <Faces view={view} what="the pupil">
        {(page) =>
          page ? (
            <Shown page={page} today={view.asOf ? momentOf(view.asOf).today : ''} changed={view.reload} open={open} />
          ) : (
            <Empty>This pupil is not here, or not yours to see.</Empty>
          )
        }
      </Faces>
    </section>
  );
}

function Shown(props: {
  readonly page: PupilPage;
  readonly today: SchoolDay;
  readonly changed: () => Promise<void>;
  readonly open: (review: string) => void;
}) {
  const { page, changed } = props;
  const styles = usePage();
  return (
    <>
      <div className={styles.head}>
        <Title3 as="h1">{[page.name ?? page.initials, page.year, page.tutorGroup].filter(Boolean).join(' · ')}</Title3>
        {page.whereNow.map((line) => (
          <Text as="p" key={line} size={400}>
            {line}
          </Text>
        ))}
        {page.flagSays && (
          <div className={styles.row}>
            <Badge appearance="outline" color="important">
              Tell the DSL
            </Badge>
            <Text>{[page.flagSays, ...page.mustTell].join(' ')}</Text>
          </div>
        )}
        {page.nextReview && <Text as="p">{page.nextReview.says}</Text>}
      </div>
      <PupilDesk page={page} changed={changed} />
      <Shares shares={page.shares} />
      <Picture page={page} />
      <Placements placements={page.placements} />
      <Reviews reviews={page.reviews} open={props.open} />
      <Contacts page={page} changed={changed} />
      <Facts page={page} />
      <Timeline happened={page.timeline} says={page.timelineSays} today={props.today} />
    </>
  );
}

function Placements({ placements }: Pick<PupilPage, 'placements'>) {
  const styles = usePage();
  const go = useGo();
  if (placements.length === 0) return null;
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        Placements
      </Text>
      <ul className={styles.card}>
        {placements.map((each) => (
          <li key={each.placement} className={styles.line}>
            <span className={styles.grow}>
              <Text weight="semibold">{`${each.providerName} · ${each.stage}`}</Text>
              <Text size={200} className={styles.quiet}>
                {[
                  `from ${dateWithYear(each.from)}`,
                  each.to ? `to ${dateWithYear(each.to)}` : '',
                  each.legalBasis,
                  each.primaryReason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </span>
            <Text size={200}>
              {each.week
                .map(
                  ({ day, session, start, end, weeks }) =>
                    `${day.slice(0, 3)} ${session} ${start}–${end}${weeks === 'Every' ? '' : ` (week ${weeks})`}`,
                )
                .join(', ')}
            </Text>
            <Button
              size="small"
              onClick={() => go('placements', undefined, each.placement)}
              aria-label={`Open the placement at ${each.providerName}`}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ page }: { readonly page: PupilPage }) {
  const styles = usePage();
  const facts = [...page.facts, ...(page.flags ?? []).map((flag) => ({ label: 'Flag', value: flag }))];
  if (facts.length === 0) return null;
  return (
    <details>
      <summary>
        <Text weight="semibold">About the pupil</Text>
      </summary>
      <ul className={styles.card}>
        {facts.map(({ label, value }) => (
          <li key={`${label} ${value}`} className={styles.line}>
            <Text className={styles.quiet}>{label}</Text>
            <Text>{value}</Text>
          </li>
        ))}
      </ul>
    </details>
  );
}
