import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/school/action.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { recordReviewOutcome } from '../../../src/school/reviews/record-review-outcome.action.ts';
import { mark, pupil, type Rows, staff } from '../facts.ts';
import { changesOf, farm, knownTo, problemsOf, savesOf } from '../knowing.ts';
import { held, review, started } from './school.ts';

type Row = Readonly<Record<string, unknown>>;

const objective = {
  key: 'ob-1',
  placement: 'pl-1',
  pupil: 'pu-1',
  text: 'Attends every Tuesday',
  baseline: '4 of 10',
  target: '9 of 10',
  date: '2026-05-22',
};
const due = review('re-1', { stage: 'Booked', scheduledFor: '2026-05-12', version: '7' });
const school = (more: Rows = {}): Rows => ({
  ...farm,
  pupil: [pupil],
  placement: [started('2026-01-05')],
  review: [due],
  objective: [objective],
  roleAssignment: staff,
  ...more,
});
/** All that a review needs to be closed; Summer 1 ends on Fri 22 May, Summer 2 begins on Wed 3 June and ends on Wed 22 July. */
const whole: Row = {
  heldOn: '2026-05-12',
  safe: 'Yes',
  pupilVoice: 'I like the animals.',
  parentVoice: 'Calmer at home.',
  minutes: 'All spoke.',
  decision: 'Continue',
  decisionReasons: 'It works.',
  reintegrationStep: 'Maths in school on Mondays from June.',
  nextReview: '2026-06-16',
  objectives: [{ objective: 'ob-1', progress: 'Met' }],
};
const said = (values: Row, rows: Rows = {}, roles: readonly Role[] = ['ap-leader']): Decision =>
  recordReviewOutcome.attempt(knownTo(roles, school(rows)), { review: 're-1', seen: '7', ...values });
const finish = (values: Row = {}, rows: Rows = {}, roles?: readonly Role[]) =>
  said({ ...whole, finish: true, ...values }, rows, roles);
const without = (...fields: readonly string[]) =>
  problemsOf(
    said({ ...Object.fromEntries(Object.entries(whole).filter(([name]) => !fields.includes(name))), finish: true }),
  );
const fieldsOf = (decision: Decision) => problemsOf(decision).map(([field]) => field);
const saveOf = (decision: Decision, record: string) => savesOf(decision).filter((one) => one.record === record);

describe('a review that is finished', () => {
  it('is held, with its attendance, each objective, and the next review planned', () => {
    const marks = [
      mark('2026-04-28', 'AM', { providerStatus: 'AttendedOnTime' }),
      mark('2026-05-05', 'AM', { providerStatus: 'AbsentNoReason' }),
    ];
    const decision = finish({}, { attendance: marks });
    expect(saveOf(decision, 'review')[0]).toMatchObject({
      key: 're-1',
      seen: '7',
      values: {
        stage: 'Held',
        heldOn: '2026-05-12',
        completedOn: '2026-05-12',
        attendedSessions: 1,
        possibleSessions: 2,
      },
    });
    expect(saveOf(decision, 'progress')).toMatchObject([
      { key: 're-1|ob-1', seen: null, values: { progress: 'Met', review: 're-1', objective: 'ob-1' } },
    ]);
    expect(saveOf(decision, 'review')[1]).toMatchObject({
      seen: null,
      values: { stage: 'Planned', kind: 'HalfTerm', scheduledFor: '2026-06-16', dueBy: '2026-07-22' },
    });
    expect(savesOf(decision)).toHaveLength(3);
  });

  it('takes the day it was booked for where none is typed', () => {
    expect(saveOf(finish({ heldOn: '' }), 'review')[0]?.values).toMatchObject({ heldOn: '2026-05-12' });
  });

  it('is not closed on a day still to come, nor before the placement began', () => {
    expect(problemsOf(finish({ heldOn: '2026-05-13' }))).toEqual([
      ['heldOn', 'Wed 13 May is still to come. Write it up when it has been held.'],
    ]);
    expect(fieldsOf(finish({ heldOn: '2026-05-11' }))).toEqual([]);
    expect(fieldsOf(finish({ heldOn: '2026-01-05', nextReview: '2026-05-20' }))).toEqual([]);
    expect(problemsOf(finish({ heldOn: '2026-01-04' }))).toEqual([
      ['heldOn', 'The placement starts only on Mon 5 Jan. Look at the day.'],
    ]);
  });

  it('asks about a day in the holidays, which counts for no half term', () => {
    expect(problemsOf(finish({ heldOn: '2026-04-08' }))[0]?.[1]).toContain('Wed 8 Apr is no school day');
    expect(fieldsOf(finish({ heldOn: '2026-04-08', nextReview: '2026-05-20', inHoliday: true }))).toEqual([]);
  });

  it('needs the words of pupil and parents, or why not', () => {
    expect(without('pupilVoice')).toEqual([
      ['pupilVoice', 'Write what the pupil says, or below why not, with what was tried.'],
    ]);
    expect(without('parentVoice')).toEqual([
      ['parentVoice', 'Write what the parents say, or below why not, with what was tried.'],
    ]);
    expect(fieldsOf(finish({ pupilVoice: ' ', pupilAbsence: 'Ill; rang twice' }))).toEqual([]);
    expect(fieldsOf(finish({ parentVoice: '', parentAbsence: 'Rang on 11 and 12 May' }))).toEqual([]);
  });

  it.each([
    ['safe', 'Say whether the pupil is safe there.'],
    ['minutes', 'The minutes are empty. Write what was said.'],
    ['decision', 'Choose what is decided.'],
    ['decisionReasons', 'Give the reasons for the decision.'],
    ['reintegrationStep', 'Write the next step back to school, or why there is none yet.'],
    ['nextReview', 'Give the day of the next review.'],
  ])('is not closed without %s', (field, says) => {
    expect(without(field)).toEqual([[field, says]]);
  });

  it('asks for each open objective, not for a closed one', () => {
    expect(problemsOf(finish({ objectives: [] }))).toEqual([
      ['objectives.ob-1', 'Say how far this objective is reached: exceeded, met, partly or not met.'],
    ]);
    expect(fieldsOf(finish({ objectives: [] }, { objective: [{ ...objective, state: 'Closed' }] }))).toEqual([]);
    const saved = [{ key: 're-1|ob-1', review: 're-1', objective: 'ob-1', progress: 'Partly' }];
    expect(fieldsOf(finish({ objectives: [] }, { progress: saved }))).toEqual([]);
    expect(fieldsOf(finish({ objectives: [{ objective: 'ob-1', progress: 'Good' }] }))).toEqual([
      'objectives.0.progress',
    ]);
    expect(fieldsOf(finish({ objectives: [{ objective: 'ob-9', progress: 'Met' }] }))).toEqual([
      'objectives.0.objective',
      'objectives.ob-1',
    ]);
  });
});

describe('the next review', () => {
  it.each([
    ['2026-07-22', []],
    ['2026-07-23', ['nextReview']],
    ['2026-06-13', ['nextReview']],
    ['2026-05-27', ['nextReview']],
    ['2026-05-12', ['nextReview']],
    ['2026-05-13', []],
    ['2026-09-10', ['nextReview']],
  ])('on %s: %j', (day, fields) => {
    expect(fieldsOf(finish({ nextReview: day }))).toEqual(fields);
  });

  it('says why: the floor of the half term, no school day, no term dates', () => {
    const says = (day: string) => problemsOf(finish({ nextReview: day }))[0]?.[1];
    expect(says('2026-06-13')).toBe('Sat 13 Jun is no school day. Choose another.');
    expect(says('2026-09-10')).toContain('Load the next term dates.');
  });

  it('is in the half term that still lacks one where this review was held in an earlier one', () => {
    const late = { heldOn: '2026-03-24', nextReview: '2026-06-03' };
    expect(problemsOf(finish(late))).toEqual([
      ['nextReview', 'Wed 3 Jun is too late: the next review is due by Fri 22 May (8.3). Choose an earlier day.'],
    ]);
    expect(fieldsOf(finish({ ...late, nextReview: '2026-05-22' }))).toEqual([]);
  });

  it('keeps an interval of the placement that is shorter', () => {
    const every = { placement: [started('2026-01-05', { reviewIntervalDays: 14 })] };
    expect(fieldsOf(finish({ nextReview: '2026-05-20' }, every))).toEqual([]);
    expect(problemsOf(finish({ nextReview: '2026-06-03' }, every))[0]?.[1]).toContain('reviewed every 14 days');
  });

  it('moves one that is planned, keeps one that is booked, and does not plan a second', () => {
    const planned = review('re-2', { stage: 'Planned', halfTerm: 'x', scheduledFor: '2026-06-09' });
    expect(saveOf(finish({}, { review: [due, planned] }), 'review')[1]).toMatchObject({
      key: 're-2',
      values: { scheduledFor: '2026-06-16' },
    });
    const booked = review('re-2', { stage: 'Booked', scheduledFor: '2026-06-16' });
    expect(saveOf(finish({}, { review: [due, booked] }), 'review')).toHaveLength(1);
    expect(problemsOf(finish({ nextReview: '2026-06-17' }, { review: [due, booked] }))).toEqual([
      ['nextReview', 'The next review is booked for Tue 16 Jun. Choose that day, or move the meeting first.'],
    ]);
  });
});

describe('what is decided', () => {
  const end = {
    decision: 'End',
    nextReview: '',
    reintegrationStep: '',
    endReason: 'Reintegrated',
    endsOn: '2026-05-22',
  };

  it('ends the placement and its sessions, and takes planned reviews away', () => {
    const planned = review('re-2', { stage: 'Planned', scheduledFor: '2026-06-09' });
    const decision = finish(end, { review: [due, planned] });
    expect(saveOf(decision, 'placement')[0]).toMatchObject({
      key: 'pl-1',
      values: { stage: 'Ended', actualEnd: '2026-05-22', endReason: 'Reintegrated' },
    });
    expect(saveOf(decision, 'scheduleSlot').map(({ values }) => values)).toEqual([
      { validTo: '2026-05-22' },
      { validTo: '2026-05-22' },
    ]);
    expect(saveOf(decision, 'review')[1]).toMatchObject({ key: 're-2', values: { stage: 'Cancelled' } });
  });

  it('needs a last day and a reason to end, and no next review', () => {
    expect(fieldsOf(finish({ ...end, endReason: '' }))).toEqual(['endReason']);
    expect(fieldsOf(finish({ ...end, endsOn: '' }))).toEqual(['endsOn']);
    expect(fieldsOf(finish({ ...end, endsOn: '2026-01-04' }))).toEqual(['endsOn']);
    expect(fieldsOf(finish({ ...end, nextReview: '2026-06-16' }))).toEqual(['nextReview']);
    const later = { attendance: [mark('2026-05-12', 'AM', { providerStatus: 'AttendedOnTime' })] };
    expect(fieldsOf(finish({ ...end, endsOn: '2026-05-11' }, later))).toEqual(['endsOn']);
  });

  const tuesday = {
    day: 'Tuesday',
    session: 'AM',
    weekPattern: 'Every',
    place: 'Site',
    site: 'si-farm',
    start: '09:15',
    end: '12:15',
  };

  it('varies the week from a day on, and leaves the past alone', () => {
    const decision = finish({ decision: 'Vary', week: { from: '2026-06-01', sessions: [tuesday] } });
    expect(saveOf(decision, 'scheduleSlot')).toMatchObject([{ key: 'sl-2', values: { validTo: '2026-05-31' } }]);
    expect(saveOf(decision, 'review')[0]?.values).toMatchObject({
      newWeekFrom: '2026-06-01',
      newWeek: 'Tuesday AM 09:15-12:15 Every Site si-farm',
    });
    expect(fieldsOf(finish({ decision: 'Vary', week: { from: '2026-05-11', sessions: [tuesday] } }))).toEqual([
      'week.from',
    ]);
    const wrong = { from: '2026-06-01', sessions: [{ ...tuesday, end: '09:00' }] };
    expect(fieldsOf(finish({ decision: 'Vary', week: wrong }))).toEqual(['week.sessions.0.end']);
    expect(fieldsOf(finish({ decision: 'Vary' }))).toEqual(['changesAgreed']);
    expect(fieldsOf(finish({ decision: 'Continue', week: { from: '2026-06-01', sessions: [] } }))).toEqual([
      'decision',
    ]);
  });

  it('about a direction says until when, and the direction goes on until then', () => {
    const direction = {
      placement: [started('2026-01-05', { legalBasis: 'OSD_s29A' })],
      review: [{ ...due, kind: 'OSDStatutory' }],
    };
    expect(fieldsOf(finish({}, direction))).toEqual(['continuesUntil']);
    expect(fieldsOf(finish({ continuesUntil: '2026-05-11', nextReview: '2026-05-20' }, direction))).toContain(
      'continuesUntil',
    );
    const decision = finish({ continuesUntil: '2026-07-21' }, direction);
    expect(saveOf(decision, 'placement')[0]?.values).toEqual({ plannedEnd: '2026-07-21' });
    expect(saveOf(decision, 'review')[1]?.values).toMatchObject({ kind: 'OSDStatutory', scheduledFor: '2026-06-16' });
    expect(problemsOf(finish({ continuesUntil: '2026-06-12' }, direction))).toEqual([
      ['nextReview', 'The placement ends on Fri 12 Jun. Choose a day before that.'],
    ]);
    expect(fieldsOf(said({ outcomeNoticeSentOn: '2026-05-13' }, direction))).toEqual(['outcomeNoticeSentOn']);
    expect(fieldsOf(said({ heldOn: '2026-05-12', outcomeNoticeSentOn: '2026-05-11' }, direction))).toEqual([
      'outcomeNoticeSentOn',
    ]);
  });

  it('leaves ending and new sessions to the AP leader; a tutor writes own pupils only', () => {
    const tutor = (values: Row, own: readonly string[]) => {
      const known = knownTo(['tutor'], school());
      const by = { ...known.by, ownPupils: own };
      return recordReviewOutcome.attempt(
        { ...known, by },
        { review: 're-1', seen: '7', ...whole, finish: true, ...values },
      );
    };
    expect(fieldsOf(tutor({}, ['pu-1']))).toEqual([]);
    expect(fieldsOf(tutor({}, ['pu-2']))).toEqual(['review']);
    expect(problemsOf(tutor(end, ['pu-1']))[0]?.[1]).toContain('Ending a placement is for the AP leader');
    expect(fieldsOf(finish({}, {}, ['dsl']))).toEqual(['review']);
    expect(fieldsOf(finish({}, { review: [{ ...due, kind: 'Emergency' }] }, ['dsl']))).toEqual([]);
  });
});

describe('actions agreed', () => {
  const ring = { text: 'Ring the farm each Monday', owner: 'attendance-officer', due: '2026-05-18' };

  it('have an owner, a role or a person, and a day; a role is said in words', () => {
    const decision = said({ actions: [ring, { ...ring, owner: 'p-dsl' }] });
    expect(saveOf(decision, 'agreedAction').map(({ values }) => values)).toMatchObject([
      { owner: 'attendance-officer', ownerName: 'Attendance officer', status: 'Open', source: 're-1', pupil: 'pu-1' },
      { owner: 'p-dsl', ownerName: 'dsl', due: '2026-05-18' },
    ]);
    expect(fieldsOf(said({ actions: [{ ...ring, owner: '' }] }))).toEqual(['actions.0.owner']);
    expect(fieldsOf(said({ actions: [{ ...ring, owner: 'p-nobody' }] }))).toEqual(['actions.0.owner']);
    expect(fieldsOf(said({ actions: [{ ...ring, due: '' }] }))).toEqual(['actions.0.due']);
    expect(fieldsOf(said({ actions: [{ ...ring, due: '2026-05-11' }] }))).toEqual(['actions.0.due']);
    expect(fieldsOf(said({ actions: [{ ...ring, due: '2026-05-12' }] }))).toEqual([]);
  });

  it('sent twice are not doubled, changed ones are changed, and those left out are taken away', () => {
    const stands = { key: 'ac-1', agreedAt: 'Review', source: 're-1', status: 'Open', ...ring };
    const rows = { agreedAction: [stands] };
    expect(changesOf(said({ actions: [ring] }, rows))).toEqual([]);
    expect(
      saveOf(said({ actions: [{ ...ring, action: 'ac-1', due: '2026-05-19' }] }, rows), 'agreedAction'),
    ).toMatchObject([{ key: 'ac-1', values: { due: '2026-05-19' } }]);
    expect(saveOf(said({ actions: [] }, rows), 'agreedAction')).toMatchObject([
      { key: 'ac-1', values: { status: 'Dropped' } },
    ]);
    expect(changesOf(said({}, rows))).toEqual([]);
  });
});

describe('saving in parts', () => {
  it('files the minutes once it is finished, anew when it is corrected, and none while it is typed', () => {
    const closed = { ...due, ...whole, stage: 'Held', completedOn: '2026-05-12' };
    const filed = (decision: Decision) => changesOf(decision).filter(({ kind }) => kind === 'file');
    const minutes = [{ kind: 'file', document: 'minutes', review: 're-1' }];
    expect(filed(finish())).toEqual(minutes);
    expect(filed(said({ pupilVoice: 'I like the goats.' }, { review: [closed] }))).toEqual(minutes);
    expect(filed(said({ pupilVoice: 'I like the goats.' }))).toEqual([]);
  });

  it('keeps what is there so far, with who and when, and closes nothing', () => {
    const decision = said({ minutes: 'Half of it', people: [{ who: 'pu-1', came: true }] });
    expect(savesOf(decision)).toMatchObject([
      {
        key: 're-1',
        values: { minutes: 'Half of it', changedByName: 'Robin Example', changedAt: '2026-05-12T08:30:00Z' },
      },
      { key: 're-1|pu-1', record: 'invitee', values: { attended: true, part: 'Pupil', review: 're-1' } },
    ]);
    expect(saveOf(decision, 'review')[0]?.values).not.toHaveProperty('stage');
  });

  it('keeps a new week and reads it again', () => {
    const parts = said({ week: { from: '2026-06-01', sessions: [] } });
    expect(saveOf(parts, 'review')[0]?.values).toMatchObject({ newWeekFrom: '2026-06-01' });
    const week = { newWeekFrom: '2026-06-01', newWeek: 'Tuesday AM 09:15-12:15 Every Site si-farm' };
    const decision = finish({ decision: 'Vary' }, { review: [{ ...due, ...week }] });
    expect(saveOf(decision, 'scheduleSlot')).toMatchObject([{ key: 'sl-2' }]);
    expect(saveOf(said({ week: null }, { review: [{ ...due, ...week }] }), 'review')[0]?.values).toMatchObject({
      newWeekFrom: undefined,
      newWeek: undefined,
    });
  });

  it('says who saved another version and when, and writes nothing', () => {
    const rows = { review: [{ ...due, version: '8', changedByName: 'Jo', changedAt: '2026-05-12T08:00:00Z' }] };
    expect(said({ minutes: 'Mine' }, rows)).toMatchObject({
      changes: [],
      unchanged: [{ about: 're-1', outcome: 'superseded', by: 'Jo', at: '2026-05-12T08:00:00Z', version: '8' }],
    });
  });

  it('does no harm twice: what stands already is unchanged, also after it is finished', () => {
    expect(said({ minutes: 'Half' }, { review: [{ ...due, minutes: 'Half', version: '8' }] })).toMatchObject({
      changes: [],
      unchanged: [{ outcome: 'unchanged', version: '8' }],
    });
    const { objectives: _, ...values } = whole;
    const closed = { ...due, ...values, stage: 'Held', completedOn: '2026-05-12', version: '8' };
    const progress = [{ key: 're-1|ob-1', review: 're-1', objective: 'ob-1', progress: 'Met' }];
    expect(finish({}, { review: [closed], progress })).toMatchObject({
      changes: [],
      unchanged: [{ outcome: 'unchanged' }],
    });
    const corrected = said({ seen: '8', minutes: 'All spoke, and ate.' }, { review: [closed], progress });
    expect(savesOf(corrected)).toMatchObject([{ values: { minutes: 'All spoke, and ate.' } }]);
    expect(fieldsOf(said({ seen: '8', decision: 'Escalate' }, { review: [closed], progress }))).toEqual(['decision']);
  });

  it('a review that was not held is noted with the reason, once its day has come', () => {
    expect(savesOf(said({ notHeld: 'Snow' }))[0]?.values).toMatchObject({ stage: 'Missed', minutes: 'Not held: Snow' });
    expect(fieldsOf(said({ notHeld: 'Snow' }, { review: [{ ...due, scheduledFor: '2026-05-13' }] }))).toEqual([
      'notHeld',
    ]);
    expect(fieldsOf(said({ notHeld: '' }))).toEqual(['notHeld']);
    expect(
      fieldsOf(
        said(
          { notHeld: 'Snow' },
          { review: [held('2026-05-11', { key: 're-1', version: '7', completedOn: undefined })] },
        ),
      ),
    ).toEqual(['notHeld']);
  });

  it('of a review that was cancelled is refused', () => {
    expect(fieldsOf(said({ minutes: 'x' }, { review: [{ ...due, stage: 'Cancelled' }] }))).toEqual(['review']);
  });
});
