import { Badge, Button, Field, Link, SearchBox, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Providers as List, ProviderLine } from '../../school/providers/providers.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Provider } from './Provider.tsx';

/** Whom to ring at each provider, where its sites are, and how many pupils are there now. */
export default function Providers() {
  const view = useView<List>('providers');
  return (
    <Faces view={view} what="the providers">
      {(list) => <Shown list={list} changed={view.reload} />}
    </Faces>
  );
}

function Shown({ list, changed }: { readonly list: List; readonly changed: () => Promise<void> }) {
  const { providers, newProvider } = list;
  const add = useAction('save-provider');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string>();
  const styles = usePage();
  const [words, setWords] = useState('');
  const open = providers.find((each) => each.provider === opened);
  if (open) return <Provider line={open} newSite={list.newSite} changed={changed} back={() => setOpened(undefined)} />;
  const wanted = words.trim().toLowerCase();
  const shown = providers.filter((line) =>
    `${line.name} ${line.sites.map(({ address }) => address).join(' ')}`.toLowerCase().includes(wanted),
  );
  return (
    <section className={styles.page} aria-label="Providers">
      <div className={styles.head}>
        <Title3 as="h1">{`${providers.length} ${providers.length === 1 ? 'provider' : 'providers'}`}</Title3>
      </div>
      {newProvider && !adding && (
        <div className={styles.row}>
          <Button appearance={providers.length === 0 ? 'primary' : 'secondary'} onClick={() => setAdding(true)}>
            Add a provider
          </Button>
        </div>
      )}
      {newProvider && adding && (
        <RecordForm
          form={newProvider}
          title="Add a provider"
          press="Add provider"
          send={(values) => add({ values })}
          leave={() => setAdding(false)}
          done={([added]) => {
            setAdding(false);
            setOpened(added?.about);
            void changed();
          }}
        />
      )}
      <Field label="Find by name or address">
        <SearchBox value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      {providers.length === 0 && (
        <Empty>No provider is here yet. The AP leader adds them, or imports them from a file.</Empty>
      )}
      {providers.length > 0 && shown.length === 0 && <Empty>No provider fits. Try less of the name.</Empty>}
      <ul className={styles.card} aria-label="Providers found">
        {shown.map((line) => (
          <Line key={line.provider} line={line} open={() => setOpened(line.provider)} />
        ))}
      </ul>
    </section>
  );
}

const stopped: readonly ProviderLine['status'][] = ['Suspended', 'Stopped', 'Reported'];

function Line({ line, open }: { readonly line: ProviderLine; readonly open: () => void }) {
  const styles = usePage();
  const addresses = line.sites
    .filter(({ inUse }) => inUse)
    .map(({ name, address, postcode }) => [name, address, postcode].filter(Boolean).join(', '));
  const pupils = `${line.pupilsNow} ${line.pupilsNow === 1 ? 'pupil' : 'pupils'} now`;
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text weight="semibold">{`${line.name} · ${pupils}`}</Text>
        <Text size={200} className={styles.quiet}>
          {addresses.join(' · ') || 'No address is kept.'}
        </Text>
      </span>
      {stopped.includes(line.status) && (
        <Badge appearance="outline" color="danger">
          {line.status}
        </Badge>
      )}
      {line.attendancePhone && (
        <Link href={`tel:${line.attendancePhone.replace(/\s/g, '')}`}>
          {`${line.attendanceContact ?? 'Attendance'} ${line.attendancePhone}`}
        </Link>
      )}
      <Button size="small" onClick={open} aria-label={`Open ${line.name}`}>
        Open
      </Button>
    </li>
  );
}
