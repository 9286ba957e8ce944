import { Button, FluentProvider, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { connectHost } from '../../../ui/host/connect.ts';
import { themeNamed } from '../../../ui/host/themes.ts';

/** The least that a page in Teams can be: Fluent's theme, one button, the host joined, a token got, one question answered. */
function BarePage() {
  const [says, setSays] = useState('');
  const [theme, setTheme] = useState('default');
  useEffect(() => {
    connectHost()
      .then(async (host) => {
        if (!host) return;
        setTheme(host.themeName);
        host.drawn();
        const answer = await fetch('/api/views/me', { headers: { Authorization: `Bearer ${await host.token()}` } });
        setSays(`Signed in as ${Object(await answer.json()).data.name}`);
      })
      .catch(() => setSays('It did not work.'));
  }, []);
  return (
    <FluentProvider theme={themeNamed(theme)}>
      <Text>{says}</Text>
      <Button>Press</Button>
    </FluentProvider>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<BarePage />);
