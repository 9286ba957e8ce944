import { Caption1, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { dayInWords } from '../bar/school-time.ts';
import { type OutlookEvent, toMinute } from './event.ts';

const useStyles = makeStyles({
  list: {
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  heading: { margin: 0 },
  event: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    textAlign: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    marginTop: tokens.spacingVerticalXS,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  here: { backgroundColor: tokens.colorNeutralBackground1Selected, color: tokens.colorNeutralForeground1Selected },
  off: { borderLeftColor: tokens.colorNeutralStroke1 },
  struck: { textDecorationLine: 'line-through' },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** The meetings of a week by day, each to be opened. `here`: the one that is open. */
export function EventList({
  events,
  here,
  open,
}: {
  readonly events: readonly OutlookEvent[];
  readonly here: string | undefined;
  readonly open: (id: string) => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      {byDay(events).map(([day, those]) => (
        <section key={day}>
          <Subtitle2 as="h3" className={styles.heading}>
            {dayInWords(`${day}T12:00:00Z`)}
          </Subtitle2>
          {those.map((event) => {
            const off = event.isCancelled || event.responseStatus.response === 'declined';
            return (
              <button
                key={event.id}
                type="button"
                className={mergeClasses(styles.event, off && styles.off, event.id === here && styles.here)}
                aria-pressed={event.id === here}
                onClick={() => open(event.id)}
              >
                <Text weight="semibold" className={off ? styles.struck : undefined}>
                  {event.subject === '' ? 'No subject' : event.subject}
                </Text>
                <Text>
                  {toMinute(event.start).slice(11)} to {toMinute(event.end).slice(11)}
                  {event.location?.displayName ? ` · ${event.location.displayName}` : ''}
                </Text>
                <Caption1 className={event.id === here ? undefined : styles.faint}>{more(event).join(' · ')}</Caption1>
              </button>
            );
          })}
        </section>
      ))}
    </div>
  );
}

function more({ organizer, sensitivity, responseStatus, isCancelled, isDraft }: OutlookEvent): string[] {
  return [
    organizer.emailAddress.name ?? organizer.emailAddress.address,
    ...(sensitivity === 'private' ? ['private'] : []),
    ...(isDraft ? ['not sent'] : []),
    ...(isCancelled ? ['cancelled'] : (ANSWERED[responseStatus.response] ?? [])),
  ];
}

const ANSWERED: Readonly<Record<string, readonly string[]>> = {
  accepted: ['accepted'],
  tentativelyAccepted: ['tentative'],
  declined: ['declined'],
  notResponded: ['not answered'],
};

function byDay(events: readonly OutlookEvent[]): [string, OutlookEvent[]][] {
  const days = new Map<string, OutlookEvent[]>();
  for (const event of [...events].sort((a, b) => a.start.dateTime.localeCompare(b.start.dateTime))) {
    const day = event.start.dateTime.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}
