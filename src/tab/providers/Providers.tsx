import { Badge, Field, Link, SearchBox, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Providers as List, ProviderLine } from '../../school/providers/providers.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';

/** Whom to ring at each provider, where its sites are, and how many pupils are there now. */
export default function Providers() {
  const view = useView<List>('providers');
  return (
    <Faces view={view} what="the providers">
      {({ providers }) => <Shown providers={providers} />}
    </Faces>
  );
}

function Shown({ providers }: { readonly providers: readonly ProviderLine[] }) {
  const styles = usePage();
  const [words, setWords] = useState('');
  if (providers.length === 0) return <Empty>No provider is here yet. The AP leader can import them from a file.</Empty>;
  const wanted = words.trim().toLowerCase();
  const shown = providers.filter((line) =>
    `${line.name} ${line.sites.map(({ address }) => address).join(' ')}`.toLowerCase().includes(wanted),
  );
  return (
    <section className={styles.page} aria-label="Providers">
      <div className={styles.head}>
        <Title3 as="h1">{`${providers.length} ${providers.length === 1 ? 'provider' : 'providers'}`}</Title3>
      </div>
      <Field label="Find by name or address">
        <SearchBox value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      {shown.length === 0 && <Empty>No provider fits. Try less of the name.</Empty>}
      <ul className={styles.card} aria-label="Providers found">
        {shown.map((line) => (
          <Line key={line.provider} line={line} />
        ))}
      </ul>
    </section>
  );
}

const stopped: readonly ProviderLine['status'][] = ['Suspended', 'Stopped', 'Reported'];

function Line({ line }: { readonly line: ProviderLine }) {
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
    </li>
  );
}
