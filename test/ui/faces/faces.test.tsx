// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Faces } from '../../../src/ui/faces/Faces.tsx';

afterEach(cleanup);

it('a lost line is said once: by the screen, and not again by what stands around it', () => {
  const view = {
    data: 'shown',
    cameAt: Date.now(),
    trouble: { says: 'The app cannot be reached.' },
    reload: async () => {},
  };
  render(
    <FluentProvider>
      <Faces view={view} what="the school" around>
        {() => (
          <Faces view={view} what="the visit">
            {(data) => <p>{data}</p>}
          </Faces>
        )}
      </Faces>
    </FluentProvider>,
  );
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  expect(screen.getByText('shown')).toBeTruthy();
});
