import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { dayOf } from './provider-use.ts';
import type { Visit } from './visit.record.ts';
import { visitFinding } from './visit-finding.ts';
import { answerIn, type ItemName, itemsOf, itemTrouble, visitItems } from './visit-items.ts';

/** A visit answers what the clause asks: staff, pupils, parents, work, lessons and free time, and what its kind adds (clause 8.4). */
export const visitContent: Rule = {
  name: 'visit-content',
  clause: '8.4',
  says: 'A visit that was made answers everything it is to look at, and comes to a judgement.',
  check: (facts) =>
    facts.records.visit.all().flatMap((visit) => {
      const provider = facts.records.provider.get(visit.provider);
      const open = openItems(visit);
      const judged = visit.judgement !== undefined;
      if (!provider || visit.stage !== 'Done' || (open.length === 0 && judged)) return [];
      const lacks = [
        ...(open.length > 0 ? [`leaves ${open.length} of its questions open`] : []),
        ...(judged ? [] : ['has no judgement']),
      ].join(' and ');
      return visitFinding(provider, {
        clause: '8.4',
        rule: 'visit-content',
        standing: 'breach',
        says: `the visit on ${shortDate(dayOf(visit))} ${lacks}`,
        evidence: [
          ...open.map((name) => ({ what: visitItems[name].asks, held: 'not answered in full', record: visit.key })),
          { what: 'Judgement', held: visit.judgement ?? 'none', record: visit.key },
        ],
        record: visit.key,
        due: visit.date,
        putRight: { action: 'record-visit', label: 'Complete it', input: { visit: visit.key, seen: visit.version } },
      });
    }),
};

/** The items of a visit that are not answered, or lack their note. */
export function openItems(visit: Visit): readonly ItemName[] {
  return itemsOf(visit.kind).filter((name) => itemTrouble(name, answerIn(visit, name)) !== undefined);
}
