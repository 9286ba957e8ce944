import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { EntryLine } from '../../school/calendar/calendar.types.ts';
import { usePage } from '../../ui/shell/page.ts';
import { EntryForm } from './EntryForm.tsx';
import { TakeAway } from './TakeAway.tsx';

/** An entry in words, with its correction in place for who may write. */
export function EntryRow(props: {
  readonly line: EntryLine;
  readonly may: boolean;
  readonly providers: readonly { readonly provider: string; readonly name: string }[];
  readonly saved: (says: string) => Promise<void>;
}) {
  const { line, may } = props;
  const styles = usePage();
  const [doing, setDoing] = useState<'correct' | 'take away'>();
  const leave = () => setDoing(undefined);
  async function saved(says: string) {
    await props.saved(says);
    leave();
  }
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text>{line.says}</Text>
        {line.changed && (
          <Text size={200} className={styles.quiet}>
            {`Changed by ${line.changed}`}
          </Text>
        )}
      </span>
      {may && doing === undefined && (
        <>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Correct ${line.says}`}
            onClick={() => setDoing('correct')}
          >
            Correct
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Take away ${line.says}`}
            onClick={() => setDoing('take away')}
          >
            Take away
          </Button>
        </>
      )}
      {doing === 'correct' && <EntryForm line={line} providers={props.providers} saved={saved} leave={leave} />}
      {doing === 'take away' && <TakeAway line={line} saved={saved} leave={leave} />}
    </li>
  );
}
