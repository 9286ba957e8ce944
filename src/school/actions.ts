import type { Action } from './action.ts';
import { recordAttendance } from './attendance/record-attendance.action.ts';

const all: readonly Action[] = [recordAttendance];

/** Every action by its name. */
export const actions: Readonly<Record<string, Action>> = Object.fromEntries(all.map((each) => [each.name, each]));
