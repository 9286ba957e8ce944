import { Badge, Button, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import { shortDate } from '../../school/calendar/dates.ts';
import type { People as Holders, RoleLine } from '../../school/office/people.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

const ending: Form = {
  inputs: [{ name: 'lastDay', kind: 'schoolDay', label: 'Last day in the role', required: true }],
  values: {},
};

/** Is every needed role held, and does a card reach each person? Roles are given, agreed and ended here. */
export default function People() {
  const view = useView<Holders>('people');
  return (
    <Faces view={view} what="people and roles">
      {(people) => <Shown people={people} changed={view.reload} />}
    </Faces>
  );
}

function Shown({ people, changed }: { readonly people: Holders; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const give = useAction('give-role');
  const [giving, setGiving] = useState(false);
  const { missing, newRole } = people;
  const refused = new Set(people.roles.filter(({ reach }) => reach === 'refused').map(({ person }) => person)).size;
  return (
    <section className={styles.page} aria-label="People and roles">
      <div className={styles.head}>
        <Title3 as="h1">
          {missing.length === 0 ? 'Every needed role is held' : `Nobody is ${missing.join(', or ')}`}
        </Title3>
        {missing.length > 0 && <Text as="p">No round starts until somebody is.</Text>}
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
          <Line key={line.assignment} line={line} changed={changed} />
        ))}
      </ul>
    </section>
  );
}

/** The input without what was left empty: a role for good has no last day and covers nobody. */
function filled(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function Line({ line, changed }: { readonly line: RoleLine; readonly changed: () => Promise<void> }) {
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

  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text weight="semibold">{`${line.name} · ${line.roleSays}`}</Text>
        <Text size={200} className={styles.quiet}>
          {line.to ? `${shortDate(line.from)} to ${shortDate(line.to)}` : `since ${shortDate(line.from)}`}
        </Text>
        {said && <Text className={styles.bad}>{said}</Text>}
      </span>
      {line.state === 'WaitsForHead' && (
        <Badge appearance="outline" color="warning">
          Waits for the head
        </Badge>
      )}
      {line.reach !== 'reached' && (
        <Badge appearance="outline" color="informative">
          {line.reach === 'refused' ? 'Cards do not reach them' : 'No card sent yet'}
        </Badge>
      )}
      {line.may.agree && (
        <Button appearance="primary" size="small" onClick={() => void agree()}>
          Agree
        </Button>
      )}
      {line.may.end && !open && (
        <Button size="small" onClick={() => setOpen(true)} aria-label={`End ${line.roleSays} of ${line.name}`}>
          End…
        </Button>
      )}
      {open && (
        <RecordForm
          form={ending}
          title={`${line.name} is no longer ${line.roleSays}`}
          press="End the role"
          send={(values) => end({ assignment: line.assignment, seen: line.seen, ...values })}
          leave={() => setOpen(false)}
          done={() => {
            setOpen(false);
            void changed();
          }}
        />
      )}
    </li>
  );
}
