// @vitest-environment jsdom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { BookedReview } from '../../../src/school/reviews/reviews.types.ts';
import { ToAsk } from '../../../src/tab/reviews/ToAsk.tsx';
import { ApiProvider } from '../../../src/ui/api/ApiProvider.tsx';
import { type Api, apiWith } from '../../../src/ui/api/api.ts';

afterEach(cleanup);

const why = 'No e-mail address is kept: ring, write or tell.';
const booked: BookedReview = {
  review: 're-1',
  seen: '1',
  placement: 'pl-1',
  initials: 'J.S.',
  year: 'Y10',
  kind: 'HalfTerm',
  kindSays: 'Half-termly',
  day: '2026-11-25',
  daySays: 'Wed 25 Nov',
  online: false,
  staff: [],
  travelMinutes: 0,
  toWriteUp: false,
  inOutlook: true,
  byHand: false,
  toAsk: [
    { who: 'pu-1|a', name: 'Parent A', why },
    { who: 'pu-1|b', name: 'Parent B', why },
  ],
};

it('who was rung keeps the place, with how and when, so that the next does not come under the finger', async () => {
  const act = vi.fn<Api['act']>(async () => ({ kind: 'done', entry: 'je-1', results: [] }));
  const at = (review: BookedReview) => (
    <FluentProvider>
      <ApiProvider api={{ ...apiWith(async () => 'token'), act }}>
        <ToAsk review={review} today="2026-11-24" changed={async () => {}} />
      </ApiProvider>
    </FluentProvider>
  );
  const { rerender } = render(at(booked));
  fireEvent.click(screen.getByRole('button', { name: 'Rang: Parent A' }));
  await screen.findByText('✓ Rang on Tue 24 Nov');
  expect(act).toHaveBeenCalledWith('note-invitation', {
    review: 're-1',
    contact: 'pu-1|a',
    by: 'Call',
    on: '2026-11-24',
  });
  rerender(at({ ...booked, toAsk: booked.toAsk.slice(1) }));
  expect(screen.getByText('Parent A')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Rang: Parent A' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Rang: Parent B' })).toBeTruthy();
});
