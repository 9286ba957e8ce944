import { describe, expect, it } from 'vitest';
import { roles } from '../../../src/school/office/role-assignment.record.ts';
import { pupilView } from '../../../src/school/pupils/pupil.view.ts';
import { pupilsView } from '../../../src/school/pupils/pupils.view.ts';
import { seenBy } from '../facts.ts';
import { page, rows, shown } from './juno.ts';

describe('a pupil to each role (domain.md 10.2)', () => {
  const readers = [
    'ap-leader',
    'attendance-officer',
    'dsl',
    'deputy-dsl',
    'head',
    'senco',
    'designated-teacher',
  ] as const;
  const nobody = ['governor', 'trustee', 'trust-safeguarding', 'trust-send', 'data-protection'] as const;

  it.each(nobody)('shows %s nothing: the view is not theirs', (role) => {
    expect(pupilView.roles).not.toContain(role);
    expect(pupilsView.roles).not.toContain(role);
    expect(page(role)).toBeUndefined();
    expect(page(role, ['pu-1'])).toBeUndefined();
    expect(pupilsView.show(seenBy([role], rows), {}).pupils).toEqual([]);
  });

  it('knows every role as a reader, an own-pupil reader, or nobody', () => {
    expect([...readers, 'tutor', 'visitor', ...nobody].toSorted()).toEqual([...roles].toSorted());
  });

  it.each(['tutor', 'visitor'] as const)('shows a %s own pupils only, without flags and follow-up', (role) => {
    expect(page(role)).toBeUndefined();
    expect(page(role, ['pu-2'])).toBeUndefined();
    const own = shown(role, ['pu-1']);
    expect(own).toMatchObject({
      name: 'Juno Sparrow',
      flagged: false,
      mustTell: [],
      nextReview: { due: '2026-05-22' },
    });
    expect(own.flagSays).toBeUndefined();
    expect(own.flags).toBeUndefined();
    expect(own.squares.length).toBeGreaterThan(0);
    expect(own.placements).toHaveLength(1);
    expect(own.contacts?.flatMap((each) => each.phones)).toEqual([]);
    expect(JSON.stringify(own)).not.toMatch(/not located|DSL (told|must)|Social|Worker|Rang/);
  });

  it.each(readers)('shows the %s the core facts and attendance', (role) => {
    const seen = shown(role);
    expect(seen).toMatchObject({ name: 'Juno Sparrow', initials: 'J.S.', year: 'Y10', tutorGroup: '10B' });
    expect(seen.facts).toContainEqual({ label: 'SEND', value: 'Education, health and care plan' });
    expect(seen.squares).not.toEqual([]);
    expect(seen.whereNow).toEqual(['Hill Farm, 09:15 to 12:15, absent, no word']);
  });

  it.each([
    ['ap-leader', true],
    ['attendance-officer', false],
    ['dsl', true],
    ['deputy-dsl', true],
    ['head', true],
    ['senco', true],
    ['designated-teacher', true],
  ] as const)('says to %s why the DSL must be told: %s', (role, why) => {
    const seen = shown(role);
    expect(seen.flagged).toBe(true);
    expect(seen.flagSays).toBe('The DSL must be told of any unexplained absence.');
    expect(seen.flags).toEqual(why ? ['Child protection plan', 'Looked after', 'Risk of exploitation'] : undefined);
    expect(seen.mustTell.length).toBe(why ? 2 : 0);
    expect(seen.contacts?.some((each) => each.who.startsWith('Social worker'))).toBe(why);
    if (!why) expect(withoutForms(seen)).not.toMatch(/protection|Looked after|xploitation|ocial ?worker|Pat Worker/i);
  });

  it.each([
    ['ap-leader', true],
    ['attendance-officer', true],
    ['dsl', true],
    ['deputy-dsl', true],
    ['head', true],
    ['senco', false],
    ['designated-teacher', false],
  ] as const)('gives %s the follow-up and the numbers: %s', (role, rings) => {
    const seen = shown(role);
    expect(seen.timeline.some((each) => each.says === 'Rang Parent: Mrs Sparrow: no answer')).toBe(rings);
    expect(seen.contacts?.[0]).toMatchObject({
      contact: 'pu-1|mother',
      who: 'Parent: Mrs Sparrow',
      phones: rings ? ['01632 960001'] : [],
      barred: false,
    });
    expect(seen.contacts?.[0]?.caution).toBeUndefined();
  });

  it.each([
    ['ap-leader', 'Off-site direction (s.29A)'],
    ['attendance-officer', undefined],
    ['dsl', 'Off-site direction (s.29A)'],
    ['head', 'Off-site direction (s.29A)'],
  ] as const)('gives %s the timetable, with the basis %s', (role, legalBasis) => {
    const [held] = shown(role).placements;
    expect(held?.week).toHaveLength(2);
    expect(held?.legalBasis).toBe(legalBasis);
    expect(held?.primaryReason).toBe(legalBasis && 'Behaviour');
  });

  it.each(['senco', 'designated-teacher'] as const)(
    'gives the %s placements and reviews of own pupils only',
    (role) => {
      expect(shown(role)).toMatchObject({ placements: [], nextReview: undefined });
      expect(shown(role, ['pu-1'])).toMatchObject({ nextReview: { says: 'Review due by Fri 22 May (8.3).' } });
      expect(shown(role, ['pu-1']).placements[0]?.legalBasis).toBe('Off-site direction (s.29A)');
    },
  );

  it.each([
    ['ap-leader', { correct: true, flags: false, contacts: true, placements: true, bar: false }],
    ['attendance-officer', { correct: false, flags: false, contacts: true, placements: false, bar: false }],
    ['dsl', { correct: false, flags: true, contacts: false, placements: false, bar: true }],
    ['head', { correct: false, flags: false, contacts: false, placements: false, bar: false }],
  ] as const)('lets %s do what 10.2 lets them', (role, may) => {
    expect(shown(role).may).toEqual(may);
  });

  it.each([
    ['ap-leader', ['core', 'newContact']],
    ['attendance-officer', ['newContact']],
    ['dsl', ['flags']],
    ['head', []],
    ['senco', []],
  ] as const)('gives %s the forms %s and no other', (role, names) => {
    const { forms, contacts } = shown(role);
    expect(Object.entries(forms).flatMap(([name, form]) => (form ? [name] : []))).toEqual(names);
    const writes = role === 'ap-leader' || role === 'attendance-officer';
    expect(contacts?.map(({ form, barred }) => [form !== undefined, barred])).toEqual(
      contacts?.map(({ barred }) => [writes && !barred, barred]),
    );
  });

  it('never shows why a contact is barred, nor their number', () => {
    for (const role of readers) {
      const barred = shown(role).contacts?.find((each) => each.contact === 'pu-1|uncle');
      expect(barred).toMatchObject({ phones: [], caution: 'Barred: ask the DSL.' });
      expect(JSON.stringify(shown(role))).not.toContain('Court order');
    }
  });

  it('is nothing for a pupil who is not in the list', () => {
    expect(pupilView.show(seenBy(['head'], rows), { pupil: 'pu-9' })).toBeUndefined();
  });
});

/** What is shown, without the words that a form offers to choose from. */
function withoutForms(seen: object): string {
  return JSON.stringify(seen, (key, value) => (key === 'form' || key === 'forms' ? undefined : value));
}
