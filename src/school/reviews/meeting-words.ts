import { joinKey } from '../../schema/record.ts';
import type { Audience } from '../change.ts';
import { tabLink, todayLink } from '../office/tab-link.ts';
import type { Facts } from '../rule.ts';

/** The agenda of every formal review (domain.md 10.4). The last point is for a statutory review of a direction. */
export const agenda = [
  'Safe?',
  'There?',
  'Learning?',
  'What the pupil says',
  'What the parents say',
  'Report of the provider',
  'Belonging to school',
  'Still the right place? The step back to school now',
  'Actions for EHCP, care, social work and health',
  'Timetable, transport, meals, exams, cost',
  'Decision, actions with owners, next date',
  'Statutory decision and notice',
] as const;

/**
 * What every calendar shows: initials and year, "AP review – J.S. Y10", never a name. Two pupils with the same are not told
 * apart here, as the tutor group would say more to outsiders than they need; the link in the body does.
 */
export function meetingSubject({ records }: Facts, key: string): string {
  const pupil = records.pupil.get(key);
  return pupil ? `AP review – ${pupil.initials} Y${pupil.year}` : 'AP review';
}

/** The tag by which the meeting of a booking for one audience is found again. */
export function meetingTag(review: string, audience: Audience, booking: string): string {
  return joinKey(review, audience, booking);
}

/** What an invitation is written from. */
export interface Invitation {
  readonly audience: Audience;
  readonly review: string;
  readonly statutory: boolean;
  /** Where the link leads; without one the reference alone stands there. */
  readonly link?: string;
  readonly joinUrl?: string;
}

/** The text of an invitation, as HTML: what it is for, the agenda, how to join, and the review's opaque reference. */
export function invitationBody({ audience, review, statutory, link, joinUrl }: Invitation): string {
  const points = agenda.slice(0, statutory ? agenda.length : -1).map((point) => `<li>${escaped(point)}</li>`);
  const outside = audience !== 'Staff';
  const lines = [
    statutory ? 'Review of the off-site direction.' : 'Review of the alternative provision.',
    outside ? 'If you cannot come, or have something to say beforehand, please answer in writing.' : '',
    outside ? 'Tell us if you need an interpreter, or help to take part.' : '',
    statutory
      ? 'The head, the trust’s nominee, the provider and, where there is an EHCP, the authority are asked.'
      : '',
  ].filter(Boolean);
  return [
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    `<ol>${points.join('')}</ol>`,
    joinUrl ? `<p><a href="${escaped(joinUrl)}">Join the meeting online</a></p>` : '',
    link ? `<p><a href="${escaped(link)}">Open the review</a> (for staff)</p>` : '',
    `<p>${escaped(reference(review))}</p>`,
  ].join('');
}

/** Where a review is opened in Teams: the one tab of our app, on the screen *Reviews* with the review open. Its key is opaque. */
export function reviewLink(teamsApp: string, review: string): string {
  return tabLink(todayLink(teamsApp), 'reviews', review);
}

/** The same for a visit. */
export function visitLink(teamsApp: string, visit: string): string {
  return tabLink(todayLink(teamsApp), 'visits', visit);
}

function reference(review: string): string {
  return `ap-review:${encodeURIComponent(review)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
