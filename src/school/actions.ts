import type { AnyAction } from './action.ts';
import { recordAttendance } from './attendance/record-attendance.action.ts';
import { settleCode } from './attendance/settle-code.action.ts';

/** Everything a person (or the clock) does, by name: the name is API path, card verb and journal entry. */
export const actions: Readonly<Record<string, AnyAction>> = byName([recordAttendance, settleCode]);

function byName(all: readonly AnyAction[]): Readonly<Record<string, AnyAction>> {
  return Object.fromEntries(all.map((one) => [one.name, one]));
}
