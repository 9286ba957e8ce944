import { Badge, Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import { shortDate } from '../../school/calendar/dates.ts';
import type { PlannedVisit, ProviderVisits, VisitMade } from '../../school/visits/visits.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { AfterPlan, CalendarBadge, CalendarLines, type Sent } from './InCalendar.tsx';
import { PlanForm, sentBy } from './PlanForm.tsx';

type Open =
  | { readonly kind: 'plan' }
  | { readonly kind: 'move' | 'cancel'; readonly visit: PlannedVisit }
  | { readonly kind: 'share'; readonly visit: VisitMade };

const lights = {
  overdue: ['Overdue', 'danger'],
  pressing: ['Due', 'warning'],
  notice: ['Due soon', 'informative'],
  unknown: ['Not known', 'informative'],
} as const;

const cancelling: Form = {
  inputs: [
    {
      name: 'why',
      kind: 'text',
      label: 'Why is it cancelled?',
      hint: 'Everybody invited reads this',
      required: true,
      maxLength: 255,
    },
  ],
  values: {},
};
const sharing: Form = {
  inputs: [
    {
      name: 'how',
      kind: 'choice',
      label: 'How was it shared?',
      required: true,
      options: [
        { value: 'Mail', says: 'By mail' },
        { value: 'Letter', says: 'By letter' },
        { value: 'InPerson', says: 'In person' },
        { value: 'Portal', says: 'Through a portal' },
      ],
    },
    { name: 'on', kind: 'schoolDay', label: 'On which day', required: false, hint: 'Empty: today' },
  ],
  values: {},
};

/** A provider: how its visit stands, what is planned, what was found, what stands open. */
export function ProviderCard(props: {
  readonly line: ProviderVisits;
  readonly changed: () => Promise<void>;
  readonly openVisit: (visit: string) => void;
}) {
  const { line } = props;
  const styles = usePage();
  const [open, setOpen] = useState<Open>();
  const cancel = useAction('cancel-visit');
  const share = useAction('share-visit-report');
  const plan = useAction('plan-visit');
  const [sent, setSent] = useState<Sent>();
  const ends = {
    leave: () => setOpen(undefined),
    done: () => {
      setOpen(undefined);
      void props.changed();
    },
  };
  const planned = {
    leave: ends.leave,
    done: (what: Sent) => {
      setSent(what);
      ends.done();
    },
  };
  async function putIn({ visit, seen }: PlannedVisit) {
    const outcome = await plan({ visit, seen, values: {} });
    const said = outcomeInWords(outcome);
    planned.done(said.good ? sentBy(outcome) : { says: said.says });
  }
  const light = line.light === 'quiet' ? undefined : lights[line.light];
  const pressing = line.planned.length === 0 && (line.light === 'overdue' || line.light === 'pressing');
  return (
    <section className={styles.head} aria-label={line.name}>
      <ul className={styles.card} aria-label={`Visits to ${line.name}`}>
        <li className={styles.line}>
          <span className={styles.grow}>
            <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
              {line.name}
            </Text>
            <Text>{line.says}</Text>
            <Text size={200} className={styles.quiet}>
              {`${line.pupils} placed there`}
            </Text>
          </span>
          {line.stopped && (
            <Badge appearance="outline" color="danger">
              Stopped
            </Badge>
          )}
          {light && (
            <Badge appearance="outline" color={light[1]}>
              {light[0]}
            </Badge>
          )}
          {line.newVisit && (
            <Button
              appearance={pressing ? 'primary' : 'secondary'}
              onClick={() => setOpen({ kind: 'plan' })}
              aria-label={`Plan a visit to ${line.name}`}
            >
              Plan a visit
            </Button>
          )}
        </li>
        {line.planned.map((visit) => (
          <li key={visit.visit} className={styles.line}>
            <span className={styles.grow}>
              <Text>{`Planned: ${visit.says}`}</Text>
              <CalendarLines calendar={visit.calendar} />
            </span>
            <CalendarBadge calendar={visit.calendar} />
            <Button
              appearance={visit.mine ? 'primary' : 'secondary'}
              onClick={() => props.openVisit(visit.visit)}
              aria-label={`Open the visit ${visit.says}`}
            >
              Open
            </Button>
            {visit.toBook && (
              <Button onClick={() => void putIn(visit)} aria-label={`Put into the calendar: the visit ${visit.says}`}>
                Put into the calendar
              </Button>
            )}
            {visit.form && (
              <>
                <Button onClick={() => setOpen({ kind: 'move', visit })} aria-label={`Change the visit ${visit.says}`}>
                  Change
                </Button>
                <Button
                  onClick={() => setOpen({ kind: 'cancel', visit })}
                  aria-label={`Cancel the visit ${visit.says}`}
                >
                  Cancel…
                </Button>
              </>
            )}
          </li>
        ))}
        {line.made.map((visit) => (
          <li key={visit.visit} className={styles.line}>
            <span className={styles.grow}>
              <Text>{`Made: ${visit.says}`}</Text>
              <Text size={200} className={styles.quiet}>
                {[visit.judgement ?? 'no judgement', visit.shared ? 'report shared' : 'report not shared'].join(' · ')}
              </Text>
            </span>
            {!visit.shared && visit.mayWrite && (
              <Button
                onClick={() => setOpen({ kind: 'share', visit })}
                aria-label={`Share the report of ${visit.says}`}
              >
                Shared…
              </Button>
            )}
            <Button onClick={() => props.openVisit(visit.visit)} aria-label={`Look at the visit ${visit.says}`}>
              Look
            </Button>
          </li>
        ))}
        {line.open.map((action) => (
          <li key={action.action} className={styles.line}>
            <span className={styles.grow}>
              <Text>{action.text}</Text>
              <Text size={200} className={styles.quiet}>
                {`${action.owner}, ${action.overdue ? 'was due' : 'due'} by ${shortDate(action.due)}`}
              </Text>
            </span>
            {action.overdue && (
              <Badge appearance="outline" color="danger">
                Overdue
              </Badge>
            )}
          </li>
        ))}
      </ul>
      {sent && (
        <AfterPlan
          sent={sent}
          over={() => {
            setSent(sent.says ? { ...sent, entry: undefined } : undefined);
            void props.changed();
          }}
        />
      )}
      {open?.kind === 'plan' && line.newVisit && (
        <PlanForm
          form={line.newVisit}
          title={`Plan a visit to ${line.name}`}
          provider={line.provider}
          about={{ provider: line.provider }}
          {...planned}
        />
      )}
      {open?.kind === 'move' && open.visit.form && (
        <PlanForm
          form={open.visit.form}
          title="Change the visit"
          provider={line.provider}
          about={{ visit: open.visit.visit, seen: open.visit.seen }}
          {...planned}
        />
      )}
      {open?.kind === 'cancel' && (
        <RecordForm
          form={cancelling}
          title="Cancel the visit"
          press="Cancel the visit"
          send={(values) => cancel({ visit: open.visit.visit, seen: open.visit.seen, ...values })}
          {...ends}
        />
      )}
      {open?.kind === 'share' && (
        <RecordForm
          form={sharing}
          title="The provider has the report"
          press="Save"
          send={(values) => share({ visit: open.visit.visit, seen: open.visit.seen, ...values })}
          {...ends}
        />
      )}
    </section>
  );
}
