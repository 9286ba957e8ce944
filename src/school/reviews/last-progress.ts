import { choiceInWords } from '../../schema/form.ts';
import { dateNear } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';
import type { Seen } from '../view.ts';
import { progress as progressKind } from './progress.record.ts';
import { dayHeld } from './reviews-of.ts';

/**
 * What the last review held before a day says of an objective: "Partly, on Tue 13 Oct: arrives, does not stay"; nothing where
 * none has answered. No day: whatever has been held.
 */
export function lastProgress({ records, now }: Seen, objective: string, before?: SchoolDay): string | undefined {
  const said = records.progress.by('objective', objective).flatMap((row) => {
    const of = records.review.get(row.review);
    const on = of && dayHeld(of);
    return on !== undefined && (before === undefined || on < before) ? [{ row, on }] : [];
  });
  const last = said.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
  if (!last) return undefined;
  const words = choiceInWords(progressKind.fields.progress, last.row.progress);
  return `${words}, on ${dateNear(last.on, now.today)}${last.row.note ? `: ${last.row.note}` : ''}`;
}
