import { describe, expect, it } from 'vitest';
import { audiences } from '../../../src/school/reviews/meeting.record.ts';
import { invitationBody, reviewLink } from '../../../src/school/reviews/meeting-words.ts';
import { reviewInBody } from '../../../src/school/reviews/review-in-body.ts';

const review = 'pl-1|halfterm|2026-11-02|halfterm';
const other = 're-k2m4';
const link = reviewLink('5d2b7a10-4c3e-4f6a-b1d8-9e0f3a6c7d55', review);
const wrapped = (url: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&amp;data=05%7C02%7Cx%40y.example%7C9&amp;reserved=0`;
const one = { kind: 'one', review };
const bodyOf = (key: string) => invitationBody({ audience: 'Staff', review: key, statutory: false });

describe('the review of a meeting is found by its body', () => {
  it.each(audiences)('in the invitation of %s', (audience) => {
    expect(reviewInBody(invitationBody({ audience, review, statutory: true, link }))).toEqual(one);
  });

  it.each([
    ['the link alone', `<a href="${link}">Open</a>`],
    ['wrapped by Safe Links', `<a href="${wrapped(link)}" originalsrc="x">Open</a>`],
    ['wrapped twice', `<a href="${wrapped(wrapped(link))}">Open</a>`],
    ['with its ampersands escaped', `<a href="${link.replaceAll('&', '&amp;')}">Open</a>`],
    ['as plain text', `Open the review: ${link} (for staff)`],
    ['the reference alone', 'ap-review:pl-1%7Chalfterm%7C2026-11-02%7Chalfterm'],
    ['a reference in capitals', 'AP-REVIEW:PL-1%7CHALFTERM%7C2026-11-02%7Chalfterm'],
    ['a reference at the end of a sentence', '<p>See ap-review:pl-1%7Chalfterm%7C2026-11-02%7Chalfterm.</p>'],
    ['a reference with a soft break', 'ap-review:pl-1%7Chalf<wbr>term%7C2026-\u200b11-02%7Chalfterm'],
    ['a reference written as entities', 'ap-review&#58;pl-1&#x25;7Chalfterm%7C2026-11-02%7Chalfterm'],
    ['beside a stray percent sign', `<p>100 % of %E0%A4%A</p><a href="${wrapped(link)}">Open</a>`],
    ['named twice', bodyOf(review) + bodyOf(review)],
  ])('%s', (_, body) => {
    expect(reviewInBody(body)).toEqual(one);
  });
});

describe('a body that names no review', () => {
  it.each([
    ['nothing', ''],
    ['lunch', '<p>Lunch</p>'],
    ['a reference without a key', 'ap-review:'],
    ['a reference that cannot be read', 'ap-review:%E0%A4%A'],
    ['a link to another screen', link.replace('reviews%2F', 'visits%2F')],
    ['a link to another tab', link.replace('/today', '/board')],
    ['a link of another app with a place of its own', 'https://tasks.example/l/plan?context={"subEntityId":"re-1"}'],
    ['a script instead of a key', 'ap-review:%3Cscript%3Ealert(1)%3C/script%3E'],
    ['a path instead of a key', 'ap-review:..%2F..%2Fadmin'],
  ])('%s', (_, body) => {
    expect(reviewInBody(body)).toEqual({ kind: 'none' });
  });
});

describe('a body that names two', () => {
  it.each([
    ['Outlook’s rule', `<div id="appendonsend"></div>`],
    ['Outlook’s rule, quoted itself', `<hr><div id="x_divRplyFwdMsg">`],
    ['a block of quotation', '<blockquote>'],
    ['an original appointment', '-----Original Appointment-----'],
    ['a forwarded message', '---------- Forwarded message ---------'],
    ['a written head', '<b>From:</b> A Person &lt;a@b.example&gt;<br><b>Sent:</b> Monday'],
    ['another mail program', '<div class="gmail_quote">'],
  ])('means the newest one, which stands before %s', (_, mark) => {
    expect(reviewInBody(`${bodyOf(review)}${mark}${bodyOf(other)}`)).toEqual(one);
  });

  it('of which both are quoted, or none, has to be told which', () => {
    const several = { kind: 'several', reviews: [review, other] };
    expect(reviewInBody(`${bodyOf(review)}${bodyOf(other)}`)).toEqual(several);
    expect(reviewInBody(`<p>See below</p><blockquote>${bodyOf(review)}${bodyOf(other)}</blockquote>`)).toEqual(several);
  });

  it('of which one is quoted under words that name none, means the quoted one', () => {
    expect(reviewInBody(`<p>For information</p><blockquote>${bodyOf(review)}</blockquote>`)).toEqual(one);
  });
});
