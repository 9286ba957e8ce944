import {
  Badge,
  Body1,
  Caption1,
  Divider,
  Subtitle1,
  Subtitle2,
  Toolbar,
  ToolbarButton,
} from '@fluentui/react-components';
import {
  CheckmarkRegular,
  DeleteRegular,
  DismissRegular,
  LockClosedRegular,
  QuestionRegular,
} from '@fluentui/react-icons';
import type { OutlookEvent } from './event.ts';
import { toMinute } from './event.ts';
import { MeetingBody } from './MeetingBody.tsx';
import { useMeetingStyles } from './meeting-styles.ts';
import { AnswerBadge, People } from './People.tsx';
import type { Answer } from './use-open-meeting.ts';
import { whenInWords } from './when.ts';

/** An invitation as Outlook shows it to whoever is asked: answers in the ribbon, then what, when, where, who. */
export function MeetingRead({
  event,
  owner,
  busy,
  answer,
  remove,
  openLink,
  ribbon,
}: {
  readonly event: OutlookEvent;
  /** Address of the mailbox that the invitation is in. */
  readonly owner: string;
  readonly busy: boolean;
  readonly answer: (how: Answer) => void;
  /** Takes a cancelled meeting out of the calendar. */
  readonly remove: () => void;
  readonly openLink: (url: string) => void;
  /** What stands at the end of the ribbon: the add-in's button, and Close. */
  readonly ribbon: React.ReactNode;
}) {
  const styles = useMeetingStyles();
  const name = event.organizer.emailAddress.name ?? event.organizer.emailAddress.address;
  const people = (optional: boolean) =>
    event.attendees
      .filter(({ type }) => (type === 'optional') === optional)
      .map(({ emailAddress: { address, name: known }, status }) => ({
        address,
        name: known ?? address,
        // Only the organiser hears the answers; of one's own the copy knows.
        response: address === owner ? event.responseStatus.response : (status?.response ?? 'none'),
      }));
  const groups = [
    { title: 'Required', people: people(false) },
    { title: 'Optional', people: people(true) },
  ].filter((group) => group.people.length > 0);
  return (
    <>
      <Toolbar className={styles.ribbon} aria-label="Meeting">
        {event.isCancelled && (
          <ToolbarButton icon={<DeleteRegular />} disabled={busy} onClick={remove}>
            Remove from calendar
          </ToolbarButton>
        )}
        {!event.isCancelled &&
          answers.map(({ how, label, icon }) => (
            <ToolbarButton key={how} icon={icon} disabled={busy} onClick={() => answer(how)}>
              {label}
            </ToolbarButton>
          ))}
        {ribbon}
      </Toolbar>
      <article className={styles.sheet} aria-label="Meeting that is open">
        <Subtitle1 as="h3" className={styles.title}>
          {event.subject === '' ? 'No subject' : event.subject}
        </Subtitle1>
        <div className={styles.line}>
          <AnswerBadge response={event.responseStatus.response} />
          {event.isCancelled && (
            <Badge appearance="filled" color="danger">
              Cancelled
            </Badge>
          )}
          {event.sensitivity === 'private' && (
            <Badge appearance="outline" icon={<LockClosedRegular />}>
              Private
            </Badge>
          )}
        </div>
        <div>
          <Body1 block>{whenInWords(toMinute(event.start), toMinute(event.end))}</Body1>
          {event.location?.displayName && <Body1 block>{event.location.displayName}</Body1>}
          <Caption1 block className={styles.faint}>
            {name} organises this meeting.
          </Caption1>
        </div>
        {groups.map((group) => (
          <section key={group.title}>
            <Subtitle2 as="h4" className={styles.part}>
              {group.title}
            </Subtitle2>
            <People people={group.people} />
          </section>
        ))}
        {event.hideAttendees && (
          <Caption1 className={styles.faint}>The organiser does not show who else is asked.</Caption1>
        )}
        <Divider className={styles.rule} />
        <MeetingBody text={event.body} openLink={openLink} />
      </article>
    </>
  );
}

const answers: readonly { readonly how: Answer; readonly label: string; readonly icon: React.ReactElement }[] = [
  { how: 'accept', label: 'Accept', icon: <CheckmarkRegular /> },
  { how: 'tentativelyAccept', label: 'Tentative', icon: <QuestionRegular /> },
  { how: 'decline', label: 'Decline', icon: <DismissRegular /> },
];
