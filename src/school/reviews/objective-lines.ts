import { type Form, filledForm } from '../../schema/form.ts';
import { dateNear } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import { lastProgress } from './last-progress.ts';
import { type Objective, objective } from './objective.record.ts';
import { objectiveFields } from './save-objective.action.ts';

/** An objective of a placement as its page shows it. */
export interface ObjectiveLine {
  readonly objective: string;
  /** Version of the objective, for corrections. */
  readonly seen: string;
  readonly text: string;
  /** Where the pupil stood when it was set. */
  readonly baseline: string;
  readonly target: string;
  readonly date: SchoolDay;
  /** "by Fri 18 Dec", or of one still open after its day "was to be reached by Fri 20 Nov". */
  readonly by: string;
  /** "Partly, on Tue 13 Oct: arrives, does not stay"; absent where no review has answered. */
  readonly last?: string;
  /** No review asks for it any more. */
  readonly closed: boolean;
}

/** The objectives of a placement, open ones first, each group by its day; nothing at all for who may not read reviews. */
export function objectiveLines(
  seen: Seen,
  { key, pupil }: { readonly key: string; readonly pupil: string },
): readonly ObjectiveLine[] | undefined {
  if (!mayRead(seen.by, 'review', pupil)) return undefined;
  return seen.records.objective
    .by('placement', key)
    .map((one) => lineOf(seen, one))
    .toSorted(
      (a, b) =>
        Number(a.closed) - Number(b.closed) || a.date.localeCompare(b.date) || a.objective.localeCompare(b.objective),
    );
}

function lineOf(seen: Seen, one: Objective): ObjectiveLine {
  const { today } = seen.now;
  const { text, baseline, target, date } = one;
  const closed = one.state === 'Closed';
  const passed = !closed && date < today;
  return {
    objective: one.key,
    seen: one.version,
    text,
    baseline,
    target,
    date,
    by: `${passed ? 'was to be reached by' : 'by'} ${dateNear(date, today)}`,
    last: lastProgress(seen, one.key),
    closed,
  };
}

/** The form for an objective: empty for a new one. */
export function objectiveForm(): Form {
  return filledForm(objective, objectiveFields);
}
