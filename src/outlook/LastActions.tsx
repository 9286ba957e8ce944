import { Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgreedLine, ReviewPack } from '../school/reviews/review-pack.types.ts';
import { outcomeInWords } from '../ui/api/in-words.ts';
import { useAction } from '../ui/api/use-action.ts';
import { Section } from '../ui/reviews/Section.tsx';
import { usePage } from '../ui/shell/page.ts';

/** What was agreed last time, each with a tick: set it, and the action is noted as done today. */
export function LastActions(props: {
  readonly pack: ReviewPack;
  readonly today: string;
  readonly changed: () => Promise<void>;
}) {
  const styles = usePage();
  const { lastActions } = props.pack;
  if (lastActions.length === 0) return null;
  return (
    <Section title="Actions of the last review">
      <ul className={styles.card} aria-label="Actions of the last review">
        {lastActions.map((line) => (
          <LastAction key={line.action} line={line} today={props.today} changed={props.changed} />
        ))}
      </ul>
    </Section>
  );
}

function LastAction(props: {
  readonly line: AgreedLine;
  readonly today: string;
  readonly changed: () => Promise<void>;
}) {
  const { line, today, changed } = props;
  const styles = usePage();
  const complete = useAction('complete-action');
  const [ticked, setTicked] = useState(false);
  const [said, setSaid] = useState('');
  const done = line.status === 'Done';
  async function tick() {
    if (ticked) return;
    setTicked(true);
    setSaid('');
    const words = outcomeInWords(await complete({ action: line.action, on: today, seen: line.seen }), line.action);
    if (words.good) await changed();
    else setSaid(words.says);
    setTicked(false);
  }
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        {done ? (
          <Text>{`✓ ${line.text}`}</Text>
        ) : (
          <Checkbox label={line.text} checked={ticked} onChange={() => void tick()} />
        )}
        <Text size={200} weight={line.overdue ? 'semibold' : 'regular'} className={styles.quiet}>
          {`${line.ownerName} · ${line.says}`}
        </Text>
        {said && (
          <Text role="alert" size={200} className={styles.bad}>
            {said}
          </Text>
        )}
      </span>
    </li>
  );
}
