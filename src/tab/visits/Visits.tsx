import { Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Visits as List } from '../../school/visits/visits.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { ProviderCard } from './ProviderCard.tsx';
import { Visit } from './Visit.tsx';

/** Which provider is visited next, by whom; and the form of a visit. `named`: the one that a link in the calendar opens. */
export default function Visits({ named }: { readonly named?: string }) {
  const view = useView<List>('visits');
  const styles = usePage();
  const [opened, setOpened] = useState(named);
  const [said, setSaid] = useState('');
  if (opened) {
    const close = (words: string) => {
      setOpened(undefined);
      setSaid(words);
      void view.reload();
    };
    return <Visit visit={opened} saved={() => close('The visit is saved.')} back={() => close('')} />;
  }
  return (
    <Faces view={view} what="the visits">
      {({ says, providers }) => (
        <section className={styles.page} aria-label="Visits">
          <div className={styles.head}>
            <Title3 as="h1">{says}</Title3>
            <Text role="status">{said}</Text>
          </div>
          {providers.length === 0 && <Empty>No provider is in use, or no visit is yours.</Empty>}
          {providers.map((line) => (
            <ProviderCard key={line.provider} line={line} changed={view.reload} openVisit={setOpened} />
          ))}
        </section>
      )}
    </Faces>
  );
}
