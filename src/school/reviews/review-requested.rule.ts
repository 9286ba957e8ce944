import { shortDate } from '../calendar/dates.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { standingOfMiss } from './direction.ts';
import { type OfPlacement, placementFinding } from './placement-finding.ts';
import { type RequestDuty, requestDuty } from './request-duty.ts';
import type { ReviewRequest } from './review-request.record.ts';
import { dayBooked, dayHeld, reviewsOf } from './reviews-of.ts';

/**
 * A request in writing for a review of an off-site direction is followed as soon as reasonably practicable, unless one was held
 * in the ten weeks before (clause 6.2; D5; 2010 Regulations as amended in 2012); otherwise it is answered.
 */
export const reviewRequested: Rule = {
  name: 'review-requested',
  clause: '6.2',
  says: 'A review that a parent or the authority asks for in writing is held, or the request is answered.',
  check: (facts, { today }) =>
    facts.records.reviewRequest.all().flatMap((request) => {
      const placement = facts.records.placement.get(request.placement);
      if (!placement || request.outcome === 'Withdrawn') return [];
      const duty = requestDuty(facts, request);
      return duty.obliges
        ? toBeHeld(facts, placement, request, duty, today)
        : toBeAnswered(facts, placement, request, duty);
    }),
};

function toBeHeld(
  facts: Facts,
  placement: Placement,
  request: ReviewRequest,
  { because, by }: RequestDuty,
  today: SchoolDay,
): readonly Finding[] {
  const answers = reviewsOf(facts, placement.key, 'direction').filter(
    (one) => one.request === request.key || (dayHeld(one) ?? dayBooked(one) ?? '') >= request.receivedOn,
  );
  if (answers.some((one) => dayHeld(one) !== undefined)) return [];
  const booked = answers.flatMap((one) => dayBooked(one) ?? []).toSorted()[0];
  const due = 'day' in by ? by.day : undefined;
  if (booked !== undefined && (due === undefined || booked <= due)) return [];
  const asked = `${asker[request.from]} asked on ${shortDate(request.receivedOn)} for a review of the direction`;
  const evidence = [...evidenceOf(request), { what: 'Duty', held: because }];
  const of = (standing: Finding['standing'], says: string) => [
    finding(facts, placement, request, { standing, says: `${asked}: ${says}`, evidence, law: true, due }),
  ];
  if (request.outcome === 'Declined')
    return of(standingOfMiss(placement), `it was declined, and has to be held, as ${because}`);
  if (due === undefined)
    return of('due', 'find a day as soon as you can; the term dates for its last day are not loaded');
  if (booked !== undefined)
    return of('warning', `it is booked only for ${shortDate(booked)}; ${shortDate(due)} was the aim`);
  if (today <= due) return of('due', `find a day by ${shortDate(due)}`);
  return of(standingOfMiss(placement), `a day was to be found by ${shortDate(due)}`);
}

function toBeAnswered(
  facts: Facts,
  placement: Placement,
  request: ReviewRequest,
  { because, review }: RequestDuty,
): readonly Finding[] {
  if (request.outcome !== undefined) return [];
  const says = `${asker[request.from]} asked on ${shortDate(request.receivedOn)} for a review. It need not be held, as ${because}: answer in writing`;
  const evidence = [...evidenceOf(request), { what: 'Why not', held: because, record: review?.key }];
  return [finding(facts, placement, request, { standing: 'warning', says, evidence })];
}

const asker = { Parent: 'a parent', Pupil: 'the pupil', LA: 'the local authority' } as const satisfies Readonly<
  Record<ReviewRequest['from'], string>
>;

function evidenceOf({ key, from, receivedOn }: ReviewRequest): readonly Evidence[] {
  return [{ what: 'Request', held: `${asker[from]}, ${shortDate(receivedOn)}`, record: key }];
}

function finding(
  facts: Facts,
  placement: Placement,
  { key, version, outcome }: ReviewRequest,
  of: Omit<OfPlacement, 'clause' | 'rule'>,
): Finding {
  const input = { request: key, seen: version };
  const putRight = { action: 'answer-review-request', label: 'Answer', input };
  // Once it is agreed to, what is left is to book the review.
  const press = outcome === 'Agreed' ? {} : { putRight };
  return placementFinding(facts, placement, { clause: '6.2', rule: 'review-requested', ...of, ...press, record: key });
}
