import { describe, expect, it } from 'vitest';
import { checkLetter, upnTrouble } from '../../../src/school/pupils/upn.ts';

describe('a unique pupil number', () => {
  it('has the check letter of the weighted sum modulo 23', () => {
    // 8·2 + 0·3 + 1·4 + 2·5 + 0·6 + 0·7 + 0·8 + 1·9 + 2·10 + 3·11 + 4·12 + 5·13 = 205 = 8·23 + 21
    expect(checkLetter('801200012345')).toBe('Y');
    expect(upnTrouble('Y801200012345')).toBeUndefined();
    expect(upnTrouble(' y801200012345 ')).toBeUndefined();
  });

  it('is refused when one digit is mistyped or two are exchanged', () => {
    const says = 'The check letter of the UPN does not fit its digits. One of them is mistyped.';
    expect(upnTrouble('Y801200012346')).toBe(says);
    expect(upnTrouble('Y801200013245')).toBe(says);
  });

  it('may end in a letter while temporary, but not in I, O or S', () => {
    // The last place counts A as 0: 140 + 0·13 = 140 = 6·23 + 2
    expect(checkLetter('80120001234A')).toBe('C');
    expect(upnTrouble('C80120001234A')).toBeUndefined();
    expect(upnTrouble('C80120001234S')).toBe('A temporary UPN never ends in S.');
  });

  it.each(['', '801200012345', 'Y80120001234', 'YY01200012345', 'Y8012000123456'])('is refused as "%s"', (upn) => {
    expect(upnTrouble(upn)).toContain('must be a letter, eleven digits');
  });
});
