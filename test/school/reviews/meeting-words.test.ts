import { expect, it } from 'vitest';
import { invitationBody, meetingTag, reviewLink } from '../../../src/school/reviews/meeting-words.ts';
import { reviewInBody } from '../../../src/school/reviews/review-in-body.ts';

const review = 'pl-1|halfterm|2026-11-02|halfterm';

it('an invitation holds the agenda, the link to join and a reference by which the pane finds the review', () => {
  const joinUrl = 'https://teams.example/join?a=1&b=2';
  const body = invitationBody({
    audience: 'Parents',
    review,
    statutory: false,
    joinUrl,
    link: 'https://teams.example/l',
  });
  expect(body).toContain('<li>Safe?</li>');
  expect(body).toContain('href="https://teams.example/join?a=1&amp;b=2"');
  expect(body).toContain('please answer in writing');
  expect(body).not.toContain('Statutory decision');
  expect(reviewInBody(body)).toEqual({ kind: 'one', review });
});

it('a statutory one says so, and has the decision on its agenda', () => {
  const body = invitationBody({ audience: 'Staff', review, statutory: true });
  expect(body).toContain('Statutory decision and notice');
  expect(body).not.toContain('please answer');
});

it('the link of a review leads to it by its opaque key', () => {
  const link = new URL(reviewLink('app-1', review));
  // The one tab that the app's manifest has; the screen and the review stand in its context.
  expect(link.pathname).toBe('/l/entity/app-1/today');
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: `reviews/${review}` });
});

it('a tag names review, audience and booking, in lower case', () => {
  expect(meetingTag('re-1', 'Staff', 'bk-1')).toBe('re-1|staff|bk-1');
});
