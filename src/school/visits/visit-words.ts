import { choiceInWords } from '../../schema/form.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Facts } from '../rule.ts';
import { dayOf } from './provider-use.ts';
import { type Visit, visit as visitRecord } from './visit.record.ts';
import type { OpenAction } from './visits.types.ts';

/** "Thu 26 Nov 10:00, Petra Longmirely, visit to the site". */
export function visitInWords(visit: Visit): string {
  const kind = choiceInWords(visitRecord.fields.kind, visit.kind).toLowerCase();
  const day = dayOf(visit);
  const when = [day && shortDate(day), visit.stage === 'Planned' ? visit.start : undefined].filter(Boolean).join(' ');
  return [when, visit.visitorName, kind].filter(Boolean).join(', ');
}

/** What was agreed on these visits and is open, the nearest day first. */
export function openActions(facts: Facts, visits: readonly Visit[], today: string): readonly OpenAction[] {
  return visits
    .flatMap(({ key }) => facts.records.agreedAction.by('source', key))
    .filter(({ status }) => status === 'Open')
    .map(({ key, text, ownerName, due }) => ({
      action: key,
      text,
      owner: ownerName ?? 'somebody on the staff',
      due,
      overdue: due < today,
    }))
    .toSorted((a, b) => a.due.localeCompare(b.due));
}
