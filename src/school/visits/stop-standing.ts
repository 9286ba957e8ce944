import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Provider } from '../providers/provider.record.ts';
import type { Facts } from '../rule.ts';
import { dayOf, placementsAt, visitsDone } from './provider-use.ts';
import type { Visit } from './visit.record.ts';

/** Statuses of a provider to which no pupil is newly sent. */
const stopped: readonly Provider['status'][] = ['Suspended', 'Stopped', 'Reported'];

/** The purpose, and first part of the key, of the message about a stop. */
export const stopMessage = 'visit-stop';

/** What a visit with the judgement *Stop* still leaves undone (clause 8.6). */
export interface StopUndone {
  readonly visit: Visit;
  /** Placements there that nobody has called an emergency review of since. */
  readonly unreviewed: readonly Placement[];
  readonly notSuspended: boolean;
  readonly dslNotTold: boolean;
}

/** The visit after which a provider stands stopped: the last one that was judged, where that was *Stop*. */
export function stopAt(facts: Facts, provider: string): Visit | undefined {
  const last = visitsDone(facts, provider).find(({ judgement }) => judgement !== undefined);
  return last?.judgement === 'Stop' ? last : undefined;
}

/** What is left to do after a stop, whoever it was that judged so. */
export function undoneAfter(facts: Facts, provider: Provider, visit: Visit, today: SchoolDay): StopUndone {
  const called = (placement: Placement) =>
    facts.records.review
      .by('placement', placement.key)
      .some(
        ({ kind, stage, calledOn }) =>
          kind === 'Emergency' && stage !== 'Cancelled' && (calledOn ?? '') >= dayOf(visit),
      );
  return {
    visit,
    unreviewed: placementsAt(facts, provider.key, today).filter((placement) => !called(placement)),
    notSuspended: !stopped.includes(provider.status),
    dslNotTold: facts.records.message.by('about', visit.key).every(({ purpose }) => purpose !== stopMessage),
  };
}
