import { Button, MessageBar, MessageBarBody, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Outcome } from '../card/outcome.ts';

const useStyles = makeStyles({
  form: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  text: { flexGrow: 1, minWidth: 0 },
  quick: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginBottom: tokens.spacingVerticalXS },
});

/** A line to type in: Enter sends, Shift+Enter begins a new line. `quick` are whole messages to send with one press. */
export function Composer({
  label,
  quick = [],
  say,
}: {
  readonly label: string;
  readonly quick?: readonly string[];
  readonly say: (text: string) => Promise<Outcome>;
}) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>({});
  const submit = async (words: string) => {
    if (words.trim() === '') return;
    setText('');
    setOutcome(await say(words.trim()));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit(text);
  };
  return (
    <div>
      {outcome.trouble !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>The bot did not take this message. {outcome.trouble}</MessageBarBody>
        </MessageBar>
      )}
      {quick.length > 0 && (
        <div className={styles.quick}>
          {quick.map((words) => (
            <Button key={words} size="small" shape="circular" onClick={() => void submit(words)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <form className={styles.form} onSubmit={onSubmit}>
        <Textarea
          className={styles.text}
          aria-label={label}
          placeholder={label}
          value={text}
          rows={1}
          resize="none"
          onChange={(_event, data) => setText(data.value)}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" appearance="primary" icon={<SendRegular />} aria-label="Send" title="Send" />
      </form>
    </div>
  );
}
