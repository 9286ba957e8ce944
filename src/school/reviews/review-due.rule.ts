import { shortDate } from '../calendar/dates.ts';
import { halfTermsAround } from '../calendar/terms.ts';
import { timeLate, timeLeft } from '../calendar/time-left.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { inReview } from './in-review.ts';
import { notCounted } from './not-counted.ts';
import { placementFinding } from './placement-finding.ts';
import type { Review } from './review.record.ts';
import { type ReviewUrgency, reviewUrgency } from './review-light.ts';
import { type ReviewWindow, reviewWindows } from './review-window.ts';
import { dayBooked, dayHeld, lastHeld, reviewsOf } from './reviews-of.ts';
import { writeUpInTime } from './write-up.ts';

/** A review in every half term (clause 8.3; D7, D8; Arranging AP 2025): to be booked in the first week, pressing as its last day nears, a breach the day after. */
export const reviewDue: Rule = {
  name: 'review-due',
  clause: '8.3',
  says: 'Every placement is reviewed in every half term, and the review is booked in its first week.',
  check(facts, { today }) {
    const sentences: string[] = [];
    const findings = facts.records.placement
      .all()
      .filter((placement) => inReview(facts, placement, today))
      .flatMap((placement) => {
        const windows = reviewWindows(facts, placement, today, halvesToWatch(facts, placement, today));
        if (!('notLoaded' in windows)) return windows.flatMap((window) => check(facts, placement, window, today));
        sentences.push(windows.says);
        return [];
      });
    return [...findings, ...notCounted('review-due', '8.3', 'When reviews are due', sentences)];
  },
};

/** The half term that runs (or ran last), the one before it, and those after it for a placement that begins later. */
function halvesToWatch({ calendar }: Facts, { startDate }: Placement, today: SchoolDay) {
  const { now, before } = halfTermsAround(calendar, today);
  return calendar.halfTerms.filter(
    (half) => half === before || half === now || (startDate > today && half.lastDay >= startDate),
  );
}

function check(facts: Facts, placement: Placement, window: ReviewWindow, today: SchoolDay): readonly Finding[] {
  if (today < firstNotice(facts, placement, window, today)) return [];
  const reviews = reviewsOf(facts, placement.key, 'halfTerm');
  const within = (day: SchoolDay | undefined) => day !== undefined && window.first <= day && day <= window.dueBy;
  if (reviews.some((one) => within(dayHeld(one)))) return [];
  const inTime = reviews.find((one) => within(dayBooked(one)));
  if (inTime && ((dayBooked(inTime) ?? '') >= today || today <= window.dueBy || writeUpInTime(facts, inTime, today))) {
    return [];
  }
  // Held since: what was missed can no longer be made good in its half term, and the pupil has been seen.
  const last = lastHeld(reviews, today);
  if (last && (dayHeld(last) ?? '') > window.dueBy) return [];
  const urgency = reviewUrgency(facts.calendar, window, today, facts.policy);
  if (!urgency) return [];
  const booked = inTime ?? reviews.find((one) => bookedElsewhere(one, window));
  return [finding(facts, placement, window, urgency, last, booked)];
}

/** From the half term's first school day; for a later start as soon as the placement stands, as it is booked before. */
function firstNotice(facts: Facts, { startDate }: Placement, window: ReviewWindow, today: SchoolDay): SchoolDay {
  const first = facts.calendar.daysOf(window.halfTerm)[0] ?? window.first;
  return startDate > today && startDate > first ? today : first;
}

function bookedElsewhere(review: Review, { halfTerm, dueBy }: ReviewWindow): boolean {
  const day = dayBooked(review);
  return day !== undefined && (review.halfTerm === undefined ? day > dueBy : review.halfTerm === halfTerm.key);
}

const standings = {
  'to-book': 'warning',
  'not-booked': 'warning',
  amber: 'warning',
  red: 'due',
  overdue: 'breach',
} as const satisfies Readonly<Record<ReviewUrgency['light'], Finding['standing']>>;

function finding(
  facts: Facts,
  placement: Placement,
  window: ReviewWindow,
  { light, left }: ReviewUrgency,
  last: Review | undefined,
  booked: Review | undefined,
): Finding {
  const lastDay = last && dayHeld(last);
  const evidence: Evidence[] = [
    lastDay
      ? { what: 'Last review', held: shortDate(lastDay), record: last.key }
      : {
          what: 'Last review',
          held: `none since the start on ${shortDate(placement.startDate)}`,
          record: placement.key,
        },
    { what: 'Half term', held: window.halfTerm.name, record: window.halfTerm.key },
    { what: 'Time', held: light === 'overdue' ? timeLate(-left) : timeLeft(left) },
  ];
  const day = booked && dayBooked(booked);
  if (day) evidence.push({ what: 'Booked for', held: shortDate(day), record: booked.key });
  return placementFinding(facts, placement, {
    clause: '8.3',
    rule: 'review-due',
    standing: standings[light],
    says: words(window, light, left, day),
    evidence,
    due: light === 'to-book' ? window.scheduleBy : window.dueBy,
    // What is overdue can no longer be booked in its half term; what is booked is moved or written up.
    ...(light === 'overdue' || day ? {} : { putRight: { action: 'book-reviews', label: 'Plan reviews', input: {} } }),
  });
}

function words(window: ReviewWindow, light: ReviewUrgency['light'], left: number, booked?: SchoolDay): string {
  const due = shortDate(window.dueBy);
  const of = `the review of ${window.halfTerm.name}`;
  if (booked && booked >= window.first && booked <= window.dueBy) {
    return `${of} was booked for ${shortDate(booked)} and is not written up; it was due by ${due}`;
  }
  if (light === 'overdue') {
    const only = booked ? `; it is booked only for ${shortDate(booked)}` : '';
    return `${of} was due by ${due} and has not been held${only}`;
  }
  if (booked) return `${of} is booked for ${shortDate(booked)}; it is due by ${due}: move it`;
  if (light === 'to-book') return `book ${of} by ${shortDate(window.scheduleBy)}; it is due by ${due}`;
  if (light === 'not-booked') {
    return `${of} was to be booked by ${shortDate(window.scheduleBy)}; it is due by ${due}`;
  }
  return `${of} is not booked: ${timeLeft(left)}, due by ${due}`;
}
