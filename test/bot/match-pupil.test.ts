import { describe, expect, it } from 'vitest';
import { matching, type Someone } from '../../src/bot/match-pupil.ts';

const people: readonly Someone[] = [
  { pupil: 'pu-1', initials: 'J.S. (10B)', name: 'Juno Sparrow', year: 'Y10', tutorGroup: '10B' },
  { pupil: 'pu-2', initials: 'J.S. (10D)', name: 'Juno Sparrow', year: 'Y10', tutorGroup: '10D' },
  { pupil: 'pu-3', initials: 'Z.O.', name: "Zoë O'Hara", year: 'Y8', tutorGroup: '8A' },
];
const found = (text: string) => matching(text, people).map(({ pupil }) => pupil);

describe('a typed name', () => {
  it('is found without accents, case and apostrophes, by the beginning of any part', () => {
    expect([found('zoe ohara'), found('OHA'), found('Zoë'), found('z.o.')]).toEqual([
      ['pu-3'],
      ['pu-3'],
      ['pu-3'],
      ['pu-3'],
    ]);
  });

  it('of two pupils finds both, by name and by initials; the tutor group tells them apart', () => {
    expect([found('Juno Sparrow'), found('J.S.'), found('juno sparrow 10d')]).toEqual([
      ['pu-1', 'pu-2'],
      ['pu-1', 'pu-2'],
      ['pu-2'],
    ]);
  });

  it('of one letter, or of nobody, finds nobody', () => {
    expect([found('z'), found('Quill')]).toEqual([[], []]);
  });
});
