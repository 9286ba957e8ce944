// The letters of a UPN's check: I, O and S are left out because they are misread as digits.
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * What is wrong with a unique pupil number, in one sentence, or nothing. A UPN is a check letter, eleven digits, and a digit
 * or, while temporary, a letter; the check letter is the weighted sum (2 to 13) modulo 23 (DfE, UPN guide for schools).
 */
export function upnTrouble(upn: string): string | undefined {
  const written = upn.trim().toUpperCase();
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(written)) {
    return 'The UPN must be a letter, eleven digits and a last digit (or letter, when temporary).';
  }
  const right = checkLetter(written.slice(1));
  if (right === undefined) return `A temporary UPN never ends in ${written.slice(-1)}.`;
  if (written[0] === right) return undefined;
  return 'The check letter of the UPN does not fit its digits. One of them is mistyped.';
}

/** The check letter for the twelve characters after it; nothing when the last is a letter that no UPN has. */
export function checkLetter(rest: string): string | undefined {
  let sum = 0;
  for (const [index, sign] of [...rest].entries()) {
    const value = /\d/.test(sign) ? Number(sign) : letters.indexOf(sign);
    if (value < 0) return undefined;
    sum += value * (index + 2);
  }
  return letters[sum % 23];
}
