import { CounterBadge, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';

/** One screen in the navigation. */
export interface ShellEntry {
  readonly name: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** How many wait there; nothing is drawn for 0. */
  readonly count?: number;
}

/** What stands around every screen. */
export interface ShellProps {
  readonly school: string;
  /** The school's day in words. */
  readonly day: string;
  readonly person: string;
  /** The roles in words, cover included. */
  readonly role: string;
  readonly entries: readonly ShellEntry[];
  readonly current: string;
  readonly go: (name: string) => void;
  /** For a person with several schools: chooses another. */
  readonly anotherSchool?: () => void;
  readonly children: ReactNode;
}

const phone = '@media (max-width: 640px)';
/** Screens that stand in the bottom bar of a phone; the others are a press on “More” away. */
const inBar = 4;

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto minmax(0, 1fr) auto' },
    '@media print': { display: 'block', height: 'auto' },
  },
  top: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    '@media print': { display: 'none' },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [phone]: { paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalM },
  },
  pair: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
    [phone]: {
      gridRow: 3,
      flexDirection: 'row',
      flexWrap: 'wrap',
      justifyContent: 'space-around',
      padding: tokens.spacingVerticalXXS,
      borderRight: 'none',
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  entry: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXXS,
    // As wide as the longest name is when it is chosen, so that no screen shifts.
    minWidth: '92px',
    minHeight: '56px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorTransparentBackground,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground2Hover },
    [phone]: { minWidth: 0, flexGrow: 1, flexBasis: '15%', fontSize: tokens.fontSizeBase100 },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  folded: { [phone]: { display: 'none' } },
  more: { display: 'none', [phone]: { display: 'flex' } },
  badge: { position: 'absolute', top: tokens.spacingVerticalXXS, right: tokens.spacingHorizontalXS },
  screen: { overflow: 'auto', minWidth: 0, '@media print': { overflow: 'visible' } },
});

/** Navigation (left rail; bottom bar on a phone), the school and its day, the person and role, and the screen. */
export function Shell(props: ShellProps) {
  const styles = useStyles();
  const [more, setMore] = useState(false);
  const go = (name: string) => {
    setMore(false);
    props.go(name);
  };
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <div className={styles.pair}>
          <Text weight="semibold" size={400}>
            {props.school}
          </Text>
          {props.anotherSchool && (
            <Link as="button" onClick={props.anotherSchool}>
              Another school
            </Link>
          )}
          <Text className={styles.quiet}>{props.day}</Text>
        </div>
        <div className={styles.pair}>
          <Text>{props.person}</Text>
          <Text className={styles.quiet}>{props.role}</Text>
        </div>
      </header>
      <nav className={styles.rail} aria-label="Screens">
        {props.entries.map((entry, at) => (
          <button
            key={entry.name}
            type="button"
            className={mergeClasses(
              styles.entry,
              at >= inBar && !more && entry.name !== props.current && styles.folded,
              entry.name === props.current && styles.chosen,
            )}
            aria-current={entry.name === props.current ? 'page' : undefined}
            onClick={() => go(entry.name)}
          >
            {entry.icon}
            {entry.label}
            {entry.count ? (
              <CounterBadge className={styles.badge} size="small" color="informative" count={entry.count} />
            ) : null}
          </button>
        ))}
        {props.entries.length > inBar + 1 && (
          <button
            type="button"
            className={mergeClasses(styles.entry, styles.more)}
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            <MoreHorizontalRegular fontSize={24} />
            More
          </button>
        )}
      </nav>
      <main className={styles.screen}>{props.children}</main>
    </div>
  );
}
