import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CalendarYear } from '../../school/calendar/calendar.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { useGo } from '../../ui/shell/go.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { ClosureForm } from './ClosureForm.tsx';
import { EntryForm } from './EntryForm.tsx';
import { EntryRow } from './EntryRow.tsx';
import { HalfTermCard } from './HalfTermCard.tsx';

const useStyles = makeStyles({
  halves: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  year: { minWidth: '120px' },
});

/** Which days are we open, and is the year loaded? */
export default function Calendar() {
  const [year, setYear] = useState<string>();
  const view = useView<CalendarYear>('calendar', { year });
  return (
    <Faces view={view} what="the calendar">
      {(shown) => <Shown shown={shown} choose={setYear} changed={view.reload} />}
    </Faces>
  );
}

function Shown(props: {
  readonly shown: CalendarYear;
  readonly choose: (year: string) => void;
  readonly changed: () => Promise<void>;
}) {
  const { shown } = props;
  const styles = useStyles();
  const page = usePage();
  const [said, setSaid] = useState('');
  async function saved(says: string) {
    await props.changed();
    setSaid(says);
  }
  const rows = { may: shown.may.write, providers: shown.providers, saved };
  return (
    <section className={page.page} aria-label="Calendar">
      <div className={page.head}>
        <Title3 as="h1">{shown.says}</Title3>
        <Text className={page.quiet}>{[`Today: ${shown.today}`, shown.next].filter(Boolean).join(' · ')}</Text>
        <Text role="status">{said}</Text>
      </div>
      {shown.missing.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {shown.missing.map((says) => (
              <div key={says}>{says}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      <Presses {...props} saved={saved} />
      {shown.halfTerms.length > 0 && (
        <>
          <div className={styles.halves}>
            {shown.halfTerms.map((block) => (
              <HalfTermCard key={block.line.entry} block={block} {...rows} />
            ))}
          </div>
          <Text size={200} className={page.quiet}>
            IN INSET day · BH bank holiday · CL closed · AM or PM closed then · p a provider is closed
          </Text>
        </>
      )}
      {shown.outside.length > 0 && (
        <div>
          <Text as="h2" size={400} weight="semibold">
            Outside the half terms
          </Text>
          <ul className={page.card} aria-label="Outside the half terms">
            {shown.outside.map((line) => (
              <EntryRow key={line.entry} line={line} {...rows} />
            ))}
          </ul>
        </div>
      )}
      {shown.withdrawn.length > 0 && (
        <details>
          <summary>{`Taken away or moved (${shown.withdrawn.length})`}</summary>
          <ul className={page.card} aria-label="Taken away or moved">
            {shown.withdrawn.map((line) => (
              <li key={line.entry} className={page.line}>
                <span className={page.grow}>
                  <Text>{line.says}</Text>
                  <Text size={200} className={page.quiet}>
                    {[line.why, line.changed && `by ${line.changed}`].filter(Boolean).join(' · ')}
                  </Text>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The year that is shown, and what can be done: a closure first, since it happens on the day. */
function Presses(props: {
  readonly shown: CalendarYear;
  readonly choose: (year: string) => void;
  readonly saved: (says: string) => Promise<void>;
}) {
  const { shown } = props;
  const styles = useStyles();
  const page = usePage();
  const go = useGo();
  const [doing, setDoing] = useState<'closure' | 'date'>();
  const leave = () => setDoing(undefined);
  async function saved(says: string) {
    await props.saved(says);
    leave();
  }
  const forms = { providers: shown.providers, saved, leave };
  const empty = shown.halfTerms.length === 0;
  return (
    <>
      <div className={page.row}>
        <Field label="School year" className={styles.year}>
          <Select value={String(shown.year)} onChange={(_, { value }) => props.choose(value)}>
            {shown.years.map(({ year, label }) => (
              <option key={year} value={year}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {shown.may.close && (
          <Button appearance={empty ? 'secondary' : 'primary'} onClick={() => setDoing('closure')}>
            Record a closure…
          </Button>
        )}
        {shown.may.write && (
          <>
            <Button onClick={() => setDoing('date')}>Add a date…</Button>
            <Button appearance={empty ? 'primary' : 'subtle'} onClick={() => go('import')}>
              Import term dates or bank holidays
            </Button>
          </>
        )}
      </div>
      {doing === 'closure' && <ClosureForm today={shown.day} {...forms} />}
      {doing === 'date' && <EntryForm kind={empty ? 'HalfTerm' : 'INSET'} {...forms} />}
    </>
  );
}
