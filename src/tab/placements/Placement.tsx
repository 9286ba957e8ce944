import { Button, Text, Title3 } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Form, FormOption } from '../../schema/form.ts';
import { shortDate } from '../../school/calendar/dates.ts';
import type { PlacementLine } from '../../school/placements/placements.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Objectives } from './Objectives.tsx';
import { WeekDesk } from './WeekDesk.tsx';

type Open = 'correct' | 'week' | 'pause' | 'end';

const pausing: Form = {
  inputs: [
    { name: 'from', kind: 'schoolDay', label: 'First day of the pause', required: true },
    { name: 'to', kind: 'schoolDay', label: 'Last day', required: false, hint: 'Empty: until further notice' },
  ],
  values: {},
};

const endingFor = (options: readonly FormOption[]): Form => ({
  inputs: [
    { name: 'lastDay', kind: 'schoolDay', label: 'Last day of the placement', required: true },
    { name: 'reason', kind: 'choice', label: 'Why it ends', required: true, options },
    { name: 'note', kind: 'text', label: 'Note', required: false, maxLength: 200 },
  ],
  values: {},
});

/** One placement: does it run, what keeps it from starting, its week; then what may be changed, and what is aimed at. */
export function Placement(props: {
  readonly line: PlacementLine;
  readonly endReasons: readonly FormOption[];
  readonly newObjective?: Form;
  readonly changed: () => Promise<void>;
  readonly back: () => void;
}) {
  const { line } = props;
  const styles = usePage();
  const [open, setOpen] = useState<Open>();
  const save = useAction('save-placement');
  const pause = useAction('pause-placement');
  const end = useAction('end-placement');
  const ends = {
    leave: () => setOpen(undefined),
    done: () => {
      setOpen(undefined);
      void props.changed();
    },
  };
  const { placement, seen } = line;
  return (
    <section className={styles.page} aria-label="A placement">
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.back}>
          All placements
        </Button>
      </div>
      <div className={styles.head}>
        <Title3 as="h1">{`${line.who} · ${line.providerName}`}</Title3>
        <Text as="p">
          {[
            line.stageSays,
            `from ${shortDate(line.from)}`,
            line.to ? `to ${shortDate(line.to)}` : '',
            line.legalBasis ?? '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Waits line={line} changed={props.changed} />
      <Week line={line} />
      {open === undefined && (
        <div className={styles.row}>
          {line.may.change && <Button onClick={() => setOpen('week')}>Change sessions</Button>}
          {line.may.pause && <Button onClick={() => setOpen('pause')}>Pause</Button>}
          {line.may.end && <Button onClick={() => setOpen('end')}>End…</Button>}
          {line.form && <Button onClick={() => setOpen('correct')}>Correct</Button>}
        </div>
      )}
      {open === 'week' && <WeekDesk line={line} {...ends} />}
      {open === 'correct' && line.form && (
        <RecordForm
          form={line.form}
          title="Correct the placement"
          press="Save"
          send={(values) => save({ placement, seen, values })}
          {...ends}
        />
      )}
      {open === 'pause' && (
        <RecordForm
          form={pausing}
          title="Pause: nobody is expected"
          press="Pause"
          send={(values) => pause({ placement, seen, ...values })}
          {...ends}
        />
      )}
      {open === 'end' && (
        <RecordForm
          form={endingFor(props.endReasons)}
          title="The placement ends"
          press="End the placement"
          send={(values) => end({ placement, seen, ...values })}
          {...ends}
        />
      )}
      <Objectives line={line} form={props.newObjective} changed={props.changed} />
    </section>
  );
}

/** What a placement waits for before it may start, and the press that starts or approves it. */
function Waits({ line, changed }: { readonly line: PlacementLine; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const start = useAction('start-placement');
  const approve = useAction('approve-placement');
  const [said, setSaid] = useState('');
  if (!line.may.start && !line.may.approve && line.waitsFor.length === 0) return null;
  async function press(work: Promise<Parameters<typeof outcomeInWords>[0]>) {
    const words = outcomeInWords(await work);
    setSaid(words.good ? '' : words.says);
    await changed();
  }
  return (
    <div>
      {line.waitsFor.length > 0 && (
        <ul className={styles.card} aria-label="What it waits for">
          {line.waitsFor.map((says) => (
            <li key={says} className={styles.line}>
              <Text>{says}</Text>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        {line.may.approve && (
          <Button
            appearance="primary"
            onClick={() => void press(approve({ placement: line.placement, seen: line.seen }))}
          >
            Approve
          </Button>
        )}
        {line.may.start && (
          <Button
            appearance="primary"
            disabled={line.waitsFor.length > 0}
            onClick={() => void press(start({ placement: line.placement }))}
          >
            Start the placement
          </Button>
        )}
        <Text role="status" className={styles.bad}>
          {said}
        </Text>
      </div>
    </div>
  );
}

function Week({ line }: { readonly line: PlacementLine }) {
  const styles = usePage();
  const sites = new Map(line.sites.map(({ value, says }) => [value, says]));
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        Weekly sessions
      </Text>
      {line.week.length === 0 && <Text as="p">No weekly session yet.</Text>}
      <ul className={styles.card} aria-label="Weekly sessions">
        {line.week.map((each) => (
          <li key={`${each.day} ${each.session} ${each.weekPattern} ${each.validFrom}`} className={styles.line}>
            <span className={styles.grow}>
              <Text>{`${each.day} ${each.session}, ${each.start} to ${each.end}`}</Text>
            </span>
            <Text size={200} className={styles.quiet}>
              {[
                each.weekPattern === 'Every' ? '' : `week ${each.weekPattern}`,
                each.site ? (sites.get(each.site) ?? '') : '',
                each.validTo ? `until ${shortDate(each.validTo)}` : `since ${shortDate(each.validFrom)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
