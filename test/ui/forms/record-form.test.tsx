// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { RecordForm } from '../../../src/ui/forms/RecordForm.tsx';

afterEach(cleanup);

const form = { inputs: [{ name: 'why', kind: 'text', label: 'Why?', required: true }], values: {} } as const;

function Desk() {
  const [open, setOpen] = useState(false);
  const leave = () => setOpen(false);
  return (
    <FluentProvider>
      <button type="button" onClick={() => setOpen(true)}>
        Cancel the visit…
      </button>
      {open && (
        <RecordForm
          form={form}
          title="Cancel the visit"
          press="Cancel it"
          send={async () => ({ kind: 'done', entry: 'je-1', results: [] })}
          done={leave}
          leave={leave}
        />
      )}
    </FluentProvider>
  );
}

/** The form as it opens under the press that has the focus. */
function opened() {
  render(<Desk />);
  const opener = screen.getByRole('button', { name: 'Cancel the visit…' });
  opener.focus();
  fireEvent.click(opener);
  return { opener, why: screen.getByLabelText(/^Why/) };
}

describe('a form that is opened with the keyboard', () => {
  it('has the focus in its first field, and gives it back to what opened it when Esc is pressed', async () => {
    const { opener, why } = opened();
    expect(document.activeElement).toBe(why);
    fireEvent.keyDown(why, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('is not left by Esc once something is typed', () => {
    const { why } = opened();
    fireEvent.change(why, { target: { value: 'The provider is closed.' } });
    fireEvent.keyDown(why, { key: 'Escape' });
    expect(screen.getByDisplayValue('The provider is closed.')).toBe(why);
  });

  it('gives the focus back when it is saved', async () => {
    const { opener, why } = opened();
    fireEvent.change(why, { target: { value: 'The provider is closed.' } });
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });
});
