import { makeStyles, Tab, TabList, Text, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { planPlace } from '../../school/office/tab-link.ts';
import type { Reviews as Held } from '../../school/reviews/reviews.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Begin } from './Begin.tsx';
import { Booked } from './Booked.tsx';
import { Grid } from './Grid.tsx';
import { Plan } from './Plan.tsx';
import { Review } from './Review.tsx';

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Is every pupil reviewed in every half term? The grid answers it, the plan books what is missing, the list holds what stands. */
export default function Reviews({ named }: { readonly named?: string }) {
  const view = useView<Held>('reviews');
  return (
    <Faces view={view} what="the reviews">
      {(reviews) => <Shown reviews={reviews} named={named} changed={view.reload} />}
    </Faces>
  );
}

function Shown(props: {
  readonly reviews: Held;
  /** The review that a link named: it is open at first; or the plan. */
  readonly named?: string;
  readonly changed: () => Promise<void>;
}) {
  const { reviews, changed } = props;
  const styles = usePage();
  const own = useStyles();
  const toPlan = props.named === planPlace;
  const [part, setPart] = useState<unknown>(toPlan && reviews.may.book ? planPlace : 'grid');
  const [planned, setPlanned] = useState(part === planPlace);
  const [opened, setOpened] = useState(toPlan ? undefined : props.named);
  return (
    <>
      {opened !== undefined && (
        <Review
          review={opened}
          back={() => {
            setOpened(undefined);
            void changed();
          }}
        />
      )}
      <section
        className={opened === undefined ? styles.page : undefined}
        hidden={opened !== undefined}
        aria-label="Reviews"
      >
        <div className={styles.head}>
          <Title3 as="h1">{reviews.says}</Title3>
          {reviews.trouble && <Text as="p">{reviews.trouble}</Text>}
        </div>
        <TabList
          className={own.tabs}
          selectedValue={part}
          onTabSelect={(_, { value }) => {
            setPart(value);
            if (value === planPlace) setPlanned(true);
            // Meetings that were made a moment ago are moved and cancelled as they stand now.
            if (value === 'booked') void changed();
          }}
          aria-label="Reviews by"
        >
          <Tab value="grid">Half terms</Tab>
          {reviews.may.book && <Tab value={planPlace}>Plan</Tab>}
          <Tab value="booked">{`In the calendar (${reviews.booked.length})`}</Tab>
        </TabList>
        {part === 'grid' &&
          (reviews.rows.length === 0 ? (
            <Empty>No placement needs a review yet. They come with placements.</Empty>
          ) : (
            <Grid reviews={reviews} open={setOpened} />
          ))}
        {part === 'grid' && <Begin reviews={reviews} changed={changed} />}
        {/* Once opened it stays beside the others: a look at the calendar must not take *Undo* away. */}
        {planned && (
          <div className={part === planPlace ? own.part : undefined} hidden={part !== planPlace}>
            <Plan changed={changed} />
          </div>
        )}
        {part === 'booked' && (
          <Booked booked={reviews.booked} today={reviews.today} may={reviews.may} open={setOpened} changed={changed} />
        )}
      </section>
    </>
  );
}
