import { Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { HostTheme } from '../app/situation.ts';
import { dayInWords } from '../bar/school-time.ts';
import { PaneHead } from '../PaneHead.tsx';
import { type HostConfig, type Person, read } from '../wire.ts';
import { EventList } from './EventList.tsx';
import type { OutlookEvent } from './event.ts';
import { Faces } from './Faces.tsx';
import { OpenMeetingView } from './OpenMeetingView.tsx';
import { useMailbox } from './use-mailbox.ts';
import { useOpenMeeting } from './use-open-meeting.ts';

const WEEK = 7 * 86_400_000;

const useStyles = makeStyles({
  body: { flexGrow: 1, minHeight: 0, display: 'flex' },
  head: { '@media (max-width: 640px)': { display: 'none' } },
  list: { flexGrow: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  beside: {
    flexGrow: 0,
    flexShrink: 0,
    width: '300px',
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1100px)': { display: 'none' },
  },
});

/** What the calendar needs. */
export interface CalendarPaneProps {
  readonly config: HostConfig;
  readonly people: readonly Person[];
  readonly person: Person;
  readonly theme: HostTheme;
  readonly openLink: (url: string) => void;
}

/** The person's calendar in Outlook, a week at a time from the school's today, and the meeting that is open in it. */
export function CalendarPane(props: CalendarPaneProps) {
  const { config, person } = props;
  const [mailbox, setMailbox] = useState(person.id);
  const shared = config.mailboxes.find(({ id }) => id === mailbox);
  const choice = (
    <Select size="small" aria-label="Calendar of" value={mailbox} onChange={(_event, data) => setMailbox(data.value)}>
      <option value={person.id}>{person.displayName}</option>
      <optgroup label="Open another calendar">
        {config.mailboxes.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
      </optgroup>
    </Select>
  );
  return <OneCalendar key={mailbox} {...props} owner={shared ?? person} choice={choice} />;
}

function OneCalendar(
  props: CalendarPaneProps & {
    readonly owner: { readonly id: string; readonly displayName: string; readonly mail: string };
    readonly choice: React.ReactNode;
  },
) {
  const { owner, choice } = props;
  const styles = useStyles();
  const [monday, setMonday] = useState<number>();
  useEffect(() => {
    void read<{ now: string }>('/standin/clock').then(({ now }) => setMonday(mondayOf(now)));
  }, []);
  const path =
    monday === undefined
      ? undefined
      : `/users/${owner.id}/calendarView?startDateTime=${new Date(monday).toISOString()}&endDateTime=${new Date(monday + WEEK).toISOString()}&$top=100`;
  const { page, again } = useMailbox<OutlookEvent>(path);
  const desk = useOpenMeeting(owner.id, again);
  const here = desk.meeting?.mode === 'read' ? desk.meeting.event.id : desk.meeting?.saved?.id;
  return (
    <>
      <div className={desk.meeting === undefined ? undefined : styles.head}>
        <PaneHead
          title="Calendar"
          says={`Outlook of ${owner.displayName}${monday === undefined ? '' : `, week of ${dayInWords(new Date(monday).toISOString())}`}`}
        >
          <Button size="small" disabled={monday === undefined} onClick={() => setMonday((held) => held && held - WEEK)}>
            Week before
          </Button>
          <Button size="small" disabled={monday === undefined} onClick={() => setMonday((held) => held && held + WEEK)}>
            Week after
          </Button>
          <Button size="small" icon={<CalendarAddRegular />} onClick={() => void desk.begin()}>
            New meeting
          </Button>
          {choice}
        </PaneHead>
      </div>
      <div className={styles.body}>
        <div className={mergeClasses(styles.list, desk.meeting !== undefined && styles.beside)}>
          <Faces page={page} what="Calendar" empty="No meetings in this week.">
            {(events) => <EventList events={events} here={here} open={(id) => void desk.open(id)} />}
          </Faces>
        </div>
        <OpenMeetingView {...props} desk={desk} />
      </div>
    </>
  );
}

function mondayOf(now: string): number {
  const day = Date.parse(`${now.slice(0, 10)}T00:00:00Z`);
  return day - ((new Date(day).getUTCDay() + 6) % 7) * 86_400_000;
}
