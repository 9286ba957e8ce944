import { describe, expect, it } from 'vitest';
import type { MeetingOffers } from '../../../src/school/reviews/meeting-offer.types.ts';
import { meetingOffer } from '../../../src/school/reviews/meeting-offer.view.ts';
import type { Rows } from '../facts.ts';
import { placement } from '../knowing.ts';
import { bookedRow, dueNow, school } from './booking.ts';

function offers(params: Readonly<Record<string, string>> = {}, rows: Rows = {}): MeetingOffers {
  const shown = meetingOffer.answer(school(rows), params);
  if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
  return shown.value as MeetingOffers;
}
const thursday = { start: '2026-05-14T14:00', end: '2026-05-14T14:45' };

describe('the reviews that wait for a meeting', () => {
  it('are those due in the half term of its day, by initials and provider, with the last day', () => {
    expect(offers(thursday).due).toEqual([
      { review: dueNow, says: 'J.S. Y10, Hill Farm: half-termly, due by Fri 22 May' },
      { review: dueNow.replace('pl-1', 'pl-2'), says: 'A.B. Y10, Hill Farm: half-termly, due by Fri 22 May' },
    ]);
  });

  it('are also those that are planned otherwise, such as an emergency review; booked and held ones are not', () => {
    const emergency = { ...bookedRow(), key: 're-9', kind: 'Emergency', stage: 'Planned', dueBy: '2026-05-13' };
    const booked = bookedRow({ key: dueNow.replace('pl-1', 'pl-2') });
    expect(offers(thursday, { review: [emergency, booked] }).due).toEqual([
      { review: 're-9', says: 'A.B. Y10, Hill Farm: emergency, due by Wed 13 May' },
      { review: dueNow, says: 'J.S. Y10, Hill Farm: half-termly, due by Fri 22 May' },
    ]);
  });

  it('cannot be said past the last loaded term', () => {
    expect(offers({ start: '2099-05-14T14:00', end: '2099-05-14T14:45' })).toMatchObject({
      due: [],
      trouble: 'The day of this meeting is not in the term dates. Load them, or choose another day.',
    });
  });
});

describe('what a meeting becomes', () => {
  const offer = (rows: Rows = {}, when: Readonly<Record<string, string>> = thursday) =>
    offers({ ...when, review: dueNow }, rows).offer;

  it('is private by initials and year, with staff in it and the family asked apart', () => {
    expect(offer()).toMatchObject({
      subject: 'AP review – J.S. Y10',
      statutory: false,
      people: {
        staff: [{ mail: 'ap-leader@school.example', name: 'ap-leader', required: true }],
        apart: [{ mail: 'mum@home.example', says: expect.stringContaining('an invitation of their own') }],
        domains: ['school.example'],
      },
      apart: ['Mum'],
      notAsked: [],
      problems: [],
      asksWhyLate: false,
    });
    expect(offer()?.toAsk.at(-1)).toBe('J.S. Y10: To be asked in person.');
  });

  it('names who is barred as not asked, and whose address is to leave', () => {
    const barred = {
      key: 'pu-1|dad',
      pupil: 'pu-1',
      person: 'dad',
      type: 'Parent',
      name: 'Dad',
      email: 'dad@x.example',
    };
    const shown = offer({ contact: [{ ...barred, barred: true }] });
    expect(shown?.notAsked).toEqual([
      'Dad: Barred from contact about this pupil: not asked. The DSL knows the reason.',
    ]);
    expect(shown?.people.apart).toEqual([{ mail: 'dad@x.example', says: expect.stringContaining('Barred') }]);
    expect(shown?.apart).toEqual([]);
  });

  it.each([
    ['2026-05-26T14:00', '2026-05-26T14:45', 'lies in a holiday'],
    ['2026-05-12T09:30', '2026-05-12T10:00', 'is past'],
  ])('cannot be at %s, and the reason is said', (start, end, says) => {
    expect(offer({}, { start, end })?.problems).toEqual([expect.stringContaining(says)]);
  });

  it('needs a reason where the parents of a direction are invited late, to the day', () => {
    const direction = { placement: [placement('pl-1', { legalBasis: 'OSD_s29A' })] };
    const on = (day: string) => offer(direction, { start: `${day}T14:00`, end: `${day}T14:45` })?.asksWhyLate;
    expect([on('2026-05-15'), on('2026-05-18')]).toEqual([true, false]);
  });

  it('is nothing for a review that waits for none', () => {
    expect(offers({ ...thursday, review: 're-none' }).offer).toBeUndefined();
  });
});

it('is for who books reviews', () => {
  expect(meetingOffer.roles).toEqual(['ap-leader']);
});
