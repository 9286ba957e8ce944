// @vitest-environment jsdom
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { NotHere } from '../../src/tab/NotHere.tsx';
import { ApiProvider } from '../../src/ui/api/ApiProvider.tsx';
import { apiWith } from '../../src/ui/api/api.ts';

afterEach(cleanup);

function shown(school?: string): string {
  render(
    <FluentProvider theme={webLightTheme}>
      <ApiProvider api={apiWith(async () => 'token', school)}>
        <NotHere says="This review is not here, or not yours to see." />
      </ApiProvider>
    </FluentProvider>,
  );
  return screen.getByText(/^This review/).textContent ?? '';
}

describe('what a link named and is not here', () => {
  it('is said plainly to a person of one school', () => {
    expect(shown()).toBe('This review is not here, or not yours to see.');
  });

  it('may be of another school, for a person of several, as links name none', () => {
    expect(shown('sch-01')).toContain('If it is of another of your schools, press “Another school”.');
  });
});
