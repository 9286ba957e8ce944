import type { TimeOfDay } from '../moment.ts';
import type { PolicyEdition } from '../office/policy-edition.ts';
import { plusMinutes } from './asked.ts';

/** Wall-clock times by which a session must be confirmed and after which silence is chased further. */
export interface SessionDeadlines {
  readonly confirmBy: TimeOfDay;
  readonly secondChase: TimeOfDay;
  readonly escalate: TimeOfDay;
}

/** D2: 30, 45 and 60 minutes after the session's start, in school time; the minutes are the policy edition's. */
export function sessionDeadlines(start: TimeOfDay, policy: PolicyEdition): SessionDeadlines {
  return {
    confirmBy: plusMinutes(start, policy.confirmMinutes),
    secondChase: plusMinutes(start, policy.secondChaseMinutes),
    escalate: plusMinutes(start, policy.escalateMinutes),
  };
}
