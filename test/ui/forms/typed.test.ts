import { describe, expect, it } from 'vitest';
import { choiceInWords, filledForm } from '../../../src/schema/form.ts';
import { provider } from '../../../src/school/providers/provider.record.ts';
import { pupil } from '../../../src/school/pupils/pupil.record.ts';
import { changedValues, typedFrom } from '../../../src/ui/forms/typed.ts';

const names = ['legalName', 'year', 'send', 'medicalPlan', 'riskFlags', 'upn'] as const;
const held = { legalName: 'Juno Sparrow', year: '10', medicalPlan: true, riskFlags: ['SelfHarm'] };

describe('the form of a record', () => {
  it('folds away what is neither needed, nor filled, nor asked for first', () => {
    const rare = (first: readonly (typeof names)[number][]) =>
      filledForm(pupil, names, held, first)
        .inputs.filter((each) => each.rare)
        .map(({ name }) => name);
    expect(rare([])).toEqual(['send', 'upn']);
    expect(rare(['upn'])).toEqual(['send']);
  });

  it('offers its choices in the words of staff', () => {
    const send = filledForm(pupil, names).inputs.find(({ name }) => name === 'send');
    expect(send?.options).toEqual([
      { value: 'None', says: 'None' },
      { value: 'SENSupport', says: 'SEN support' },
      { value: 'EHCP', says: 'Education, health and care plan' },
    ]);
    expect(choiceInWords(provider.fields.type, 'FECollege')).toBe('FE college');
    expect(choiceInWords(provider.fields.type, 'OneToOneTuition')).toBe('One to one tuition');
    expect(choiceInWords({}, 'ApprovedWithConditions')).toBe('Approved with conditions');
  });
});

describe('what is typed into a form', () => {
  const form = filledForm(pupil, names, held);

  it('is sent only where it differs from what stood', () => {
    expect(changedValues(form, typedFrom(form))).toEqual({});
    expect(changedValues(form, { ...typedFrom(form), legalName: ' Juno Swift ', medicalPlan: false })).toEqual({
      legalName: 'Juno Swift',
      medicalPlan: false,
    });
  });

  it('clears a field that is emptied, and a set whose last tick is taken', () => {
    expect(changedValues(form, { ...typedFrom(form), legalName: '', riskFlags: [] })).toEqual({
      legalName: '',
      riskFlags: [],
    });
  });
});
