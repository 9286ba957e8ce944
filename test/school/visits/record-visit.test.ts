import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { actOnStop } from '../../../src/school/visits/act-on-stop.action.ts';
import { recordVisit } from '../../../src/school/visits/record-visit.action.ts';
import type { Rows } from '../facts.ts';
import { changesOf, farm, problemsOf, savesOf } from '../knowing.ts';
import { answersFor, knownOn, made, second, visit } from './visiting.ts';

type Row = Readonly<Record<string, unknown>>;
const known = (rows: Rows = {}, roles: readonly Role[] = ['ap-leader']) =>
  knownOn('2026-05-12', { visit: [visit()], ...rows }, roles);
const wish = (more: Row = {}) => ({ visit: 'vi-1', seen: '1', answers: answersFor(), judgement: 'Good', ...more });
const record = (more: Row = {}, rows: Rows = {}, roles?: readonly Role[]) =>
  recordVisit.attempt(known(rows, roles), wish(more));
const gate = { text: 'Mend the gate', owner: 'p-ap-leader', due: '2026-05-20' };
const grave = { reasons: 'The gate stands open', actions: [gate] };

describe('writing a visit up', () => {
  it('keeps every answer with its note, the judgement, who wrote it and when', () => {
    expect(savesOf(record({ pupilVoice: 'I like the goats.' }))).toMatchObject([
      {
        record: 'visit',
        key: 'vi-1',
        seen: '1',
        values: {
          stage: 'Done',
          date: '2026-05-12',
          staff: 'Yes',
          staffNote: 'About staff',
          judgement: 'Good',
          pupilVoice: 'I like the goats.',
          recordedBy: 'person-1',
        },
      },
    ]);
  });

  it('asks for each open question and each missing note at its place', () => {
    const { lessons: _, ...rest } = answersFor();
    const answers = { ...rest, parents: { answer: 'No' }, attendance: { answer: 'No' }, premises: { answer: 'No' } };
    expect(problemsOf(record({ answers }))).toEqual([
      ['answers.parents.note', 'Did you speak to parents? Say why it was not possible.'],
      ['answers.lessons.answer', 'Did you watch lessons? Answer yes or no.'],
      ['answers.attendance.note', 'Does their attendance agree with ours? Say what you saw or heard.'],
    ]);
  });

  it('wants a judgement, and with concerns the reasons and an action with owner and day', () => {
    expect(problemsOf(record({ judgement: undefined }))).toEqual([['judgement', 'Say what the visit comes to.']]);
    expect(problemsOf(record({ judgement: 'Concerns' })).map(([field]) => field)).toEqual(['reasons', 'actions']);
    expect(problemsOf(record({ judgement: 'Acceptable' }))).toEqual([]);
    const bare = { text: '', owner: '', due: '' };
    expect(problemsOf(record({ ...grave, judgement: 'Concerns', actions: [bare] })).map(([field]) => field)).toEqual([
      'actions.0.text',
      'actions.0.owner',
      'actions.0.due',
    ]);
    const early = { ...gate, due: '2026-05-11' };
    expect(problemsOf(record({ ...grave, judgement: 'Concerns', actions: [early] }))[0]?.[0]).toBe('actions.0.due');
    expect(savesOf(record({ ...grave, judgement: 'Concerns' }))[1]).toMatchObject({
      record: 'agreedAction',
      key: 'ac-1-1',
      values: { source: 'vi-1', provider: 'pr-farm', owner: 'p-ap-leader', due: '2026-05-20', status: 'Open' },
    });
  });

  it('is not before it is made, on a closed day asks, and so within the minute of its plan', () => {
    expect(problemsOf(record({ date: '2026-05-13' }))[0]?.[0]).toBe('date');
    expect(problemsOf(record({ date: '2026-05-11' }))).toEqual([]);
    expect(problemsOf(record({ date: '2026-05-10' }))[0]?.[0]).toBe('allTheSame');
    expect(problemsOf(record({ date: '2026-05-10', allTheSame: true }))).toEqual([]);
    const at = (plannedAt: string) => problemsOf(record({}, { visit: [visit({ plannedAt })] }))[0]?.[0];
    expect(at('2026-05-12T09:30:40Z')).toBe('allTheSame');
    expect(at('2026-05-12T09:29:59Z')).toBeUndefined();
  });

  it('again changes nothing, also for who saw the version before; something else at an old version is refused', () => {
    const done = { ...made('2026-05-12', { key: 'vi-1' }), version: '2' };
    expect(record({}, { visit: [done] })).toMatchObject({ changes: [], unchanged: [{ about: 'vi-1' }] });
    expect(problemsOf(record({ pupilVoice: 'More' }, { visit: [done] }))[0]?.[0]).toBe('seen');
    expect(savesOf(record({ pupilVoice: 'More', seen: '2' }, { visit: [done] }))).toHaveLength(1);
  });

  it('is for who made it and the AP leader', () => {
    expect(savesOf(record({}, {}, ['visitor']))).toHaveLength(1);
    const other = { visit: [visit({ visitor: 'p-head' })] };
    expect(problemsOf(record({}, other, ['visitor']))[0]?.[0]).toBe('visit');
    expect(savesOf(record({}, other))).toHaveLength(1);
    expect(problemsOf(record({}, { visit: [visit({ stage: 'Cancelled' })] }))[0]?.[0]).toBe('visit');
  });
});

describe('stop', () => {
  const stop = { ...grave, judgement: 'Stop' };
  const two = { placement: [...(farm.placement ?? []), second] };

  it('asks once, and says what will follow', () => {
    expect(problemsOf(record(stop, two))).toEqual([
      [
        'allTheSame',
        'Stop means: an emergency review of all 2 placements there, today; Hill Farm is suspended, so that nobody new is sent there; the DSL and the head are told now.',
      ],
    ]);
  });

  it('calls an emergency review of every placement there, suspends the provider, tells DSL and head', () => {
    const changes = changesOf(record({ ...stop, allTheSame: true }, two));
    const saves = savesOf({ changes, because: '' });
    expect(saves.filter((save) => save.record === 'review')).toMatchObject([
      { key: 're-1-pl-1', seen: null, values: { kind: 'Emergency', stage: 'Planned', calledOn: '2026-05-12' } },
      { key: 're-1-pl-2', values: { placement: 'pl-2', pupil: 'pu-2' } },
    ]);
    expect(saves.find((save) => save.record === 'provider')?.values).toEqual({ status: 'Suspended' });
    expect(changes.filter((change) => change.kind === 'tell')).toMatchObject([
      { key: 'visit-stop|vi-1', to: 'p-dsl', urgent: true, data: { visit: 'vi-1' } },
      { key: 'visit-stop|vi-1|told-head', to: 'p-head' },
    ]);
  });

  it('reviews nobody whose placement is over or was cancelled, and somebody who is paused', () => {
    const placement = (key: string, more: Row) => ({ ...second, key, ...more });
    const rows = {
      placement: [
        placement('pl-3', { stage: 'Ended', actualEnd: '2026-05-11' }),
        placement('pl-4', { stage: 'Cancelled' }),
        placement('pl-5', { stage: 'Paused', pausedFrom: '2026-05-11' }),
        placement('pl-6', { actualEnd: '2026-05-12' }),
      ],
    };
    const saves = savesOf(record({ ...stop, allTheSame: true }, rows)).filter((save) => save.record === 'review');
    expect(saves.map(({ key }) => key)).toEqual(['re-1-pl-5', 're-1-pl-6']);
  });

  it('done again leaves nothing to do; what was forgotten is done by its own press', () => {
    const stopped = made('2026-05-12', { key: 'vi-1', judgement: 'Stop', judgementReasons: 'x' });
    const act = (rows: Rows) => actOnStop.attempt(known({ visit: [stopped], ...rows }), { visit: 'vi-1' });
    expect(changesOf(act({}))).toHaveLength(4);
    const done = {
      provider: [{ ...Object(farm.provider?.[0]), status: 'Suspended' }],
      review: [{ key: 're-1-pl-1', placement: 'pl-1', kind: 'Emergency', stage: 'Held', calledOn: '2026-05-12' }],
      message: [{ key: 'visit-stop|vi-1', purpose: 'visit-stop', about: 'vi-1' }],
    };
    expect(changesOf(act(done))).toEqual([]);
    expect(problemsOf(act({ visit: [made('2026-05-12', { key: 'vi-1' })] }))[0]?.[0]).toBe('visit');
  });
});
