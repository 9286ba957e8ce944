import { Avatar, Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { inShort } from '../bar/school-time.ts';
import { Card } from '../card/Card.tsx';
import { stretches } from '../card/card-text.ts';
import type { Outcome } from '../card/outcome.ts';
import type { Activity } from '../wire.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0 },
  said: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  faint: { color: tokens.colorNeutralForeground3 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  mine: {
    alignSelf: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
  },
  avatar: { '@media (max-width: 480px)': { display: 'none' } },
});

/** What a message shows and what its cards' buttons do. */
export interface MessageProps {
  readonly activity: Activity;
  readonly person: string;
  readonly press: (activityId: string, verb: string, data: unknown) => Promise<Outcome>;
  readonly openLink: (url: string) => void;
}

/** One message of a chat or channel: who, when, what, and its cards. */
export function Message({ activity, person, press, openLink }: MessageProps) {
  const styles = useStyles();
  const { from, deleted, text, attachments = [] } = activity;
  const bot = from.role === 'bot';
  const cards = attachments.map(({ content }, nth) => ({ nth, content }));
  return (
    <article className={styles.row} aria-label={`${from.name}, ${inShort(activity.timestamp)}`}>
      <Avatar
        className={styles.avatar}
        name={from.name}
        color={bot ? 'brand' : 'colorful'}
        shape={bot ? 'square' : 'circular'}
        aria-hidden
      />
      <div className={styles.said}>
        <div className={styles.head}>
          <Text weight="semibold">{from.name}</Text>
          {bot && <Caption1 className={styles.faint}>app</Caption1>}
          <Caption1 className={styles.faint}>
            {inShort(activity.timestamp)}
            {activity.updated !== undefined && ` · changed ${inShort(activity.updated)}`}
          </Caption1>
        </div>
        {deleted && <Text italic>This message was deleted.</Text>}
        {!deleted && text !== undefined && text !== '' && (
          <Text className={mergeClasses(styles.text, from.aadObjectId === person && styles.mine)}>
            {bot ? <Bold text={text} /> : text}
          </Text>
        )}
        {!deleted &&
          cards.map(({ nth, content }) => (
            <Card
              key={nth}
              content={content}
              press={(verb, data) => press(activity.id, verb, data)}
              openLink={openLink}
            />
          ))}
      </div>
    </article>
  );
}

function Bold({ text }: { readonly text: string }) {
  let at = 0;
  return stretches(text).map((stretch) => {
    at += stretch.text.length;
    return stretch.bold ? <strong key={at}>{stretch.text}</strong> : <span key={at}>{stretch.text}</span>;
  });
}
