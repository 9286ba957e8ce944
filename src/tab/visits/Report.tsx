import { Button, Text } from '@fluentui/react-components';
import { shortDate } from '../../school/calendar/dates.ts';
import type { VisitPack } from '../../school/visits/visits.types.ts';
import { usePage } from '../../ui/shell/page.ts';
import { useBig } from './big.ts';

/** What a visit that was made has found, for everybody who may read it and, printed, for the provider: the judgement first. */
export function Report({ pack }: { readonly pack: VisitPack }) {
  const styles = usePage();
  const { screenOnly } = useBig();
  const words = [
    { what: 'Judgement', held: [pack.judgement, pack.reasons].filter(Boolean).join(': ') || 'none' },
    ...pack.items.map(({ asks, answer, note }) => ({
      what: asks,
      held: [answer ?? 'Not answered', note].filter(Boolean).join(': '),
    })),
    { what: 'What pupils say', held: pack.pupilVoice },
    ...pack.agreed.map(({ text, owner, due }) => ({
      what: 'Agreed',
      held: `${text} · ${owner}, by ${shortDate(due)}`,
    })),
    { what: 'Next visit by', held: pack.nextDue && shortDate(pack.nextDue) },
  ];
  return (
    <>
      <div className={screenOnly}>
        <Button onClick={() => window.print()}>Print the report</Button>
      </div>
      <ul className={styles.card} aria-label="What was found">
        {words.map(({ what, held }) =>
          held ? (
            <li key={`${what} ${held}`} className={styles.line}>
              <span className={styles.grow}>
                <Text size={200} className={styles.quiet}>
                  {what}
                </Text>
                <Text>{held}</Text>
              </span>
            </li>
          ) : null,
        )}
      </ul>
    </>
  );
}
