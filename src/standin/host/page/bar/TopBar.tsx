import { Button, CounterBadge, Label, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { BugRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { HostTheme } from '../app/situation.ts';
import type { HostConfig, Person } from '../wire.ts';
import { FaultsDrawer } from './FaultsDrawer.tsx';
import { SchoolClock } from './SchoolClock.tsx';

const useStyles = makeStyles({
  banner: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    textAlign: 'center',
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  right: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  field: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  person: { minWidth: 0, maxWidth: '260px' },
});

const themes: readonly { readonly value: HostTheme; readonly name: string }[] = [
  { value: 'default', name: 'Light' },
  { value: 'dark', name: 'Dark' },
  { value: 'contrast', name: 'High contrast' },
];

/** What the bar shows and changes. */
export interface TopBarProps {
  readonly config: HostConfig;
  readonly people: readonly Person[];
  readonly person: Person;
  readonly become: (id: string) => void;
  readonly theme: HostTheme;
  readonly wear: (theme: HostTheme) => void;
}

/** The banner that says what this is, the school's clock, who you are, theme and faults. */
export function TopBar({ config, people, person, become, theme, wear }: TopBarProps) {
  const styles = useStyles();
  const whoId = useId();
  const themeId = useId();
  const [open, setOpen] = useState(false);
  const [live, setLive] = useState(0);
  return (
    <>
      <div className={styles.banner} role="note">
        <Text size={200}>Local stand-in: no data leaves this computer</Text>
      </div>
      <div className={styles.bar}>
        <SchoolClock />
        <div className={styles.right}>
          <div className={styles.field}>
            <Label htmlFor={whoId}>You are</Label>
            <Select
              className={styles.person}
              id={whoId}
              value={person.id}
              onChange={(_event, data) => become(data.value)}
            >
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.displayName}, {one.jobTitle}
                </option>
              ))}
            </Select>
          </div>
          <div className={styles.field}>
            <Label htmlFor={themeId}>Theme</Label>
            <Select
              id={themeId}
              value={theme}
              onChange={(_event, data) => wear(themes.find((one) => one.value === data.value)?.value ?? 'default')}
            >
              {themes.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
          <Button icon={<BugRegular />} onClick={() => setOpen(true)}>
            Faults {live > 0 && <CounterBadge count={live} color="danger" size="small" />}
          </Button>
        </div>
      </div>
      <FaultsDrawer
        open={open}
        scenario={config.scenario}
        close={(count) => {
          setOpen(false);
          setLive(count);
        }}
      />
    </>
  );
}
