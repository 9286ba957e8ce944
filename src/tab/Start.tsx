import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { ApiProvider } from '../ui/api/ApiProvider.tsx';
import { apiWith } from '../ui/api/api.ts';
import { Empty, Loading, TroubleFace } from '../ui/faces/Faces.tsx';
import { connectHost, type Host } from '../ui/host/connect.ts';
import { themeNamed, useBrowserParts } from '../ui/host/themes.ts';
import { useSchoolChosen } from '../ui/schools/use-school-chosen.ts';
import { AddTab } from './AddTab.tsx';
import { App } from './App.tsx';
import { landingBefore } from './landing.ts';

type Joining = 'joining' | 'alone' | 'failed' | Host;

/** Joins the host and follows its theme; outside a host it says where to open the page. */
export function Start() {
  const [joining, setJoining] = useState<Joining>('joining');
  const [themeName, setThemeName] = useState('default');
  useBrowserParts(themeName);
  useEffect(() => {
    connectHost()
      .then((host) => {
        if (host) {
          setThemeName(host.themeName);
          host.onTheme(setThemeName);
          host.drawn();
        }
        setJoining(host ?? 'alone');
      })
      .catch(() => setJoining('failed'));
  }, []);
  return (
    <FluentProvider theme={themeNamed(themeName)} applyStylesToPortals>
      <Joined joining={joining} />
    </FluentProvider>
  );
}

function Joined({ joining }: { readonly joining: Joining }) {
  if (joining === 'joining') return <Loading what="the school" />;
  if (joining === 'alone') return <Empty>Open this in Teams: it shows what Teams knows you may see.</Empty>;
  if (joining === 'failed') {
    return (
      <TroubleFace
        trouble={{ says: 'Teams did not let this page in, or the app does not answer. Try again in a minute.' }}
        again={() => window.location.reload()}
      />
    );
  }
  if (window.location.pathname.endsWith('/tab/config')) return <AddTab host={joining} />;
  return <Inside host={joining} />;
}

function Inside({ host }: { readonly host: Host }) {
  const { school, choose } = useSchoolChosen();
  const api = useMemo(() => {
    const made = apiWith(host.token, school);
    made.ahead('me');
    const landing = host.subPage ?? landingBefore() ?? 'today';
    if (landing === 'today' || landing === 'board') made.ahead(landing);
    return made;
  }, [host, school]);
  return (
    <ApiProvider api={api}>
      <App key={school} first={host.subPage} choose={choose} />
    </ApiProvider>
  );
}
