// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProviderGroup, type SaveHere } from '../../src/tab/today/ProviderGroup.tsx';
import { dayWith, row } from './canned-day.ts';

afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
});

const saved: SaveHere = async () => () => ({ good: true, says: 'Saved.' });

function group(
  save: SaveHere,
  rows = [row('pl-1', 'A.M.'), row('pl-2', 'J.S.', { status: 'AttendedLate', seen: '3' })],
) {
  const provider = dayWith(rows).sessions[0]?.providers[0];
  if (!provider) throw new Error('The canned day has a farm.');
  return (
    <FluentProvider>
      <ProviderGroup
        provider={provider}
        may
        begun
        late={false}
        now={() => '09:22'}
        save={save}
        follow={() => undefined}
        changed={async () => undefined}
      />
    </FluentProvider>
  );
}

describe('a pupil row', () => {
  it('does not send on time for a pupil who is in school when all arrived is pressed', async () => {
    const save = vi.fn(saved);
    render(
      group(save, [row('pl-1', 'A.M.'), row('pl-2', 'J.S.', { inSchool: 'noted', suggestedCode: '/', seen: '2' })]),
    );
    fireEvent.click(screen.getByRole('button', { name: /^All arrived/ }));
    await screen.findByText('1 saved as on time.');
    expect(save.mock.calls[0]?.[0]).toEqual([{ placement: 'pl-1', status: 'AttendedOnTime', seen: null }]);
    expect(screen.getByText('In school · /?')).toBeTruthy();
  });

  it('sends only the rows nobody has reported when all arrived is pressed', async () => {
    const save = vi.fn(saved);
    render(group(save));
    fireEvent.click(screen.getByRole('button', { name: /^All arrived/ }));
    await screen.findByText('1 saved as on time.');
    expect(save.mock.calls).toEqual([[[{ placement: 'pl-1', status: 'AttendedOnTime', seen: null }]]]);
  });

  it('refuses an arrival at 09:14 for a 09:15 start, and saves 09:15', async () => {
    const save = vi.fn(saved);
    render(group(save));
    fireEvent.click(screen.getByRole('button', { name: 'Late… – A.M. Y10' }));
    const time = screen.getByLabelText('Arrived at');
    expect(time).toHaveProperty('value', '09:22');
    fireEvent.change(time, { target: { value: '09:14' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('09:14 is before the 09:15 start.');
    expect(save).not.toHaveBeenCalled();
    fireEvent.change(time, { target: { value: '09:15' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved.');
    expect(save).toHaveBeenCalledWith([{ placement: 'pl-1', status: 'AttendedLate', time: '09:15', seen: null }]);
  });

  it('keeps what was typed when someone else saves the same pupil, and says who', async () => {
    const { rerender } = render(group(saved));
    fireEvent.click(screen.getByRole('button', { name: 'Late… – A.M. Y10' }));
    fireEvent.change(screen.getByLabelText('Arrived at'), { target: { value: '09:40' } });
    const changed = { by: 'R. Patel', at: '2026-11-24T09:18:00Z' };
    rerender(
      group(saved, [row('pl-2', 'J.S.'), row('pl-1', 'A.M.', { status: 'AttendedOnTime', seen: '1', changed })]),
    );
    expect(screen.getByLabelText('Arrived at')).toHaveProperty('value', '09:40');
    expect(screen.getByRole('alert').textContent).toContain('changed 09:18 by R. Patel: On time');
    expect(screen.getByRole('button', { name: 'Save mine instead' })).toBeTruthy();
    expect(screen.getAllByRole('row').map((one) => one.getAttribute('data-row'))).toEqual(['pl-1', 'pl-2']);
  });

  it('sets the status by key 4 and saves it with Enter', async () => {
    const save = vi.fn(saved);
    render(group(save));
    const [first] = screen.getAllByRole('row');
    if (!first) throw new Error('There is a first row.');
    fireEvent.keyDown(first, { key: '4' });
    expect(save).not.toHaveBeenCalled();
    fireEvent.keyDown(first, { key: 'Enter' });
    await screen.findByText('Saved.');
    expect(save).toHaveBeenCalledWith([{ placement: 'pl-1', status: 'AbsentNoReason', seen: null }]);
  });

  it('asks why a mark that stands is taken back, but not when the day goes on', async () => {
    const save = vi.fn(saved);
    render(group(save));
    fireEvent.click(screen.getByRole('button', { name: 'Closed – J.S. Y10' }));
    expect(save).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Say why it is changed.');
    fireEvent.change(screen.getByLabelText('Why is it changed?'), { target: { value: 'wrong row' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved.');
    expect(save.mock.calls).toEqual([
      [[{ placement: 'pl-2', status: 'ProviderClosed', amend: 'wrong row', seen: '3' }]],
    ]);
    const [, second] = screen.getAllByRole('row');
    if (!second) throw new Error('There is a second row.');
    fireEvent.keyDown(second, { key: '4' });
    expect(screen.queryByLabelText('Why is it changed?')).toBeNull();
  });
});
