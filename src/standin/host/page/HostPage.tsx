import {
  Button,
  Caption1,
  FluentProvider,
  Label,
  makeStyles,
  Select,
  Spinner,
  Text,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { type HostTheme, playHost, tellTheme } from './teams-host.ts';

interface TenantPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly jobTitle: string;
}

interface HostConfig {
  readonly appUrl: string;
  readonly tenantId: string;
}

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const;
const DAY = 86_400_000;

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100vh', backgroundColor: tokens.colorNeutralBackground3 },
  banner: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    textAlign: 'center',
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  frame: { flexGrow: 1, border: 'none', width: '100%', backgroundColor: tokens.colorNeutralBackground1 },
});

/** A calm imitation of Teams around our app: who you are, what time the school has, which theme. */
export function HostPage() {
  const styles = useStyles();
  const [config, setConfig] = useState<HostConfig>();
  const [people, setPeople] = useState<readonly TenantPerson[]>([]);
  const [who, setWho] = useState<string>();
  const [theme, setTheme] = useState<HostTheme>('default');
  const [clock, setClock] = useState('');
  const [moving, setMoving] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const whoId = useId();
  const themeId = useId();
  const person = people.find((one) => one.id === who) ?? people[0];

  useEffect(() => {
    void get<HostConfig>('/host/config.json').then(setConfig);
    void get<TenantPerson[]>('/standin/users').then(setPeople);
    const read = () => void get<{ now: string }>('/standin/clock').then(({ now }) => setClock(now));
    read();
    const timer = setInterval(read, 5_000);
    return () => clearInterval(timer);
  }, []);

  const situation = useRef({ theme, person, tenantId: '' });
  situation.current = { theme, person, tenantId: config?.tenantId ?? '' };
  useEffect(() => {
    const here = frame.current;
    if (!here || !config || !person) return;
    return playHost(here, new URL(config.appUrl).origin, () => ({
      theme: situation.current.theme,
      tenantId: config.tenantId,
      person: situation.current.person ?? person,
    }));
  }, [config, person]);
  useEffect(() => {
    if (frame.current && config) tellTheme(frame.current, new URL(config.appUrl).origin, theme);
  }, [theme, config]);

  const move = (to: Date) => {
    setMoving(true);
    void fetch('/standin/clock', { method: 'POST', body: JSON.stringify({ now: to.toISOString() }) })
      .then((response) => response.json())
      .then(({ now }: { now: string }) => setClock(now))
      .finally(() => setMoving(false));
  };
  const later = (minutes: number) => move(new Date(Date.parse(clock) + minutes * 60_000));

  return (
    <FluentProvider theme={themes[theme]}>
      <div className={styles.page}>
        <div className={styles.banner} role="note">
          Local stand-in: no data leaves this computer. Everybody here is invented.
        </div>
        <div className={styles.bar}>
          <div className={styles.field}>
            <Label htmlFor={whoId}>You are</Label>
            <Select id={whoId} value={person?.id ?? ''} onChange={(_event, data) => setWho(data.value)}>
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.displayName}, {one.jobTitle}
                </option>
              ))}
            </Select>
          </div>
          <div className={styles.field}>
            <Label htmlFor={themeId}>Theme</Label>
            <Select id={themeId} value={theme} onChange={(_event, data) => setTheme(data.value as HostTheme)}>
              <option value="default">Light</option>
              <option value="dark">Dark</option>
              <option value="contrast">High contrast</option>
            </Select>
          </div>
          <div className={styles.field}>
            <Caption1>School's clock</Caption1>
            <Text weight="semibold">{clock === '' ? '…' : inWords(clock)}</Text>
          </div>
          <Button disabled={moving || clock === ''} onClick={() => later(-60)}>
            −1 h
          </Button>
          <Button disabled={moving || clock === ''} onClick={() => later(15)}>
            +15 min
          </Button>
          <Button disabled={moving || clock === ''} onClick={() => move(nextMorning(clock))}>
            Next school morning 08:45
          </Button>
          {moving && <Spinner size="tiny" label="The school follows the clock" />}
        </div>
        {config && person && (
          <iframe
            key={person.id}
            ref={frame}
            className={styles.frame}
            title="Alternative Provision"
            src={`${config.appUrl}/tab/`}
          />
        )}
      </div>
    </FluentProvider>
  );
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path);
  return (await response.json()) as T;
}

function inWords(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

/** 08:45 of the next weekday, London time. */
function nextMorning(instant: string): Date {
  let day = new Date(Date.parse(instant) + DAY);
  while ([0, 6].includes(day.getUTCDay())) day = new Date(day.getTime() + DAY);
  const date = day.toISOString().slice(0, 10);
  const summer =
    new Date(`${date}T08:45:00Z`).toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit' }) !== '08';
  return new Date(`${date}T${summer ? '07' : '08'}:45:00Z`);
}
