import { Button, Field, SearchBox, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Placements as List, PlacementLine } from '../../school/placements/placements.types.ts';
import { plain } from '../../school/pupils/plain.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Placement } from './Placement.tsx';
import { weekInWords } from './week-words.ts';

/** Who is placed where, on which sessions; what waits to start stands first. `named`: the one that another screen opens. */
export default function Placements({ named }: { readonly named?: string }) {
  const view = useView<List>('placements');
  return (
    <Faces view={view} what="the placements">
      {(list) => <Shown list={list} named={named} changed={view.reload} />}
    </Faces>
  );
}

function Shown(props: { readonly list: List; readonly named?: string; readonly changed: () => Promise<void> }) {
  const { list, changed } = props;
  const { placements, newPlacement } = list;
  const styles = usePage();
  const add = useAction('save-placement');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState(props.named);
  const [words, setWords] = useState('');
  const open = placements.find((each) => each.placement === opened);
  if (open) {
    return (
      <Placement
        line={open}
        endReasons={list.endReasons}
        newObjective={list.newObjective}
        changed={changed}
        back={() => setOpened(undefined)}
      />
    );
  }
  const shown = placements.filter(({ who, legalName = '', providerName }) => {
    const text = plain(`${who} ${legalName} ${providerName}`);
    return plain(words)
      .split(' ')
      .every((word) => text.includes(word));
  });
  const running = placements.filter(({ stage }) => stage === 'Active' || stage === 'Paused').length;
  const waiting = placements.filter(({ waitsFor }) => waitsFor.length > 0).length;
  return (
    <section className={styles.page} aria-label="Placements">
      <div className={styles.head}>
        <Title3 as="h1">{`${running} ${running === 1 ? 'placement' : 'placements'} running`}</Title3>
        {waiting > 0 && <Text as="p">{`${waiting} cannot start yet.`}</Text>}
      </div>
      {newPlacement && !adding && (
        <div>
          <Button appearance={placements.length === 0 ? 'primary' : 'secondary'} onClick={() => setAdding(true)}>
            Add a placement
          </Button>
        </div>
      )}
      {newPlacement && adding && (
        <RecordForm
          form={newPlacement}
          title="Add a placement, as a draft"
          press="Add placement"
          send={({ pupil, provider, ...values }) =>
            add({ pupil, provider, values: { startDate: newPlacement.values.startDate, ...values } })
          }
          leave={() => setAdding(false)}
          done={([added]) => {
            setAdding(false);
            setOpened(added?.about);
            void changed();
          }}
        />
      )}
      <Field label="Find by pupil or provider">
        <SearchBox value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      {placements.length === 0 && <Empty>No placement is here yet.</Empty>}
      {placements.length > 0 && shown.length === 0 && <Empty>No placement fits. Try less of the name.</Empty>}
      <ul className={styles.card} aria-label="Placements found">
        {shown.map((line) => (
          <Line key={line.placement} line={line} open={() => setOpened(line.placement)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, open }: { readonly line: PlacementLine; readonly open: () => void }) {
  const styles = usePage();
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text weight="semibold">{`${line.who} · ${line.providerName}`}</Text>
        <Text size={200} className={styles.quiet}>
          {[line.stageSays, weekInWords(line.week)].filter(Boolean).join(' · ')}
        </Text>
      </span>
      <Button size="small" onClick={open} aria-label={`Open ${line.who} at ${line.providerName}`}>
        Open
      </Button>
    </li>
  );
}
