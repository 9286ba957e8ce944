import { addDays, shortDate } from '../calendar/dates.ts';
import type { Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Provider } from '../providers/provider.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { dayOf } from './provider-use.ts';
import type { Visit } from './visit.record.ts';
import { visitFinding } from './visit-finding.ts';

/** Calendar days before its due day from which an agreed action is spoken of (domain.md 8.6: −2). */
const aheadDays = 2;

/** What a visit found is followed up: concerns have an action, actions are done in time, the provider has the report (clause 8.6). */
export const visitFollowUp: Rule = {
  name: 'visit-follow-up',
  clause: '8.6',
  says: 'What a visit finds is agreed, done in time and shared with the provider.',
  check: (facts, { today }) =>
    facts.records.visit.all().flatMap((visit) => {
      const provider = facts.records.provider.get(visit.provider);
      if (!provider || visit.stage !== 'Done') return [];
      return [
        ...withoutAction(facts, provider, visit),
        ...actionsOpen(facts, provider, visit, today),
        ...notShared(facts, provider, visit, today),
      ];
    }),
};

const of = { clause: '8.6', rule: 'visit-follow-up' } as const;

function withoutAction(facts: Facts, provider: Provider, visit: Visit): readonly Finding[] {
  const { judgement } = visit;
  if (judgement !== 'Concerns' && judgement !== 'Stop') return [];
  if (facts.records.agreedAction.by('source', visit.key).some(({ status }) => status !== 'Dropped')) return [];
  return [
    visitFinding(provider, {
      ...of,
      standing: 'breach',
      says: `the visit on ${shortDate(dayOf(visit))} found ${judgement === 'Stop' ? 'a reason to stop' : 'concerns'} and nothing was agreed`,
      evidence: [
        { what: 'Judgement', held: judgement, record: visit.key },
        { what: 'Actions agreed', held: 'none' },
      ],
      record: visit.key,
      due: visit.date,
      putRight: { action: 'record-visit', label: 'Add an action', input: { visit: visit.key, seen: visit.version } },
    }),
  ];
}

function actionsOpen(facts: Facts, provider: Provider, visit: Visit, today: SchoolDay): readonly Finding[] {
  return facts.records.agreedAction
    .by('source', visit.key)
    .filter(({ status, due }) => status === 'Open' && addDays(due, -aheadDays) <= today)
    .map((action) => {
      const over = today > action.due;
      const day = shortDate(action.due);
      return visitFinding(provider, {
        ...of,
        standing: over ? 'breach' : 'due',
        says: `what was agreed on the visit of ${shortDate(dayOf(visit))} ${over ? `was to be done by ${day} and is open` : `is to be done by ${day}`}`,
        evidence: [
          { what: 'Who does it', held: action.ownerName ?? 'somebody on the staff', record: action.key },
          { what: 'Due', held: day },
        ],
        record: action.key,
        due: action.due,
      });
    });
}

function notShared(facts: Facts, provider: Provider, visit: Visit, today: SchoolDay): readonly Finding[] {
  if (visit.reportSharedOn !== undefined || visit.date === undefined) return [];
  const by = facts.calendar.after(visit.date, facts.policy.visitReportSchoolDays);
  const due = 'day' in by ? by.day : undefined;
  const over = due !== undefined && today > due;
  const until = due ? `by ${shortDate(due)}` : 'soon: the term dates for its last day are not loaded';
  return [
    visitFinding(provider, {
      ...of,
      standing: over ? 'breach' : 'due',
      says: `the report of the visit on ${shortDate(visit.date)} ${over ? 'was' : 'is'} to be shared with the provider ${until}`,
      evidence: [{ what: 'Report', held: 'not shared with the provider yet', record: visit.key }],
      record: visit.key,
      due,
      putRight: { action: 'share-visit-report', label: 'Shared…', input: { visit: visit.key, seen: visit.version } },
    }),
  ];
}
