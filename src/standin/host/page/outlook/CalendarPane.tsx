import { Body1, Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { dayInWords } from '../bar/school-time.ts';
import { PaneHead } from '../PaneHead.tsx';
import { type Person, read } from '../wire.ts';
import { Faces } from './Faces.tsx';
import { useMailbox } from './use-mailbox.ts';

interface CalendarEvent {
  readonly id: string;
  readonly subject?: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly location?: { readonly displayName?: string };
  readonly organizer?: { readonly emailAddress?: { readonly name?: string } };
  readonly sensitivity?: string;
}

const WEEK = 7 * 86_400_000;

const useStyles = makeStyles({
  list: {
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  event: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    marginTop: tokens.spacingVerticalXS,
  },
  faint: { color: tokens.colorNeutralForeground3 },
  heading: { margin: 0 },
});

/** The person's calendar in Outlook, a week at a time from the school's today, to be read only. */
export function CalendarPane({ person }: { readonly person: Person }) {
  const styles = useStyles();
  const [monday, setMonday] = useState<number>();
  useEffect(() => {
    void read<{ now: string }>('/standin/clock').then(({ now }) => setMonday(mondayOf(now)));
  }, []);
  const path =
    monday === undefined
      ? undefined
      : `/users/${person.id}/calendarView?startDateTime=${new Date(monday).toISOString()}&endDateTime=${new Date(monday + WEEK).toISOString()}&$top=100`;
  const page = useMailbox<CalendarEvent>(path);
  return (
    <>
      <PaneHead
        title="Calendar"
        says={`Outlook of ${person.displayName}${monday === undefined ? '' : `, week of ${dayInWords(new Date(monday).toISOString())}`}`}
      >
        <Button size="small" disabled={monday === undefined} onClick={() => setMonday((held) => held && held - WEEK)}>
          Week before
        </Button>
        <Button size="small" disabled={monday === undefined} onClick={() => setMonday((held) => held && held + WEEK)}>
          Week after
        </Button>
      </PaneHead>
      <Faces page={page} what="Calendar" empty="No meetings in this week.">
        {(events) => (
          <div className={styles.list}>
            {byDay(events).map(([day, those]) => (
              <section key={day}>
                <Subtitle2 as="h3" className={styles.heading}>
                  {dayInWords(`${day}T12:00:00Z`)}
                </Subtitle2>
                {those.map((event) => (
                  <div key={event.id} className={styles.event}>
                    <Text weight="semibold">{event.subject ?? 'No subject'}</Text>
                    <Body1>
                      {event.start.dateTime.slice(11, 16)} to {event.end.dateTime.slice(11, 16)}
                      {event.location?.displayName ? ` · ${event.location.displayName}` : ''}
                    </Body1>
                    <Caption1 className={styles.faint}>
                      {event.organizer?.emailAddress?.name ?? ''}
                      {event.sensitivity === 'private' ? ' · private' : ''}
                    </Caption1>
                  </div>
                ))}
              </section>
            ))}
          </div>
        )}
      </Faces>
    </>
  );
}

function mondayOf(now: string): number {
  const day = Date.parse(`${now.slice(0, 10)}T00:00:00Z`);
  return day - ((new Date(day).getUTCDay() + 6) % 7) * 86_400_000;
}

function byDay(events: readonly CalendarEvent[]): [string, CalendarEvent[]][] {
  const days = new Map<string, CalendarEvent[]>();
  for (const event of [...events].sort((a, b) => a.start.dateTime.localeCompare(b.start.dateTime))) {
    const day = event.start.dateTime.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}
