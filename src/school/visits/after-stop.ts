import type { Known } from '../action.ts';
import { instantAfter } from '../attendance/asked.ts';
import type { Change, Save, Tell } from '../change.ts';
import type { Provider } from '../providers/provider.record.ts';
import { holdersOf } from '../roles.ts';
import { dayOf, placementsAt } from './provider-use.ts';
import { stopMessage, undoneAfter } from './stop-standing.ts';
import type { Visit } from './visit.record.ts';

/**
 * What follows from *Stop* and has not been done: an emergency review of each placement there, called on the day of the visit
 * (D9), the provider suspended, the DSL told at once and the head with them (clause 8.6). Done again, it does nothing.
 */
export function afterStop(known: Known, provider: Provider, visit: Visit): readonly Change[] {
  const undone = undoneAfter(known, provider, visit, known.now.today);
  const calledOn = dayOf(visit);
  const reviews = undone.unreviewed.map(
    ({ key, pupil }): Save => ({
      kind: 'save',
      record: 'review',
      // The same review whoever presses: a second one of this visit and placement cannot exist.
      key: `re-${visit.key.slice(3)}-${key}`.toLowerCase(),
      seen: null,
      values: {
        placement: key,
        pupil,
        kind: 'Emergency',
        stage: 'Planned',
        calledOn,
        dueBy: calledOn,
        halfTerm: known.calendar.halfTermOf(calledOn)?.key,
        online: false,
      },
    }),
  );
  const suspend: readonly Save[] = undone.notSuspended
    ? [{ kind: 'save', record: 'provider', key: provider.key, seen: provider.version, values: { status: 'Suspended' } }]
    : [];
  return [...reviews, ...suspend, ...(undone.dslNotTold ? tellOfStop(known, visit) : [])];
}

/** What a person is told before they judge so: "Stop means: …". */
export function stopInWords(known: Known, provider: Provider): string {
  const placements = placementsAt(known, provider.key, known.now.today).length;
  const reviews =
    placements === 0
      ? 'nobody is placed there now'
      : `an emergency review of ${placements === 1 ? 'the one placement' : `all ${placements} placements`} there, today`;
  return `Stop means: ${reviews}; ${provider.name} is suspended, so that nobody new is sent there; the DSL and the head are told now.`;
}

/** The urgent card to the DSL (or who stands in), to be acknowledged, and one to the head where that is somebody else. */
function tellOfStop(known: Known, visit: Visit): readonly Tell[] {
  const holder = (role: 'dsl' | 'deputy-dsl' | 'head') =>
    holdersOf(known.records.roleAssignment, role, known.now.today)[0]?.person;
  const first = holder('dsl') ?? holder('deputy-dsl') ?? holder('head');
  const head = holder('head');
  const card = (to: string): Tell => ({
    kind: 'tell',
    key: `${stopMessage}|${visit.key}`,
    purpose: stopMessage,
    to,
    by: 'Chat',
    card: stopMessage,
    data: { visit: visit.key },
    about: visit.key,
  });
  if (first === undefined) return [];
  const urgent = { urgent: true, acknowledgeBy: instantAfter(known.now.instant, known.policy.acknowledgeMinutes) };
  return [
    { ...card(first), ...urgent },
    ...(head === undefined || head === first ? [] : [{ ...card(head), key: `${stopMessage}|${visit.key}|told-head` }]),
  ];
}
