import { Body1, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { inShort } from '../bar/school-time.ts';
import { PaneHead } from '../PaneHead.tsx';
import type { Person } from '../wire.ts';
import { Faces } from './Faces.tsx';
import { useMailbox } from './use-mailbox.ts';

interface Address {
  readonly emailAddress?: { readonly address?: string; readonly name?: string };
}

interface Mail {
  readonly id: string;
  readonly subject?: string;
  readonly from?: Address;
  readonly receivedDateTime?: string;
  readonly body?: { readonly contentType?: string; readonly content?: string };
}

const useStyles = makeStyles({
  list: {
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  mail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  faint: { color: tokens.colorNeutralForeground3 },
  body: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The person's mail in Outlook, newest first, to be read only; markup is shown as plain text. */
export function MailPane({ person }: { readonly person: Person }) {
  const styles = useStyles();
  const { page } = useMailbox<Mail>(`/users/${person.id}/messages?$top=25`);
  return (
    <>
      <PaneHead title="Mail" says={`Outlook of ${person.displayName}`} />
      <Faces page={page} what="Mail" empty="No mail.">
        {(mails) => (
          <div className={styles.list}>
            {mails.map((mail) => (
              <article key={mail.id} className={styles.mail}>
                <Text weight="semibold">{mail.subject ?? 'No subject'}</Text>
                <Caption1 className={styles.faint}>
                  {mail.from?.emailAddress?.name ?? mail.from?.emailAddress?.address ?? ''}
                  {mail.receivedDateTime === undefined ? '' : ` · ${inShort(mail.receivedDateTime)}`}
                </Caption1>
                <Body1 className={styles.body}>{plain(mail)}</Body1>
              </article>
            ))}
          </div>
        )}
      </Faces>
    </>
  );
}

function plain({ body }: Mail): string {
  if (body?.contentType?.toLowerCase() !== 'html') return body?.content ?? '';
  return new DOMParser().parseFromString(body.content ?? '', 'text/html').body.textContent ?? '';
}
