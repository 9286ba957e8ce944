import { Badge, Button, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import { addDays, dateNear } from '../../school/calendar/dates.ts';
import { momentOf, type SchoolDay } from '../../school/moment.ts';
import type { People as Holders, RoleLine } from '../../school/office/people.types.ts';
import { anyOf } from '../../school/sentence.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

const endingOn = (today: SchoolDay): Form => ({
  inputs: [{ name: 'lastDay', kind: 'schoolDay', label: 'Last day in the role', required: true }],
  values: { lastDay: today },
});

/** Is every needed role held, and does a card reach each person? Roles are given, agreed and ended here. */
export default function People() {
  const view = useView<Holders>('people');
  return (
    <Faces view={view} what="people and roles">
      {(people) => <Shown people={people} today={view.asOf ? momentOf(view.asOf).today : ''} changed={view.reload} />}
    </Faces>
  );
}

function Shown(props: { readonly people: Holders; readonly today: SchoolDay; readonly changed: () => Promise<void> }) {
  const { people, today, changed } = props;
  const styles = usePage();
  const give = useAction('give-role');
  const [giving, setGiving] = useState(false);
  const { missing, newRole } = people;
  const waiting = people.roles.filter(({ may }) => may.agree).length;
  const refused = new Set(people.roles.filter(({ reach }) => reach === 'refused').map(({ person }) => person)).size;
  return (
    <section className={styles.page} aria-label="People and roles">
      <div className={styles.head}>
        <Title3 as="h1">{missing.length === 0 ? 'Every needed role is held' : `Nobody is ${anyOf(missing)}`}</Title3>
        {missing.length > 0 && <Text as="p">No round starts until somebody is.</Text>}
        {waiting > 0 && (
          <Text as="p" weight="semibold">
            {`${waiting} ${waiting === 1 ? 'role waits' : 'roles wait'} for you: agree or decline.`}
          </Text>
        )}
        <Text as="p">
          {refused > 0 && `Cards do not reach ${refused} ${refused === 1 ? 'person' : 'people'}. `}
          Whoever gets no card opens Apps in Teams, chooses this app and presses Add; or the Teams administrator
          installs it for them.
        </Text>
        {!people.channelChosen && (
          <Text as="p">
            No channel is chosen for the register cards: add the app to it in Teams and write “use this channel”.
          </Text>
        )}
      </div>
      {newRole && !giving && (
        <div>
          <Button appearance={missing.length > 0 ? 'primary' : 'secondary'} onClick={() => setGiving(true)}>
            Give a role
          </Button>
        </div>
      )}
      {newRole && giving && (
        <RecordForm
          form={newRole}
          title="Give a role, for good or as cover"
          press="Give role"
          send={(values) => give(filled({ from: newRole.values.from, ...values }))}
          leave={() => setGiving(false)}
          done={() => {
            setGiving(false);
            void changed();
          }}
        />
      )}
      <ul className={styles.card} aria-label="Roles">
        {people.roles.map((line) => (
          <Line key={line.assignment} line={line} today={today} changed={changed} />
        ))}
      </ul>
    </section>
  );
}

const reaches: Readonly<Record<RoleLine['reach'], string>> = {
  reached: 'cards reach them in Teams',
  refused: 'the last card was refused',
  untried: 'no card was sent yet',
};

/** "since Mon 1 Sep 2025", "from Mon 30 Nov", "Mon 16 Nov to Fri 27 Nov". */
function span({ from, to, state }: RoleLine, today: SchoolDay): string {
  const first = dateNear(from, today);
  if (to) return `${first} to ${dateNear(to, today)}`;
  return from > today || state === 'WaitsForHead' ? `from ${first}` : `since ${first}`;
}

/** The input without what was left empty: a role for good has no last day and covers nobody. */
function filled(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function Line(props: { readonly line: RoleLine; readonly today: SchoolDay; readonly changed: () => Promise<void> }) {
  const { line, today, changed } = props;
  const styles = usePage();
  const give = useAction('give-role');
  const end = useAction('end-role');
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');

  async function agree() {
    const { person, name: personName, role, from, to } = line;
    const outcome = outcomeInWords(
      await give(to ? { person, personName, role, from, to } : { person, personName, role, from }),
    );
    setSaid(outcome.good ? '' : outcome.says);
    await changed();
  }

  /** What was asked for and never counted ends the day before it would have begun. */
  async function decline() {
    const outcome = outcomeInWords(
      await end({ assignment: line.assignment, seen: line.seen, lastDay: addDays(line.from, -1) }),
    );
    setSaid(outcome.good ? '' : outcome.says);
    await changed();
  }

  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text weight="semibold">{`${line.name} · ${line.roleSays}`}</Text>
        <Text size={200} className={styles.quiet}>
          {`${span(line, today)} · ${reaches[line.reach]}`}
        </Text>
        {said && <Text className={styles.bad}>{said}</Text>}
      </span>
      {line.state === 'WaitsForHead' && (
        <Badge appearance="outline" color="warning">
          Waits for the head
        </Badge>
      )}
      {line.reach === 'refused' && (
        <Badge appearance="outline" color="danger">
          Cards do not reach them
        </Badge>
      )}
      {line.may.agree && (
        <Button appearance="primary" size="small" onClick={() => void agree()}>
          Agree
        </Button>
      )}
      {line.may.end && line.state === 'WaitsForHead' && (
        <Button
          size="small"
          onClick={() => void decline()}
          aria-label={`${line.may.agree ? 'Decline' : 'Take back'}: ${line.name} as ${line.roleSays}`}
        >
          {line.may.agree ? 'Decline' : 'Take back'}
        </Button>
      )}
      {line.may.end && line.state !== 'WaitsForHead' && !open && (
        <Button size="small" onClick={() => setOpen(true)} aria-label={`End ${line.roleSays} of ${line.name}`}>
          End…
        </Button>
      )}
      {open && (
        <div className={styles.below}>
          <RecordForm
            form={endingOn(today)}
            title={`${line.name} is no longer ${line.roleSays}`}
            press="End the role"
            send={(values) => end({ assignment: line.assignment, seen: line.seen, lastDay: today, ...values })}
            leave={() => setOpen(false)}
            done={() => {
              setOpen(false);
              void changed();
            }}
          />
        </div>
      )}
    </li>
  );
}
