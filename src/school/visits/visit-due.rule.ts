import { shortDate } from '../calendar/dates.ts';
import { timeLeft } from '../calendar/time-left.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Provider } from '../providers/provider.record.ts';
import { notCounted } from '../reviews/not-counted.ts';
import type { Facts, Rule } from '../rule.ts';
import { visitorsAnswer } from './calendar-words.ts';
import { dayOf, standsForVisit, visitsDone } from './provider-use.ts';
import { visitFinding } from './visit-finding.ts';
import { reasonInWords, standingInWords, type VisitStanding, visitStanding } from './visit-light.ts';

/** A visit to each provider in use every term, to a non-school soon after its first start (clause 8.1; D15; P11: −10, −3, 0). */
export const visitIsDue: Rule = {
  name: 'visit-due',
  clause: '8.1',
  says: 'Every provider in use is visited at least once a term, a non-school first within four school weeks.',
  check(facts, { today }) {
    const sentences: string[] = [];
    const findings = facts.records.provider.all().flatMap((provider): readonly Finding[] => {
      const standing = visitStanding(facts, provider, today);
      if (standing && 'notLoaded' in standing) {
        sentences.push(standing.says);
        return [];
      }
      return [
        ...(standing ? due(facts, provider, standing) : []),
        ...notWrittenUp(facts, provider, today),
        ...declined(facts, provider, today),
      ];
    });
    return [...findings, ...notCounted('visit-due', '8.1', 'When visits are due', sentences)];
  },
};

const standings = { quiet: 'warning', notice: 'warning', pressing: 'due', overdue: 'breach' } as const;

function due(facts: Facts, provider: Provider, standing: VisitStanding): readonly Finding[] {
  const { light, next, left, planned } = standing;
  const inTime = planned?.plannedFor !== undefined && planned.plannedFor <= next.dueBy;
  if (inTime && light !== 'overdue') return [];
  // One that is planned, or was moved in Outlook, past its due day is spoken of while there is time to move it back.
  if (light === 'quiet' && !planned) return [];
  return [
    visitFinding(provider, {
      clause: '8.1',
      rule: 'visit-due',
      standing: standings[light],
      says: `${standingInWords(standing)}: ${reasonInWords(next)}`,
      evidence: [
        ...lastVisit(facts, provider),
        ...(light === 'overdue' || left === undefined ? [] : [{ what: 'Time', held: timeLeft(left) }]),
      ],
      due: next.dueBy,
      putRight: {
        action: 'plan-visit',
        label: planned ? 'Move the visit' : 'Plan a visit',
        input: planned ? { visit: planned.key, seen: planned.version } : { provider: provider.key },
      },
    }),
  ];
}

function lastVisit(facts: Facts, provider: Provider): readonly Evidence[] {
  const done = visitsDone(facts, provider.key);
  const last = done.find((visit) => standsForVisit(facts, visit));
  const since = done.find((visit) => !standsForVisit(facts, visit) && dayOf(visit) > (last ? dayOf(last) : ''));
  return [
    last
      ? { what: 'Last visit', held: shortDate(dayOf(last)), record: last.key }
      : { what: 'Last visit', held: 'none', record: provider.key },
    // A call or a meeting is quality assurance, and no visit (8.5).
    ...(since ? [{ what: 'Without going there', held: shortDate(dayOf(since)), record: since.key }] : []),
  ];
}

/** Who was to go has declined the appointment: somebody else goes, or it is moved. */
function declined(facts: Facts, provider: Provider, today: SchoolDay): readonly Finding[] {
  return facts.records.visit
    .by('provider', provider.key)
    .filter(
      ({ stage, plannedFor = '', eventId }) => stage === 'Planned' && plannedFor >= today && eventId !== undefined,
    )
    .filter((visit) => visitorsAnswer(facts, visit) === 'Declined')
    .map((visit) => {
      const day = shortDate(visit.plannedFor ?? today);
      return visitFinding(provider, {
        clause: '8.1',
        rule: 'visit-due',
        standing: 'due',
        says: `who was to make the visit on ${day} has declined it`,
        evidence: [{ what: 'Declined', held: `${day}, ${visit.visitorName}`, record: visit.key }],
        record: visit.key,
        due: visit.plannedFor,
        putRight: { action: 'plan-visit', label: 'Give it to…', input: { visit: visit.key, seen: visit.version } },
      });
    });
}

/** A planned visit whose day has passed: it took place and waits for its answers, or it did not. */
function notWrittenUp(facts: Facts, provider: Provider, today: SchoolDay): readonly Finding[] {
  return facts.records.visit
    .by('provider', provider.key)
    .filter(({ stage, plannedFor }) => stage === 'Planned' && plannedFor !== undefined && plannedFor < today)
    .map((visit) => {
      const day = shortDate(visit.plannedFor ?? today);
      return visitFinding(provider, {
        clause: '8.1',
        rule: 'visit-due',
        standing: 'due',
        says: `the visit planned for ${day} is to be written up, moved or cancelled`,
        evidence: [{ what: 'Planned for', held: `${day}, ${visit.visitorName}`, record: visit.key }],
        record: visit.key,
        due: today,
        putRight: { action: 'record-visit', label: 'Write it up', input: { visit: visit.key, seen: visit.version } },
      });
    });
}
