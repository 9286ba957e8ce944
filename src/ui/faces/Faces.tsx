import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { momentOf } from '../../school/moment.ts';
import type { Trouble } from '../api/api.ts';
import type { Viewed } from '../api/use-view.ts';

const useStyles = makeStyles({
  face: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  trouble: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    // Paper says its age itself.
    '@media print': { display: 'none' },
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorStatusDangerBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  grow: { flexGrow: 1 },
});

/** While the first answer is on its way: the shape of rows, and a word for screen readers. */
export function Loading({ what }: { readonly what: string }) {
  const styles = useStyles();
  return (
    <div className={styles.face}>
      <output>
        <Text>{`Loading ${what}…`}</Text>
      </output>
      <Skeleton aria-hidden className={styles.face}>
        {['first', 'second', 'third', 'fourth'].map((row) => (
          <SkeletonItem key={row} size={32} />
        ))}
      </Skeleton>
    </div>
  );
}

/** Nothing to show, and that is an answer too. */
export function Empty({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.face}>
      <Text size={400}>{children}</Text>
    </div>
  );
}

/** What happened and what to do; the request id for support stays folded. */
export function TroubleFace({ trouble, again }: { readonly trouble: Trouble; readonly again?: () => void }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.trouble}>
      <div className={styles.grow}>
        <Text>{trouble.says}</Text>
        {trouble.requestId && (
          <details>
            <summary>Details for support</summary>
            <Text font="monospace">{`Request ${trouble.requestId}`}</Text>
          </details>
        )}
      </div>
      {again && <Button onClick={again}>Try again</Button>}
    </div>
  );
}

/** Draws the face a view is in; with data and a later trouble both, so that nothing vanishes. */
export function Faces<D>(props: {
  readonly view: Viewed<D>;
  readonly what: string;
  /** True around other faces, which say themselves what is the matter and how old their data is. */
  readonly around?: boolean;
  readonly children: (data: D) => ReactNode;
}) {
  const { view, what, children } = props;
  const again = () => void view.reload();
  if (view.data === undefined) {
    return view.trouble ? <TroubleFace trouble={view.trouble} again={again} /> : <Loading what={what} />;
  }
  return (
    <>
      {view.trouble && !props.around && <TroubleFace trouble={{ ...view.trouble, says: stale(view) }} again={again} />}
      {!view.trouble && !props.around && view.ageSeconds !== undefined && <Old view={view} seconds={view.ageSeconds} />}
      {children(view.data)}
    </>
  );
}

/** Microsoft 365 is down: what is shown is what the app last knew, and a press may not be saved. */
function Old({ view, seconds }: { readonly view: Viewed<unknown>; readonly seconds: number }) {
  const at = view.asOf ? ` as it was known at ${momentOf(view.asOf).time},` : '';
  const says = `Microsoft 365 does not answer. What stands below is${at} ${ageInWords(seconds)} old. It can be read and printed; nothing can be saved until Microsoft 365 is back.`;
  return <TroubleFace trouble={{ says }} />;
}

/** "less than a minute", "1 minute", "12 minutes". */
export function ageInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes < 1 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function stale(view: Viewed<unknown>): string {
  const age = ageInWords((Date.now() - (view.cameAt ?? Date.now())) / 1000 + (view.ageSeconds ?? 0));
  return `${view.trouble?.says ?? ''} What stands below is ${age} old.`;
}
