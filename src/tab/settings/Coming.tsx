import { Badge, Button, mergeClasses, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { dateWithYear } from '../../school/calendar/dates.ts';
import type { SchoolDay } from '../../school/moment.ts';
import type { ComingChange, SettingLine } from '../../school/office/settings.types.ts';
import type { Outcome } from '../../ui/api/api.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { usePanel } from '../../ui/shell/panel.ts';

/** A change that begins later or waits for the head, with the head's word and the way back. */
export function Coming(props: {
  readonly line: SettingLine;
  readonly one: ComingChange;
  readonly today: SchoolDay;
  readonly saved: (says: string) => Promise<void>;
}) {
  const { line, one, today } = props;
  const styles = usePanel();
  const page = usePage();
  const change = useAction('change-setting');
  const withdraw = useAction('withdraw-setting');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const from = one.from < today ? today : one.from;
  const what = `${line.label}: ${one.shown} from ${dateWithYear(from)}`;

  async function press(wish: Promise<Outcome>, says: string) {
    setBusy(true);
    const said = outcomeInWords(await wish);
    setBusy(false);
    if (said.good) return props.saved(says);
    setTrouble(said.says);
  }

  return (
    <div className={styles.panel}>
      <Badge appearance="outline" color={one.waits ? 'warning' : 'informative'}>
        {one.waits ? 'Waits for the head' : 'Comes'}
      </Badge>
      <span className={page.grow}>
        <Text>{`${one.shown} from ${dateWithYear(from)}`}</Text>
        <Text size={200} className={page.quiet}>
          {[one.by && `By ${one.by}`, one.why].filter(Boolean).join(' · ')}
        </Text>
      </span>
      {one.may.agree && (
        <Button
          appearance="primary"
          disabled={busy}
          aria-label={`Agree: ${what}`}
          onClick={() =>
            void press(change({ name: line.name, value: one.value, from, seen: line.seen }), `Agreed. ${what}.`)
          }
        >
          Agree
        </Button>
      )}
      {one.may.withdraw && (
        <Button
          disabled={busy}
          aria-label={`Take back: ${what}`}
          onClick={() => void press(withdraw({ change: one.change, seen: one.seen }), `Taken back. ${what}.`)}
        >
          Take back
        </Button>
      )}
      <Text role="status" className={trouble ? mergeClasses(styles.whole, page.bad) : undefined}>
        {trouble}
      </Text>
    </div>
  );
}
