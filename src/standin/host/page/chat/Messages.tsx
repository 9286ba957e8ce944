import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Activity } from '../wire.ts';
import { Composer } from './Composer.tsx';
import { Message } from './Message.tsx';
import type { LiveConversation } from './use-conversation.ts';

const useStyles = makeStyles({
  room: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalS },
  },
  thread: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalS },
  },
  replies: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
  },
  foot: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  empty: { color: tokens.colorNeutralForeground3, margin: 'auto', textAlign: 'center' },
});

/** What a conversation's pane is made of. */
export interface MessagesProps {
  readonly conversation: LiveConversation;
  readonly person: string;
  readonly threads: boolean;
  readonly label: string;
  readonly empty: string;
  readonly quick?: readonly string[];
  readonly openLink: (url: string) => void;
}

/** The messages of a chat, or the threads of a channel, oldest first, with a line to type in below. */
export function Messages({ conversation, person, threads, label, empty, quick, openLink }: MessagesProps) {
  const styles = useStyles();
  const { activities, trouble, say, press } = conversation;
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const count = activities?.length ?? 0;
  useEffect(() => {
    const place = list.current;
    if (place && count > 0 && atEnd.current) place.scrollTop = place.scrollHeight;
  }, [count]);
  const drawn = (activity: Activity) => (
    <Message key={activity.id} activity={activity} person={person} press={press} openLink={openLink} />
  );
  return (
    <div className={styles.room}>
      {trouble !== undefined && (
        <MessageBar intent="error">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      <div
        ref={list}
        className={styles.list}
        role="log"
        aria-label={label}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          atEnd.current = scrollTop + clientHeight > scrollHeight - 80;
        }}
      >
        {activities === undefined && trouble === undefined && <Spinner label="Messages" />}
        {activities?.length === 0 && <Text className={styles.empty}>{empty}</Text>}
        {threads
          ? (activities ?? [])
              .filter((one) => one.thread === undefined)
              .map((root) => (
                <section key={root.id} className={styles.thread} aria-label="Thread">
                  {drawn(root)}
                  <Replies say={(text) => say(text, root.id)} className={styles.replies}>
                    {(activities ?? []).filter((one) => one.thread === root.id).map(drawn)}
                  </Replies>
                </section>
              ))
          : activities?.map(drawn)}
      </div>
      <div className={styles.foot}>
        <Composer label={label} quick={quick} say={(text) => say(text)} />
      </div>
    </div>
  );
}

function Replies({
  children,
  say,
  className,
}: {
  readonly children: readonly React.ReactNode[];
  readonly say: LiveConversation['say'];
  readonly className: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {children.length > 0 && <div className={className}>{children}</div>}
      {open ? (
        <Composer label="Reply in this thread" say={(text) => say(text)} />
      ) : (
        <div>
          <Button size="small" appearance="subtle" icon={<ArrowReplyRegular />} onClick={() => setOpen(true)}>
            Reply
          </Button>
        </div>
      )}
    </>
  );
}
