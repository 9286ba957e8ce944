import { choiceInWords } from '../../schema/form.ts';
import { marksAtHand } from '../attendance/marks.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import { provider as providerKind } from '../providers/provider.record.ts';
import type { Rule } from '../rule.ts';
import { dayOf } from './provider-use.ts';
import { stopAt, undoneAfter } from './stop-standing.ts';
import { visitFinding } from './visit-finding.ts';

/** After *Stop* every placement there is reviewed at once, the provider is suspended and the DSL knows (clause 8.6; D9; KCSIE). */
export const visitStop: Rule = {
  name: 'visit-stop',
  clause: '8.6',
  says: 'After a visit that says stop, every placement there has an emergency review and the DSL is told.',
  check: (facts, { today }) =>
    facts.records.provider.all().flatMap((provider) => {
      const visit = stopAt(facts, provider.key);
      if (!visit) return [];
      const undone = undoneAfter(facts, provider, visit, today);
      // Messages are at hand for 53 weeks.
      const untold = undone.dslNotTold && dayOf(visit) >= addDays(today, -marksAtHand);
      const pupils = undone.unreviewed.length;
      const left = [
        ...(pupils > 0 ? [`${pupils} ${pupils === 1 ? 'placement has' : 'placements have'} no emergency review`] : []),
        ...(undone.notSuspended ? ['the provider is not suspended'] : []),
        ...(untold ? ['the DSL has not been told'] : []),
      ];
      if (left.length === 0) return [];
      return visitFinding(provider, {
        clause: '8.6',
        rule: 'visit-stop',
        standing: 'breach',
        says: `the visit on ${shortDate(dayOf(visit))} said stop, and ${left.join(', ')}`,
        evidence: [
          { what: 'Judgement', held: 'Stop', record: visit.key },
          {
            what: 'Provider',
            held: choiceInWords(providerKind.fields.status, provider.status).toLowerCase(),
            record: provider.key,
          },
          ...undone.unreviewed.map(({ key }) => ({ what: 'Placement', held: 'no emergency review', record: key })),
        ],
        record: visit.key,
        due: visit.date,
        putRight: { action: 'act-on-stop', label: 'Call the reviews', input: { visit: visit.key } },
      });
    }),
};
