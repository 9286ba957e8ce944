import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AppsListDetailRegular,
  CalendarRegular,
  ChatRegular,
  MailRegular,
  PeopleTeamRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';

/** The places of the page. */
export type PlaceName = 'chat' | 'teams' | 'app' | 'calendar' | 'mail';

const places: readonly { readonly name: PlaceName; readonly label: string; readonly icon: ReactElement }[] = [
  { name: 'teams', label: 'Teams', icon: <PeopleTeamRegular fontSize={24} /> },
  { name: 'chat', label: 'Chat', icon: <ChatRegular fontSize={24} /> },
  { name: 'app', label: 'AP app', icon: <AppsListDetailRegular fontSize={24} /> },
  { name: 'calendar', label: 'Calendar', icon: <CalendarRegular fontSize={24} /> },
  { name: 'mail', label: 'Mail', icon: <MailRegular fontSize={24} /> },
];

/** Whether this is the name of a place. */
export function isPlace(name: string): name is PlaceName {
  return places.some((place) => place.name === name);
}

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    width: '76px',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': {
      flexDirection: 'row',
      width: '100%',
      order: 1,
      borderRight: 'none',
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  place: {
    position: 'relative',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground2Hover, backgroundColor: tokens.colorNeutralBackground4Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '@media (max-width: 640px)': { flexGrow: 1, flexBasis: 0 },
  },
  here: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (max-width: 640px)': { boxShadow: `inset 0 3px 0 ${tokens.colorBrandStroke1}` },
  },
  // For screen readers; the badge shows it.
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  badge: { position: 'absolute', top: '4px', left: 'calc(50% + 6px)' },
});

/** The way round: at the left, or along the bottom of a phone. `unread`: new messages by place. */
export function Rail({
  here,
  go,
  unread,
}: {
  readonly here: PlaceName;
  readonly go: (place: PlaceName) => void;
  readonly unread: Partial<Record<PlaceName, number>>;
}) {
  const styles = useStyles();
  return (
    <nav className={styles.rail} aria-label="Places">
      {places.map(({ name, label, icon }) => {
        const count = unread[name] ?? 0;
        return (
          <button
            key={name}
            type="button"
            className={mergeClasses(styles.place, name === here && styles.here)}
            aria-current={name === here ? 'page' : undefined}
            onClick={() => go(name)}
          >
            {icon}
            <span>{label}</span>
            {count > 0 && <span className={styles.spoken}>{`, ${count} new`}</span>}
            {count > 0 && (
              <CounterBadge className={styles.badge} count={count} size="small" color="danger" aria-hidden />
            )}
          </button>
        );
      })}
    </nav>
  );
}
