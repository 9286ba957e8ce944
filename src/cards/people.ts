import type { callResults } from '../school/attendance/call.record.ts';
import type { LoggedCall } from '../school/attendance/follow-up.types.ts';

/** A number as a card offers it: the `tel:` address, and the number as it is written. */
export function telephone(phone: string | undefined): {
  readonly hasPhone: boolean;
  readonly phone: string;
  readonly tel: string;
} {
  const digits = (phone ?? '').replace(/[^\d+]/g, '');
  return { hasPhone: digits !== '', phone: phone ?? '', tel: `tel:${digits}` };
}

/** What came of a call, in words. */
export const resultWords: Readonly<Record<(typeof callResults)[number], string>> = {
  Spoke: 'Spoke to them',
  NoAnswer: 'No answer',
  Voicemail: 'Left voicemail',
  WrongNumber: 'Wrong number',
  LocatedSafe: 'Located, safe',
  NotThere: 'Not there',
};

/** "09:18 Parent: Mrs Lark: no answer, by R. Pike", oldest first. */
export function callLines(calls: readonly LoggedCall[]): readonly { readonly text: string }[] {
  return calls.map(({ time, who, result, by, note }) => ({
    text: `${time} ${who}: ${resultWords[result].toLowerCase()}, by ${by}${note ? ` · ${note}` : ''}`,
  }));
}
