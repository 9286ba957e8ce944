import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { AsideRow } from '../../school/reviews/review-plan.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';

/** Reviews that somebody set aside, with why: one press takes each up again. */
export function Aside({ aside, done }: { readonly aside: readonly AsideRow[]; readonly done: () => Promise<void> }) {
  const page = usePage();
  const act = useAction('take-up-review');
  const [said, setSaid] = useState('');
  async function takeUp({ review, seen }: AsideRow) {
    const outcome = outcomeInWords(await act({ review, seen }));
    setSaid(outcome.good ? '' : outcome.says);
    await done();
  }
  return (
    <div className={page.head}>
      <Text as="h3" weight="semibold">
        {`Not needed (${aside.length})`}
      </Text>
      {said && (
        <Text role="alert" className={page.bad}>
          {said}
        </Text>
      )}
      <ul className={page.card} aria-label="Not needed">
        {aside.map((row) => (
          <li key={row.review} className={page.line}>
            <span className={page.grow}>
              <Text weight="semibold">{`${row.name ?? row.initials} ${row.year} · ${row.kindSays}`}</Text>
              <Text>{row.because}</Text>
            </span>
            <Button
              aria-label={`Plan it after all: the review of ${row.name ?? row.initials} ${row.year}`}
              onClick={() => void takeUp(row)}
            >
              Plan it after all
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
