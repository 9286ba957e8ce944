import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  says: { display: 'block', color: tokens.colorNeutralForeground3 },
});

/** The line above a pane: what it is, in which place. */
export function PaneHead({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <div>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
        <Caption1 className={styles.says}>{says}</Caption1>
      </div>
      {children}
    </header>
  );
}
