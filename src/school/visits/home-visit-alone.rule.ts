import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { dayOf } from './provider-use.ts';
import { visitFinding } from './visit-finding.ts';

/** Who goes to a home is never out of reach: before it somebody knows where they are and when they ring (clause 8.5). */
export const homeVisitAlone: Rule = {
  name: 'home-visit-alone',
  clause: '8.5',
  says: 'A visit to a home has a note on lone working before anybody goes.',
  check: (facts, { today }) =>
    facts.records.visit.all().flatMap((visit) => {
      const provider = facts.records.provider.get(visit.provider);
      const ahead = visit.stage === 'Planned' && dayOf(visit) >= today;
      if (!provider || visit.kind !== 'HomeVisit' || !ahead || visit.loneWorking?.trim()) return [];
      return visitFinding(provider, {
        clause: '8.5',
        rule: 'home-visit-alone',
        standing: 'blocked',
        says: `the visit to a home on ${shortDate(dayOf(visit))} has no note on lone working`,
        evidence: [{ what: 'Lone working', held: 'no note', record: visit.key }],
        record: visit.key,
        due: visit.plannedFor,
        putRight: { action: 'plan-visit', label: 'Add the note', input: { visit: visit.key, seen: visit.version } },
      });
    }),
};
