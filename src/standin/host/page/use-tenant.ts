import { useCallback, useEffect, useState } from 'react';
import type { HostTheme } from './app/situation.ts';
import { type HostConfig, type Person, read } from './wire.ts';

/** The tenant as the page knows it. */
export interface KnownTenant {
  readonly config: HostConfig;
  readonly people: readonly Person[];
}

/** Reads the tenant, again whenever `news` is another number; undefined until the stand-in answers. */
export function useTenant(news: number | undefined): KnownTenant | undefined {
  const [known, setKnown] = useState<KnownTenant>();
  useEffect(() => {
    if (news === undefined) return undefined;
    let here = true;
    void Promise.all([
      read<HostConfig>(`/host/config.json?news=${news}`),
      read<readonly Person[]>('/standin/users'),
    ]).then(
      ([config, people]) => here && setKnown({ config, people }),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [news]);
  return known;
}

/** Who you are: kept in the page's address (`?as=`), so that two browser tabs can be two people. */
export function usePerson(people: readonly Person[]): [Person | undefined, (id: string) => void] {
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get('as'));
  const become = useCallback((id: string) => {
    setChosen(id);
    const address = new URL(location.href);
    address.searchParams.set('as', id);
    history.replaceState(null, '', address);
  }, []);
  return [people.find((person) => person.id === chosen) ?? people[0], become];
}

/** The theme, kept in this browser. */
export function useHostTheme(): [HostTheme, (theme: HostTheme) => void] {
  const [theme, setTheme] = useState<HostTheme>(() => {
    const kept = localStorage.getItem('standin.theme');
    return kept === 'dark' || kept === 'contrast' ? kept : 'default';
  });
  // What the browser draws by itself (icons of date fields, scroll bars) follows.
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return [
    theme,
    (next) => {
      localStorage.setItem('standin.theme', next);
      setTheme(next);
    },
  ];
}
