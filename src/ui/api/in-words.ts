import { momentOf } from '../../school/moment.ts';
import type { Outcome, Trouble } from './api.ts';

/** An outcome as one line beside what was pressed: whether it is good news, and what to do. */
export interface Said {
  readonly good: boolean;
  readonly says: string;
  readonly trouble?: Trouble;
}

/** What became of one wish, in words; `about` picks out the result of one record. */
export function outcomeInWords(outcome: Outcome, about?: string): Said {
  switch (outcome.kind) {
    case 'done': {
      const late = outcome.results.find(
        (one) => one.outcome === 'superseded' && (about === undefined || one.about === about),
      );
      if (!late) return { good: true, says: 'Saved.' };
      const who = late.by ?? 'Someone else';
      const when = late.at ? ` at ${momentOf(late.at).time}` : '';
      return { good: false, says: `${who} saved this${when}. Yours was not saved. Check theirs first.` };
    }
    case 'accepted':
      return { good: true, says: 'Noted. It will be in the lists as soon as Microsoft 365 answers.' };
    case 'refused':
      return { good: false, says: outcome.findings.map((one) => `${one.says.staff} (${one.clause})`).join(' ') };
    case 'problems':
      return { good: false, says: outcome.problems.map((one) => one.says).join(' ') };
    case 'trouble':
      return { good: false, says: outcome.trouble.says, trouble: outcome.trouble };
    default: {
      const never: never = outcome;
      return never;
    }
  }
}
