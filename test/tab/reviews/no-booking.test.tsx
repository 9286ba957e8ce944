// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { Aside } from '../../../src/tab/reviews/Aside.tsx';
import { NoBooking } from '../../../src/tab/reviews/NoBooking.tsx';
import { ApiProvider } from '../../../src/ui/api/ApiProvider.tsx';
import { type Api, apiWith } from '../../../src/ui/api/api.ts';

afterEach(cleanup);

const saved = async () => ({ kind: 'done', entry: 'je-1', results: [] }) as const;

/** Draws it with an API that answers like this; what was asked of it, and how often it was done. */
function draw(what: (done: () => Promise<void>) => ReactNode, answer: Api['act'] = saved) {
  const act = vi.fn<Api['act']>(answer);
  const done = vi.fn(async () => {});
  render(
    <FluentProvider>
      <ApiProvider api={{ ...apiWith(async () => 'token'), act }}>{what(done)}</ApiProvider>
    </FluentProvider>,
  );
  return { act, done };
}

const one = { school: 'sch-a', review: 're-1', maySetAside: true, providerName: 'Hill Farm' };

it('what is booked already is noted with its day, time and place, in its own school', async () => {
  const { act, done } = draw((leaves) => <NoBooking which={one} who="J.S. Y10" done={leaves} />);
  fireEvent.change(screen.getByLabelText(/Booked already for/), { target: { value: '2026-12-03' } });
  fireEvent.change(screen.getByLabelText(/From/), { target: { value: '10:00' } });
  fireEvent.change(screen.getByLabelText('Where'), { target: { value: 'online' } });
  fireEvent.click(screen.getByRole('button', { name: 'Note as booked' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  const input = { school: 'sch-a', review: 're-1', start: '2026-12-03T10:00', where: 'online' };
  expect(act).toHaveBeenCalledWith('note-review-booked', input);
});

it('a refusal is said beside it, and what was typed stays', async () => {
  const says = 'It was called after a concern, and is held.';
  const refuse: Api['act'] = async () => ({ kind: 'problems', problems: [{ field: 'review', says }] });
  const { act, done } = draw((leaves) => <NoBooking which={one} who="J.S. Y10" done={leaves} />, refuse);
  fireEvent.change(screen.getByLabelText(/Not needed, because/), { target: { value: ' Seen on Monday. ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set aside' }));
  expect((await screen.findByRole('alert')).textContent).toBe(says);
  expect(act).toHaveBeenCalledWith('set-aside-review', { school: 'sch-a', review: 're-1', reason: 'Seen on Monday.' });
  expect(screen.getByDisplayValue('Seen on Monday.', { trim: true })).toBeTruthy();
  expect(done).not.toHaveBeenCalled();
});

it('begins with the place that is proposed', () => {
  const placed = { ...one, place: 'Hill Farm', online: false };
  for (const [which, value] of [
    [placed, 'provider'],
    [{ ...placed, place: 'room@school.example' }, 'school'],
    [{ ...one, online: true }, 'online'],
    [one, 'provider'],
  ] as const) {
    draw((leaves) => <NoBooking which={which} who="J.S. Y10" done={leaves} />);
    expect(screen.getByLabelText('Where')).toHaveProperty('value', value);
    cleanup();
  }
});

it('a half-termly review cannot be set aside', () => {
  draw((leaves) => <NoBooking which={{ ...one, maySetAside: false }} who="J.S. Y10" done={leaves} />);
  expect(screen.getByRole('button', { name: 'Note as booked' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Set aside' })).toBeNull();
});

it('what was set aside is taken up again by one press', async () => {
  const row = { review: 're-1', initials: 'J.S.', year: 'Y10', kindSays: 'Settling in', because: 'Seen.', seen: '3' };
  const { act, done } = draw((leaves) => <Aside aside={[row]} done={leaves} />);
  fireEvent.click(screen.getByRole('button', { name: 'Plan it after all: the review of J.S. Y10' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(act).toHaveBeenCalledWith('take-up-review', { review: 're-1', seen: '3' });
});
