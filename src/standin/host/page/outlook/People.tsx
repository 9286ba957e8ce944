import { Badge, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  one: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** Who is asked to a meeting, and what each has answered. */
export function People({
  people,
}: {
  readonly people: readonly { readonly address: string; readonly name: string; readonly response: string }[];
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {people.map(({ address, name, response }) => (
        <li key={address} className={styles.one}>
          <Text>{name}</Text>
          {name !== address && <Caption1 className={styles.faint}>{address}</Caption1>}
          {response !== 'none' && <AnswerBadge response={response} />}
        </li>
      ))}
    </ul>
  );
}

/** An answer as a word in a colour. `response` is Graph's word. */
export function AnswerBadge({ response }: { readonly response: string }) {
  const { says, color } = answers[response] ?? NO_ANSWER;
  return (
    <Badge appearance="tint" color={color}>
      {says}
    </Badge>
  );
}

const NO_ANSWER = { says: 'No answer yet', color: 'informative' } as const;

const answers: Readonly<Record<string, { says: string; color: 'success' | 'warning' | 'danger' | 'informative' }>> = {
  organizer: { says: 'Organiser', color: 'informative' },
  accepted: { says: 'Accepted', color: 'success' },
  tentativelyAccepted: { says: 'Tentative', color: 'warning' },
  declined: { says: 'Declined', color: 'danger' },
};
