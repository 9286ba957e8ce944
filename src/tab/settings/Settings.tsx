import { Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { SettingsPage } from '../../school/office/settings.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { SettingRow } from './SettingRow.tsx';

/** What does the app go by, who changed it, and from when? */
export default function Settings() {
  const view = useView<SettingsPage>('settings');
  return (
    <Faces view={view} what="the settings">
      {(shown) => <Shown shown={shown} changed={view.reload} />}
    </Faces>
  );
}

function Shown({ shown, changed }: { readonly shown: SettingsPage; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const [said, setSaid] = useState('');
  async function saved(says: string) {
    await changed();
    setSaid(says);
  }
  const waiting = shown.groups
    .flatMap(({ settings }) => settings)
    .filter(({ coming }) => coming.some((one) => one.waits));
  return (
    <section className={styles.page} aria-label="Settings">
      <div className={styles.head}>
        <Title3 as="h1">{shown.says}</Title3>
        <Text className={styles.quiet}>
          A change counts from the day that is given with it. What counted before is kept, with who changed it.
        </Text>
        <Text role="status">{said}</Text>
      </div>
      {waiting.length > 0 && <Group name="Waits for the head" lines={waiting} shown={shown} saved={saved} />}
      {shown.groups.map(({ name, settings }) => (
        <Group
          key={name}
          name={name}
          lines={settings.filter((line) => !waiting.includes(line))}
          shown={shown}
          saved={saved}
        />
      ))}
    </section>
  );
}

function Group(props: {
  readonly name: string;
  readonly lines: SettingsPage['groups'][number]['settings'];
  readonly shown: SettingsPage;
  readonly saved: (says: string) => Promise<void>;
}) {
  const styles = usePage();
  if (props.lines.length === 0) return null;
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        {props.name}
      </Text>
      <ul className={styles.card} aria-label={props.name}>
        {props.lines.map((line) => (
          <SettingRow
            key={line.name}
            line={line}
            today={props.shown.today}
            may={props.shown.may.change}
            saved={props.saved}
          />
        ))}
      </ul>
    </div>
  );
}
