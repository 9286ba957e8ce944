import { Badge, Button, Field, SearchBox, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import { dateWithYear } from '../../school/calendar/dates.ts';
import { plain } from '../../school/pupils/plain.ts';
import type { Pupils as List, PupilLine } from '../../school/pupils/pupil.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { useGo } from '../../ui/shell/go.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Pupil } from './Pupil.tsx';

/** The pupils this person may see, found by any part of a name; a press opens the pupil. */
export default function Pupils() {
  const view = useView<List>('pupils');
  const [opened, setOpened] = useState<string>();
  if (opened !== undefined) return <Pupil pupil={opened} back={() => setOpened(undefined)} />;
  return (
    <Faces view={view} what="the pupils">
      {(list) => <Found list={list} open={setOpened} changed={view.reload} />}
    </Faces>
  );
}

function Found(props: {
  readonly list: List;
  readonly open: (pupil: string) => void;
  readonly changed: () => Promise<void>;
}) {
  const { list, open } = props;
  const { pupils, newPupil } = list;
  const add = useAction('add-pupil');
  const go = useGo();
  const [adding, setAdding] = useState(false);
  const styles = usePage();
  const [words, setWords] = useState('');
  const shown = pupils.filter((line) => fits(line, words));
  return (
    <section className={styles.page} aria-label="Pupils">
      <div className={styles.head}>
        <Title3 as="h1">{`${pupils.length} ${pupils.length === 1 ? 'pupil' : 'pupils'}`}</Title3>
      </div>
      {newPupil && !adding && (
        <div className={styles.row}>
          <Button appearance={pupils.length === 0 ? 'primary' : 'secondary'} onClick={() => setAdding(true)}>
            Add a pupil
          </Button>
          <Button appearance="subtle" onClick={() => go('import')}>
            Import a file
          </Button>
        </div>
      )}
      {newPupil && adding && (
        <RecordForm
          form={newPupil}
          title="Add a pupil"
          press="Add pupil"
          send={(values) => add({ values: { onRollFrom: newPupil.values.onRollFrom, ...values } })}
          leave={() => setAdding(false)}
          done={([added]) => {
            setAdding(false);
            void props.changed();
            if (added) open(added.about);
          }}
        />
      )}
      <Field label="Find by any part of a name, year or provider">
        <SearchBox value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      {pupils.length === 0 && (
        <Empty>No pupil is here yet. The AP leader adds them, or imports them from a file.</Empty>
      )}
      {pupils.length > 0 && shown.length === 0 && <Empty>Nobody fits. Try less of the name.</Empty>}
      <ul className={styles.card} aria-label="Pupils found">
        {shown.map((line) => (
          <li key={line.pupil} className={styles.line}>
            <span className={styles.grow}>
              <Text weight="semibold">
                {[line.name ?? line.initials, line.year, line.tutorGroup].filter(Boolean).join(' · ')}
              </Text>
              <Text size={200} className={styles.quiet}>
                {line.left ? `Left the roll on ${dateWithYear(line.left)}` : line.placementNow}
              </Text>
            </span>
            {line.flagged && (
              <Badge appearance="outline" color="important">
                Tell the DSL
              </Badge>
            )}
            <Button
              size="small"
              onClick={() => open(line.pupil)}
              aria-label={`Open ${line.name ?? line.initials} ${line.year}`}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every word typed begins or stands in some part of the line; accents and case aside. */
function fits(line: PupilLine, words: string): boolean {
  const text = plain(
    [line.name, line.legalName, line.initials, line.year, line.tutorGroup, line.placementNow].filter(Boolean).join(' '),
  );
  return plain(words)
    .split(' ')
    .every((word) => text.includes(word));
}
