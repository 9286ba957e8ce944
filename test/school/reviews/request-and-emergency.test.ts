import { describe, expect, it } from 'vitest';
import { answerReviewRequest } from '../../../src/school/reviews/answer-review-request.action.ts';
import { callEmergencyReview } from '../../../src/school/reviews/call-emergency-review.action.ts';
import { noteReviewRequest } from '../../../src/school/reviews/note-review-request.action.ts';
import { saveObjective } from '../../../src/school/reviews/save-objective.action.ts';
import { pupil, type Rows } from '../facts.ts';
import { changesOf, farm, knownTo, problemsOf, savesOf } from '../knowing.ts';
import { held, started } from './school.ts';

const rows: Rows = { ...farm, pupil: [pupil], placement: [started('2026-01-05', { legalBasis: 'OSD_s29A' })] };
const known = (more: Rows = {}) => knownTo(['ap-leader'], { ...rows, ...more });

describe('a request for a review', () => {
  const asked = { placement: 'pl-1', from: 'Parent', receivedOn: '2026-05-11' };
  const request = { key: 'rr-1', pupil: 'pu-1', ...asked };
  const answer = (values: object, more: Rows = {}) =>
    answerReviewRequest.attempt(known({ reviewRequest: [request], ...more }), {
      request: 'rr-1',
      outcome: 'Agreed',
      on: '2026-05-12',
      seen: '1',
      ...values,
    });

  it('is noted on the day it came, once', () => {
    expect(savesOf(noteReviewRequest.attempt(known(), asked))).toMatchObject([
      { record: 'reviewRequest', seen: null, values: { pupil: 'pu-1', from: 'Parent', receivedOn: '2026-05-11' } },
    ]);
    expect(changesOf(noteReviewRequest.attempt(known({ reviewRequest: [request] }), asked))).toEqual([]);
    const on = (receivedOn: string) => problemsOf(noteReviewRequest.attempt(known(), { ...asked, receivedOn }));
    expect(on('2026-05-13')).toEqual([['receivedOn', 'Wed 13 May is still to come.']]);
    expect(on('2026-01-04')).toHaveLength(1);
    expect(on('2026-01-05')).toEqual([]);
    expect(problemsOf(noteReviewRequest.attempt(known(), { ...asked, contact: 'pu-2|x' }))).toHaveLength(1);
  });

  it('that is agreed to is planned, by the fifteenth school day after it, once', () => {
    expect(savesOf(answer({}))).toMatchObject([
      { key: 'rr-1', values: { outcome: 'Agreed', answeredOn: '2026-05-12' } },
      { record: 'review', values: { kind: 'ParentRequested', stage: 'Planned', request: 'rr-1', dueBy: '2026-06-10' } },
    ]);
    const planned = {
      key: 're-9',
      placement: 'pl-1',
      pupil: 'pu-1',
      kind: 'ParentRequested',
      stage: 'Planned',
      request: 'rr-1',
    };
    expect(savesOf(answer({}, { review: [planned] }))).toHaveLength(1);
  });

  it('that obliges cannot be declined; one within seventy days of a review of the direction can', () => {
    expect(problemsOf(answer({ outcome: 'Declined' }))[0]?.[1]).toContain('The review has to be held');
    const reviewed = { review: [held('2026-03-24', { kind: 'OSDStatutory' })] };
    expect(savesOf(answer({ outcome: 'Declined' }, reviewed))).toMatchObject([{ values: { outcome: 'Declined' } }]);
  });

  it('is not answered before it came, nor on a day to come', () => {
    expect(problemsOf(answer({ on: '2026-05-10' }))).toHaveLength(1);
    expect(problemsOf(answer({ on: '2026-05-13' }))).toHaveLength(1);
    const answered = { reviewRequest: [{ ...request, outcome: 'Agreed', answeredOn: '2026-05-12' }] };
    expect(changesOf(answer({}, answered))).toEqual([]);
  });
});

describe('an emergency review', () => {
  const call = (values: object = {}, more: Rows = {}) =>
    callEmergencyReview.attempt(knownTo(['dsl'], { ...rows, ...more }), {
      placement: 'pl-1',
      on: '2026-05-12',
      ...values,
    });

  it('is due on the day of the concern, and called once a day', () => {
    expect(savesOf(call({ reference: 'C-17' }))).toMatchObject([
      {
        key: 'pl-1|2026-05-12|emergency',
        values: {
          kind: 'Emergency',
          stage: 'Planned',
          dueBy: '2026-05-12',
          calledOn: '2026-05-12',
          concernReference: 'C-17',
        },
      },
    ]);
    const called = { review: [{ key: 'pl-1|2026-05-12|emergency', placement: 'pl-1', kind: 'Emergency' }] };
    expect(changesOf(call({}, called))).toEqual([]);
  });

  it('is not called for a day to come, before the start, or when the placement is over', () => {
    expect(problemsOf(call({ on: '2026-05-13' }))).toHaveLength(1);
    expect(problemsOf(call({ on: '2026-01-04' }))).toHaveLength(1);
    const over = { placement: [started('2026-01-05', { stage: 'Ended', actualEnd: '2026-05-11' })] };
    expect(problemsOf(call({}, over))).toHaveLength(1);
    expect(problemsOf(call({ on: '2026-05-11' }, over))).toEqual([]);
    expect(callEmergencyReview.roles).toEqual(['dsl', 'deputy-dsl', 'ap-leader']);
  });
});

describe('an objective', () => {
  const values = { text: 'Attends', baseline: '4 of 10', target: '9 of 10', date: '2026-05-22' };
  const stands = { key: 'ob-1', placement: 'pl-1', pupil: 'pu-1', ...values };
  const save = (wish: object, more: Rows = {}) => saveObjective.attempt(known(more), wish);

  it('is added with baseline, target and day, none missing, and once', () => {
    expect(savesOf(save({ placement: 'pl-1', values }))).toMatchObject([
      { record: 'objective', seen: null, values: { pupil: 'pu-1', state: 'Open', target: '9 of 10' } },
    ]);
    const { target: _, ...rest } = values;
    expect(problemsOf(save({ placement: 'pl-1', values: rest }))).toEqual([['values.target', 'Target is missing.']]);
    expect(changesOf(save({ placement: 'pl-1', values }, { objective: [stands] }))).toEqual([]);
    expect(problemsOf(save({ placement: 'pl-1', values: { ...values, date: '2026-01-04' } }))).toEqual([
      ['values.date', 'The placement starts only on Mon 5 Jan 2026. Choose a later day.'],
    ]);
    expect(problemsOf(save({ placement: 'pl-9', values }))).toHaveLength(1);
  });

  it('is corrected and closed, each with the version seen', () => {
    const more = { objective: [stands] };
    expect(savesOf(save({ objective: 'ob-1', seen: '1', values: { target: '8 of 10' } }, more))).toMatchObject([
      { key: 'ob-1', seen: '1', values: { target: '8 of 10' } },
    ]);
    expect(savesOf(save({ objective: 'ob-1', seen: '1', close: true }, more))[0]?.values).toEqual({ state: 'Closed' });
    const moved = (date: string) => save({ objective: 'ob-1', seen: '1', values: { date } }, more);
    expect(problemsOf(moved('2026-01-04')).map(([field]) => field)).toEqual(['values.date']);
    expect(savesOf(moved('2026-01-05'))[0]?.values).toEqual({ date: '2026-01-05' });
    expect(changesOf(save({ objective: 'ob-1', seen: '1', close: false }, more))).toEqual([]);
    expect(problemsOf(save({ objective: 'ob-1', close: true }, more))).toEqual([
      ['seen', 'Say which version you saw.'],
    ]);
  });
});
