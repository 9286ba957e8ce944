import { z } from 'zod';
import { choiceInWords, type Form, filledForm, formOf } from '../../schema/form.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { dateNear } from '../calendar/dates.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import type { Pupil } from '../pupils/pupil.record.ts';
import { objectiveForm, objectiveLines } from '../reviews/objective-lines.ts';
import { saveObjective } from '../reviews/save-objective.action.ts';
import { mayRead, readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { endReasons } from './end-reasons.ts';
import { type Placement, placement } from './placement.record.ts';
import { gatesOf } from './placement-not-ready.rule.ts';
import type { PlacementLine, Placements } from './placements.types.ts';
import { placementFields } from './save-placement.action.ts';
import { waitsToStart } from './stages.ts';
import { readsTimetableOnly } from './timetable-only.ts';

const order = ['Draft', 'ReadyForApproval', 'Approved', 'Active', 'Paused', 'Ended', 'Cancelled'] as const;
const stopped = ['Suspended', 'Stopped', 'Reported'];

/** Placements with their weekly sessions and objectives, each cut by domain.md 10.2; the AP leader finds the forms with them. */
export const placementsView = view({
  name: 'placements',
  says: 'Placements with their weekly sessions and objectives, what they wait for, and what you may change.',
  params: z.strictObject({}),
  roles: readersOf('placement'),
  needs: ['placement', 'scheduleSlot', 'pupil', 'provider', 'site', 'contact', 'objective', 'progress', 'review'],
  show(seen): Placements {
    const placements = seen.records.placement
      .all()
      .filter((held) => mayRead(seen.by, 'placement', held.pupil))
      .map((held) => lineOf(seen, held))
      .toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || a.who.localeCompare(b.who));
    return {
      placements,
      newPlacement: holds(seen, 'ap-leader') ? newForm(seen) : undefined,
      newObjective: setsObjectives(seen) ? objectiveForm() : undefined,
      endReasons: endReasons.map((value) => ({ value, says: choiceInWords({}, value) })),
    };
  },
});

function holds(seen: Seen, role: string): boolean {
  return seen.by.roles.some((held) => held === role);
}

function setsObjectives(seen: Seen): boolean {
  return saveObjective.roles.some((role) => holds(seen, role));
}

function lineOf(seen: Seen, held: Placement): PlacementLine {
  const leader = holds(seen, 'ap-leader');
  const waits = waitsToStart(held);
  const runs = held.stage === 'Active' || held.stage === 'Paused';
  const pupil = seen.records.pupil.get(held.pupil);
  return {
    placement: held.key,
    seen: held.version,
    pupil: held.pupil,
    who: pupil ? whoOf(seen, pupil) : 'A pupil who is not in the list',
    legalName: pupil?.preferredName && nameFor(seen, pupil) ? pupil.legalName : undefined,
    providerName: seen.records.provider.get(held.provider)?.name ?? 'Unknown provider',
    stage: held.stage,
    stageSays: stageInWords(held, seen.now.today),
    from: held.startDate,
    to: held.actualEnd ?? held.plannedEnd,
    legalBasis: readsTimetableOnly(seen.by, held.pupil)
      ? undefined
      : choiceInWords(placement.fields.legalBasis, held.legalBasis),
    week: weekOf(seen, held.key),
    waitsFor:
      waits && !readsTimetableOnly(seen.by, held.pupil) ? gatesOf(seen, held).map((gate) => gate.says.staff) : [],
    sites: seen.records.site
      .by('provider', held.provider)
      .filter((site) => site.inUse)
      .map((site) => ({ value: site.key, says: site.name })),
    objectives: objectiveLines(seen, held),
    form: leader ? filledForm(placement, placementFields, held, ['plannedEnd', 'natureOfActivity']) : undefined,
    may: {
      change: leader && (waits || runs),
      approve: holds(seen, 'head') && waits && held.stage !== 'Approved',
      start: leader && waits,
      pause: leader && runs,
      end: leader && runs,
      addObjective: setsObjectives(seen) && (waits || runs),
      correctObjectives: setsObjectives(seen),
    },
  };
}

function whoOf(seen: Seen, pupil: Pupil): string {
  return `${nameFor(seen, pupil) ?? initialsOf(seen.records.pupil, pupil)} Y${pupil.year}`;
}

function weekOf(seen: Seen, key: string): PlacementLine['week'] {
  const running = seen.records.scheduleSlot
    .by('placement', key)
    .filter((slot) => slot.validTo === undefined || (slot.validTo >= seen.now.today && slot.validTo >= slot.validFrom));
  return running.map(({ day, session, weekPattern, place, site, start, end, validFrom, validTo }) => ({
    day,
    session,
    weekPattern,
    place,
    site,
    start,
    end,
    validFrom,
    validTo,
  }));
}

function stageInWords(held: Placement, today: string): string {
  if (held.stage === 'Approved') return 'Approved, waits to start';
  if (waitsToStart(held)) return 'Waits to start';
  const { pausedFrom, pausedTo, actualEnd, startDate } = held;
  if (held.stage === 'Ended') return actualEnd ? `Ended after ${dateNear(actualEnd, today)}` : 'Ended';
  const paused = held.stage === 'Paused' || (pausedFrom && pausedFrom <= today && (!pausedTo || today <= pausedTo));
  if (paused) return pausedTo ? `Paused until ${dateNear(pausedTo, today)}` : 'Paused';
  if (pausedFrom && pausedFrom > today) return `Active, paused from ${dateNear(pausedFrom, today)}`;
  if (held.stage === 'Active' && startDate > today) return `Starts ${dateNear(startDate, today)}`;
  return held.stage;
}

/** The form for a new placement: whom, where, then what the record asks. */
function newForm(seen: Seen): Form {
  const { today } = seen.now;
  const pupils = seen.records.pupil
    .all()
    .filter((pupil) => !pupil.onRollTo || pupil.onRollTo >= today)
    .map((pupil) => ({ value: pupil.key, says: whoOf(seen, pupil) }));
  const providers = seen.records.provider
    .all()
    .filter(({ status }) => !stopped.includes(status))
    .map((each) => ({ value: each.key, says: each.name }));
  const chosen = { pupil: pupils, provider: providers };
  const links = formOf(placement).flatMap((each) =>
    each.name === 'pupil' || each.name === 'provider'
      ? [{ ...each, options: chosen[each.name].toSorted((a, b) => a.says.localeCompare(b.says)) }]
      : [],
  );
  const rest = filledForm(placement, placementFields, { startDate: today }, ['plannedEnd', 'natureOfActivity']);
  return { inputs: [...links, ...rest.inputs], values: rest.values };
}
