import { MessageBar, MessageBarBody, Subtitle1, Text } from '@fluentui/react-components';
import { UndoBar } from '../ui/reviews/UndoBar.tsx';
import { usePage } from '../ui/shell/page.ts';
import { ReviewPane } from './ReviewPane.tsx';

/** A meeting that was made a review's a moment ago. */
export interface Made {
  readonly review: string;
  /** What the person ought to know. */
  readonly says?: string;
  /** Entry in the journal, and the instant (machine's clock) until which it can be undone. */
  readonly entry: string;
  readonly until?: string;
}

/** What was done with the meeting; while nobody else is invited yet it can be undone, then the review itself shows. */
export function JustMade({ made, over }: { readonly made: Made; readonly over: (undone: boolean) => void }) {
  const styles = usePage();
  return (
    <>
      <section className={styles.page} aria-label="What was done">
        <div className={styles.head}>
          {made.until !== undefined && (
            <Subtitle1 as="h1" tabIndex={-1}>
              This meeting is a review now
            </Subtitle1>
          )}
          <Text as="p">
            {made.until === undefined
              ? 'Not sent yet? Press Send in Outlook: that invites the staff.'
              : 'Press Send in Outlook now: that invites the staff.'}
          </Text>
        </div>
        {made.says && (
          <MessageBar intent={made.until === undefined ? 'warning' : 'info'} layout="multiline">
            <MessageBarBody>{made.says}</MessageBarBody>
          </MessageBar>
        )}
        {made.until !== undefined && (
          <UndoBar entry={made.entry} until={made.until} says="The others’ own meetings" over={over} />
        )}
      </section>
      {made.until === undefined && <ReviewPane review={made.review} />}
    </>
  );
}
