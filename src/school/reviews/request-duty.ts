import { addDays, shortDate } from '../calendar/dates.ts';
import type { DayAnswer } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Facts } from '../rule.ts';
import { isDirection } from './direction.ts';
import type { Review } from './review.record.ts';
import type { ReviewRequest } from './review-request.record.ts';
import { dayHeld, reviewsOf } from './reviews-of.ts';

/** Whether a request obliges the school to hold a review, why, and by when a day for it is found. */
export interface RequestDuty {
  readonly obliges: boolean;
  readonly because: string;
  readonly by: DayAnswer;
  /** The review that frees the school from holding another. */
  readonly review?: Review;
}

/**
 * Whether a request in writing has to be followed (D5; 2010 Regulations as amended in 2012): from a parent, the pupil at 18, or
 * the authority of an EHCP, unless a review of the direction (not a mere half-termly one) was held on one of the 70 days
 * before the day of the request. A day is found by the fifteenth school day after it.
 */
export function requestDuty(facts: Facts, request: ReviewRequest): RequestDuty {
  const { receivedOn } = request;
  const by = facts.calendar.after(receivedOn, facts.policy.requestSchoolDays);
  const stranger = notEntitled(facts, request);
  if (stranger) return { obliges: false, because: stranger, by };
  const from = addDays(receivedOn, -facts.policy.requestQuietDays);
  const review = reviewsOf(facts, request.placement, 'direction').find((one) => {
    const held = dayHeld(one);
    return held !== undefined && from <= held && held < receivedOn;
  });
  const span = `${facts.policy.requestQuietDays} days before the request`;
  if (!review) return { obliges: true, because: `no review of the direction was held in the ${span}`, by };
  const held = shortDate(dayHeld(review) ?? receivedOn);
  return { obliges: false, because: `a review of the direction was held on ${held}, in the ${span}`, by, review };
}

function notEntitled({ records }: Facts, { placement, pupil: key, from, receivedOn }: ReviewRequest) {
  const held = records.placement.get(placement);
  const pupil = records.pupil.get(key);
  if (!held || !isDirection(held)) return 'the placement is no off-site direction';
  if (from === 'LA' && pupil?.send !== 'EHCP') return 'an authority may ask only for a pupil with an EHCP';
  if (from === 'Pupil' && !isAdult(pupil?.dateOfBirth, receivedOn)) return 'a pupil may ask only from 18 on';
  return undefined;
}

/** The eighteenth birthday of 29 February is 1 March in an ordinary year, as "02-29" sorts before it. */
function isAdult(dateOfBirth: SchoolDay | undefined, day: SchoolDay): boolean {
  if (dateOfBirth === undefined) return false;
  return `${Number(dateOfBirth.slice(0, 4)) + 18}${dateOfBirth.slice(4)}` <= day;
}
