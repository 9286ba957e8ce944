import { MessageBar, MessageBarBody, makeStyles, mergeClasses, ToolbarButton } from '@fluentui/react-components';
import { ClipboardTaskListLtrRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { HostTheme } from '../app/situation.ts';
import type { HostConfig, Person, SharedMailbox } from '../wire.ts';
import { AddInPane } from './AddInPane.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { MeetingRead } from './MeetingRead.tsx';
import { useMeetingStyles } from './meeting-styles.ts';
import { ewsId, fieldOf, itemOf, refusals, withField } from './office-item.ts';
import type { MeetingDesk, OpenMeeting } from './use-open-meeting.ts';

const useStyles = makeStyles({
  meeting: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    ':focus': { outline: 'none' },
  },
  says: { flexShrink: 0 },
  behind: { '@media (max-width: 640px)': { display: 'none' } },
});

/** The meeting that is open in a calendar, and the add-in's pane beside it. */
export function OpenMeetingView({
  desk,
  config,
  people,
  person,
  owner,
  theme,
  openLink,
}: {
  readonly desk: MeetingDesk;
  readonly config: HostConfig;
  readonly people: readonly Person[];
  readonly person: Person;
  /** Whose calendar it is. */
  readonly owner: SharedMailbox;
  readonly theme: HostTheme;
  readonly openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const shared = useMeetingStyles();
  const [opened, setOpened] = useState<number>();
  const [pinned, setPinned] = usePinned();
  const { meeting } = desk;
  const nth = meeting?.nth ?? 0;
  // A pane that is not pinned belongs to the one meeting beside which it was opened.
  const shown = opened !== undefined && (pinned || opened === nth);
  const box = useRef<HTMLDivElement>(null);
  const met = useRef(0);
  // Whoever opens a meeting by keyboard goes on in it, even where the list has made room for it.
  useEffect(() => {
    if (met.current !== nth && nth > 0) box.current?.focus();
    met.current = nth;
  }, [nth]);
  const accounts = [...people, ...config.mailboxes];

  const writing = (): Extract<OpenMeeting, { mode: 'compose' }> => {
    const held = desk.latest();
    if (held?.mode !== 'compose') throw refusals.internal;
    return held;
  };
  const ribbon = (
    <>
      <ToolbarButton
        icon={<ClipboardTaskListLtrRegular />}
        aria-pressed={shown}
        onClick={() => setOpened(shown ? undefined : nth)}
      >
        AP review
      </ToolbarButton>
      <ToolbarButton className={shared.push} icon={<DismissRegular />} aria-label="Close" onClick={desk.close} />
    </>
  );
  return (
    <>
      {(meeting || desk.trouble || desk.done) && (
        <div ref={box} tabIndex={-1} className={mergeClasses(styles.meeting, shown && styles.behind)}>
          {desk.trouble !== undefined && (
            <MessageBar className={styles.says} intent="error" layout="multiline">
              <MessageBarBody>{desk.trouble}</MessageBarBody>
            </MessageBar>
          )}
          {desk.done !== undefined && (
            <MessageBar className={styles.says} intent="success" layout="multiline">
              <MessageBarBody>{desk.done}</MessageBarBody>
            </MessageBar>
          )}
          {meeting?.mode === 'read' && (
            <MeetingRead
              event={meeting.event}
              owner={owner.mail}
              busy={desk.busy}
              answer={(how) => void desk.press(() => desk.answer(how))}
              remove={() => void desk.press(desk.remove)}
              openLink={openLink}
              ribbon={ribbon}
            />
          )}
          {meeting?.mode === 'compose' && (
            <MeetingForm
              key={meeting.nth}
              draft={meeting.draft}
              known={meeting.saved !== undefined && meeting.sent}
              busy={desk.busy}
              accounts={accounts}
              change={desk.change}
              send={() => void desk.press(() => sent(desk))}
              cancel={(comment) => void desk.press(() => desk.cancel(comment))}
              discard={meeting.saved === undefined || meeting.sent ? undefined : () => void desk.press(desk.discard)}
              openLink={openLink}
              ribbon={ribbon}
            />
          )}
        </div>
      )}
      {shown && (
        <AddInPane
          appUrl={config.appUrl}
          person={person}
          tenantId={config.tenantId}
          theme={theme}
          nth={nth}
          pinned={pinned}
          pin={(next) => {
            setPinned(next);
            setOpened(nth);
          }}
          close={() => setOpened(undefined)}
          deeds={{
            item: () => itemOf(desk.latest(), accounts),
            get: (field) => fieldOf(writing().draft, field, owner, accounts),
            set: (field, value) => desk.change(withField(writing().draft, field, value, accounts)),
            save: async () => ewsId(await desk.save(false)),
            itemId: () => {
              const { saved } = writing();
              return saved && ewsId(saved.id);
            },
          }}
        />
      )}
    </>
  );
}

async function sent(desk: MeetingDesk): Promise<string> {
  await desk.save(true);
  return 'Sent. Everybody asked has been told.';
}

/** Whether the pane stays when another meeting is opened; kept in this browser. */
function usePinned(): [boolean, (pinned: boolean) => void] {
  const [pinned, setPinned] = useState(() => localStorage.getItem(PINNED) !== 'no');
  return [
    pinned,
    (next) => {
      localStorage.setItem(PINNED, next ? 'yes' : 'no');
      setPinned(next);
    },
  ];
}

const PINNED = 'standin.pinned';
