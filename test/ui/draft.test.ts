import { describe, expect, it } from 'vitest';
import { type Draft, stillLacking } from '../../src/ui/reviews/draft.ts';

const draft: Draft = {
  typed: { pupilVoice: '', parentVoice: '', decision: 'Continue', nextReview: '', minutes: '' },
  people: {},
  progress: {},
  actions: [{ id: 0, text: 'Ring', owner: '', due: '' }],
  changesWeek: false,
  weekFrom: '',
  week: [],
};
const lacking = (...fields: readonly string[]) => fields.map((field) => ({ field, says: 'Missing.' }));
const left = (fields: readonly string[], part: Partial<Draft>) =>
  stillLacking(lacking(...fields), draft, { ...draft, ...part }).map(({ field }) => field);
const typing = (values: Draft['typed']): Partial<Draft> => ({ typed: { ...draft.typed, ...values } });

describe('what Finish found missing', () => {
  it('stands until its own field is written to', () => {
    expect(left(['minutes', 'nextReview'], typing({ minutes: 'All spoke.' }))).toEqual(['nextReview']);
    expect(left(['minutes', 'nextReview'], {})).toEqual(['minutes', 'nextReview']);
  });

  it('is answered by why somebody did not come', () => {
    expect(left(['pupilVoice', 'parentVoice'], typing({ pupilAbsence: 'Ill' }))).toEqual(['parentVoice']);
  });

  it('about an objective stands while another is answered', () => {
    const progress = { 'ob-1': { progress: 'Met', note: '' } };
    expect(left(['objectives.ob-1', 'objectives.ob-2'], { progress })).toEqual(['objectives.ob-2']);
  });

  it('about the actions is looked at anew with any of them', () => {
    expect(left(['actions.0.owner', 'minutes'], { actions: [] })).toEqual(['minutes']);
  });

  it('of a decision falls with it', () => {
    expect(left(['nextReview', 'endsOn', 'minutes'], typing({ decision: 'End' }))).toEqual(['minutes']);
  });
});
