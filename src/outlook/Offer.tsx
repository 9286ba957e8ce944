import { Button, Field, Input, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingOffer } from '../school/reviews/meeting-offer.types.ts';
import { corrected } from '../school/reviews/meeting-people.ts';
import { invitationBody, reviewLink } from '../school/reviews/meeting-words.ts';
import { reviewInBody } from '../school/reviews/review-in-body.ts';
import { outcomeInWords } from '../ui/api/in-words.ts';
import { useAction } from '../ui/api/use-action.ts';
import type { OutlookHost } from '../ui/host/outlook/connect-outlook.ts';
import type { OpenMeeting } from '../ui/host/outlook/open-meeting.ts';
import { Section } from '../ui/reviews/Section.tsx';
import { usePage } from '../ui/shell/page.ts';
import type { Made } from './JustMade.tsx';

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalXXS}` },
  // Close together, so that what is pressed stands in sight below them.
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: 0,
    listStyleType: 'none',
  },
});

/** What the meeting becomes: its people, who is asked apart, what is in the way; and the press that does it. */
export function Offer(props: {
  readonly host: OutlookHost;
  readonly meeting: OpenMeeting;
  readonly review: string;
  readonly offer: MeetingOffer;
  readonly again: () => Promise<void>;
  readonly made: (made: Made) => void;
}) {
  const { host, meeting, review, offer, again, made } = props;
  const styles = usePage();
  const adopt = useAction('adopt-meeting');
  const [late, setLate] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { people, leave } = corrected(offer.people, meeting.people);

  async function make() {
    const now = await host.meeting();
    if (!now?.write || now.start !== meeting.start || now.end !== meeting.end) {
      await again();
      setSaid('The meeting was changed meanwhile. Look again, then press once more.');
      return;
    }
    const named = reviewInBody(now.body);
    const link = host.teamsApp && reviewLink(host.teamsApp, review);
    const { subject, statutory } = offer;
    const before =
      named.kind === 'one' && named.review === review
        ? ''
        : invitationBody({ audience: 'Staff', review, statutory, link });
    const event = await now.write({ subject, before, people: corrected(offer.people, now.people).people });
    const { start, end, place } = now;
    const where = place.slice(0, 255) || undefined;
    const outcome = await adopt({ review, event, start, end, place: where, late: late || undefined });
    const words = outcomeInWords(outcome, review);
    if (words.good && (outcome.kind === 'done' || outcome.kind === 'accepted')) {
      const until = outcome.kind === 'accepted' ? outcome.undoUntil : undefined;
      made({ review, says: outcome.says, entry: outcome.entry, until });
      await again();
    } else setSaid(words.says);
  }
  async function press() {
    setBusy(true);
    setSaid('');
    await make().catch((error: unknown) => {
      const why = error instanceof Error && error.name === 'OutlookSays' ? ` ${error.message}` : '';
      setSaid(`Outlook did not take it.${why} Try again, or book the review in Teams.`);
    });
    setBusy(false);
  }

  return (
    <>
      {offer.problems.map((says) => (
        <MessageBar key={says} intent="error" layout="multiline">
          <MessageBarBody>{says}</MessageBarBody>
        </MessageBar>
      ))}
      <Section title={`${offer.subject}, private`}>
        <Lines title="In this meeting" lines={people.map(({ name }) => name)} />
        <Lines title="Leaves this meeting" lines={leave.map(({ mail, says }) => `${mail}: ${says}`)} />
        <Lines title="Get an invitation of their own" lines={offer.apart} />
        <Lines title="To ring, write to or tell" lines={offer.toAsk} />
        <Lines title="Not asked" lines={offer.notAsked} />
      </Section>
      {offer.asksWhyLate && (
        <Field
          label="Why does the invitation come late?"
          required
          hint="Parents are invited in writing to the review of a direction six days before (6.2)."
        >
          <Input value={late} maxLength={255} onChange={(_, { value }) => setLate(value)} />
        </Field>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={offer.problems.length > 0 || (offer.asksWhyLate && late.trim() === '')}
          disabledFocusable={busy}
          onClick={() => void press()}
        >
          Make it a review
        </Button>
        {/* What is in the way is of the time that the meeting had when it was read. */}
        {offer.problems.length > 0 && <Button onClick={() => void again()}>I have changed it: look again</Button>}
      </div>
      {said && (
        <Text role="alert" className={styles.bad}>
          {said}
        </Text>
      )}
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const own = useStyles();
  if (lines.length === 0) return null;
  return (
    <div>
      <Text as="h3" weight="semibold" block className={own.title}>
        {title}
      </Text>
      <ul className={own.lines} aria-label={title}>
        {lines.map((line) => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
