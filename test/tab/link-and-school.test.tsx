// @vitest-environment jsdom
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { App } from '../../src/tab/App.tsx';
import { ApiProvider } from '../../src/ui/api/ApiProvider.tsx';
import { apiWith } from '../../src/ui/api/api.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const schools = [
  { school: 'sch-01', name: 'Ashdown Academy' },
  { school: 'sch-02', name: 'Brackenfield Academy' },
];
const me = {
  name: 'Robin Example',
  roles: ['ap-leader'],
  covers: [],
  day: '2026-11-24',
  school: { name: 'Ashdown Academy' },
  entries: ['today', 'reviews'],
  counts: {},
  firstSteps: [],
};

/** The server of a person with two schools: without one it asks which; of every other view it has nothing. */
async function server(url: string | URL): Promise<Response> {
  const asked = new URL(url, 'https://school.example');
  if (!asked.searchParams.has('school'))
    return Response.json({ message: 'Say which school.', schools }, { status: 403 });
  if (asked.pathname.endsWith('/me')) return Response.json({ asOf: '2026-11-24T08:00:00Z', data: me });
  return Response.json({ message: 'Not now.' }, { status: 503 });
}

function Page() {
  const [school, setSchool] = useState<string>();
  return (
    <FluentProvider theme={webLightTheme}>
      <ApiProvider key={school} api={apiWith(async () => 'token', school)}>
        <App key={school} first="reviews/re-one" choose={setSchool} />
      </ApiProvider>
    </FluentProvider>
  );
}

it('a link names no school: a person with several chooses one first, and is then on the screen of the link', async () => {
  vi.stubGlobal('fetch', vi.fn(server));
  render(<Page />);
  fireEvent.click(await screen.findByRole('button', { name: 'Ashdown Academy' }));
  const current = await screen.findByRole('button', { name: 'Reviews' });
  expect(current.getAttribute('aria-current')).toBe('page');
});
