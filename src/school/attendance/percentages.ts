import type { SchoolDay } from '../moment.ts';
import type { ProviderStatus } from './attendance.record.ts';
import { codeOn } from './codes.ts';

/** Sessions attended out of those that count; `percent` to one decimal place, `undefined` where none counts. */
export interface Share {
  readonly attended: number;
  readonly possible: number;
  readonly percent: number | undefined;
}

/**
 * Register attendance (domain.md 3.2): (attending + approved activity) ÷ (sessions − not possible − administrative).
 * A session without a code, or with a code not valid on its date, counts nowhere.
 */
export function registerShare(marks: readonly { readonly code?: string; readonly date: SchoolDay }[]): Share {
  const classes = marks.flatMap((mark) => {
    const known = mark.code === undefined ? undefined : codeOn(mark.code, mark.date);
    return known && known.class !== 'not-possible' && known.class !== 'administrative' ? [known.class] : [];
  });
  const attended = classes.filter((each) => each === 'attending' || each === 'approved-activity').length;
  return share(attended, classes.length);
}

const came: readonly ProviderStatus[] = ['AttendedOnTime', 'AttendedLate', 'LeftEarly', 'SentHome'];
const notAsked: readonly ProviderStatus[] = ['NotExpected', 'ProviderClosed'];

/** AP-session attendance: sessions attended ÷ AP sessions expected. Silence is expected and not attended. */
export function sessionShare(marks: readonly { readonly providerStatus: ProviderStatus }[]): Share {
  const expected = marks.filter((mark) => !notAsked.includes(mark.providerStatus));
  return share(expected.filter((mark) => came.includes(mark.providerStatus)).length, expected.length);
}

function share(attended: number, possible: number): Share {
  return { attended, possible, percent: possible === 0 ? undefined : Math.round((attended / possible) * 1000) / 10 };
}
