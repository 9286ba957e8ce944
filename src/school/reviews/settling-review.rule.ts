import { shortDate } from '../calendar/dates.ts';
import type { Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { lastDayOf } from './in-review.ts';
import { notCounted } from './not-counted.ts';
import { placementFinding } from './placement-finding.ts';
import type { Review } from './review.record.ts';
import { notLoadedOn } from './review-window.ts';
import { dayBooked, dayHeld } from './reviews-of.ts';
import { settlingDay } from './settling.ts';
import { writeUpInTime } from './write-up.ts';

/** A placement that starts in the last nine school days of a half term has a Settling review on its tenth school day (clause 8.3; D8). */
export const settlingReview: Rule = {
  name: 'settling-review',
  clause: '8.3',
  says: 'A placement that starts late in a half term has a settling review on its tenth school day.',
  check(facts, { today }) {
    if (notLoadedOn(facts.calendar, today)) return [];
    const sentences: string[] = [];
    const findings = facts.records.placement.all().flatMap((placement) => {
      const answer = settlingDay(facts, placement, today);
      const last = lastDayOf(facts, placement, today);
      if (answer === undefined || (last !== undefined && last < today)) return [];
      if ('day' in answer) return check(facts, placement, answer.day, today);
      sentences.push(answer.says);
      return [];
    });
    return [...findings, ...notCounted('settling-review', '8.3', 'The day of a settling review', sentences)];
  },
};

function check(facts: Facts, placement: Placement, due: SchoolDay, today: SchoolDay): readonly Finding[] {
  const reviews = facts.records.review.by('placement', placement.key);
  const settling = reviews.filter(({ kind }) => kind === 'Settling');
  const done = (one: Review) => {
    const booked = dayBooked(one);
    const inTime = booked !== undefined && booked <= due;
    return (
      dayHeld(one) !== undefined ||
      one.notNeeded !== undefined ||
      (inTime && (today <= booked || writeUpInTime(facts, one, today)))
    );
  };
  // A later review of any kind has seen the pupil: the settling one has no purpose any more.
  const seenSince = reviews.some((one) => (dayHeld(one) ?? '') > due);
  if (seenSince || settling.some(done)) return [];
  const over = today > due;
  const late = settling.find((one) => dayBooked(one) !== undefined);
  const when = late ? ` and is booked for ${shortDate(dayBooked(late) ?? due)}` : '';
  const says = over
    ? `the settling review was due on ${shortDate(due)}${when || ' and has not been held'}`
    : `the settling review is due on ${shortDate(due)}${when || ' and not booked'}`;
  return [
    placementFinding(facts, placement, {
      clause: '8.3',
      rule: 'settling-review',
      standing: over ? 'breach' : 'due',
      says,
      evidence: [
        { what: 'Start', held: shortDate(placement.startDate), record: placement.key },
        { what: 'Settling review', held: late ? 'booked late' : 'none booked', record: late?.key },
      ],
      due,
      ...(over || late ? {} : { putRight: { action: 'book-reviews', label: 'Plan reviews', input: {} } }),
    }),
  ];
}
