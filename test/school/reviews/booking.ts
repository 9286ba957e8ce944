import type { Known } from '../../../src/school/action.ts';
import type { Book, Change, MeetingChange } from '../../../src/school/change.ts';
import { settingsFrom } from '../../../src/school/office/policy-edition.ts';
import { bookReviews } from '../../../src/school/reviews/book-reviews.action.ts';
import { pupil, type Rows } from '../facts.ts';
import { farm, knownTo, placement } from '../knowing.ts';

/** Half past nine on Tuesday 12 May 2026, in Summer 1 (13 April to 22 May). */
const now = { today: '2026-05-12', time: '09:30', instant: '2026-05-12T08:30:00Z' };

/** The key of the trial placement's review of Summer 1, which is due by 22 May. */
export const dueNow = 'pl-1|halfterm|2026-04-13|halfterm';

/** A school whose AP leader books: a pupil at the farm by agreement, another one, and a parent who may be mailed. */
export function school(rows: Rows = {}, more: Partial<Known> = {}): Known {
  const known = knownTo(
    ['ap-leader'],
    {
      ...farm,
      pupil: [pupil, { ...pupil, key: 'pu-2', initials: 'A.B.' }],
      placement: [
        placement('pl-1', { legalBasis: 'AGREED_AP' }),
        placement('pl-2', { legalBasis: 'AGREED_AP', pupil: 'pu-2' }),
      ],
      contact: [
        {
          key: 'pu-1|mum',
          pupil: 'pu-1',
          person: 'mum',
          type: 'Parent',
          name: 'Mum',
          email: 'mum@home.example',
          emailAgreedForNotices: true,
          mayAttend: true,
          barred: false,
        },
      ],
      roleAssignment: ['ap-leader', 'head'].map((role) => ({
        key: role,
        person: `p-${role}`,
        personName: role,
        mail: `${role}@school.example`,
        role,
        from: '2025-09-01',
        state: 'Active',
      })),
      ...rows,
    },
    now,
  );
  return { ...known, settings: settingsFrom({ organiser: 'reviews@school.example' }), ...more };
}

/** Books one review, at two on Thursday 14 May unless said. */
export function book(known: Known, more: Readonly<Record<string, unknown>> = {}) {
  const wish = { review: dueNow, start: '2026-05-14T14:00', end: '2026-05-14T14:45', ...more };
  return bookReviews.attempt(known, { reviews: [wish] });
}

/** A booked review of the second pupil. */
export function bookedRow(more: Readonly<Record<string, unknown>> = {}) {
  return {
    key: 're-2',
    version: '7',
    placement: 'pl-2',
    pupil: 'pu-2',
    kind: 'HalfTerm',
    stage: 'Booked',
    scheduledFor: '2026-05-14',
    start: '14:00',
    end: '14:45',
    booking: 'bk-old',
    eventId: 'ev-staff',
    online: true,
    ...more,
  };
}

/** What a decision does in Outlook. */
export function inOutlook(changes: readonly Change[]): readonly MeetingChange[] {
  return changes.filter(
    (change): change is MeetingChange => change.kind === 'book' || change.kind === 'move' || change.kind === 'cancel',
  );
}

/** The one booking of a decision. */
export function bookOf(changes: readonly Change[]): Book {
  const found = changes.find((change): change is Book => change.kind === 'book');
  if (!found) throw new Error('Nothing is booked.');
  return found;
}
