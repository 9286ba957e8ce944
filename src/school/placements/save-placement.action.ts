import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { intervalTrouble } from '../reviews/frequency.ts';
import { sentence } from '../sentence.ts';
import { whatChanged } from '../what-changed.ts';
import { type Placement, placement } from './placement.record.ts';
import { placementAt } from './placement-at.ts';
import { hasStarted } from './stages.ts';

/** What the AP leader writes of a placement; its stage changes by actions of their own. */
export const placementFields = [
  'legalBasis',
  'primaryReason',
  'startDate',
  'plannedEnd',
  'natureOfActivity',
  'dualRegistered',
  'transport',
  'reviewIntervalDays',
  'reviewReasons',
] as const;

const input = z.strictObject({
  /** The placement to correct; absent: a new one, for this pupil at this provider. */
  placement: keyInput.optional(),
  pupil: keyInput.optional(),
  provider: keyInput.optional(),
  seen: z.string().optional(),
  values: correctionOf(placement, placementFields),
});

type Wish = z.infer<typeof input>;

/** A placement is written down as a draft, or corrected. Nobody is expected before `start-placement`. */
export const savePlacement = action<Wish>({
  name: 'save-placement',
  says: 'Write down a placement as a draft, or correct one.',
  input,
  roles: ['ap-leader'],
  needs: ['placement', 'pupil', 'provider', 'calendarEntry'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const stands = wish.placement === undefined ? undefined : known.records.placement.get(wish.placement);
  if (wish.placement !== undefined && !stands) {
    return { problems: [{ field: 'placement', says: 'There is no such placement.' }] };
  }
  const problems = stands ? correctionProblems(wish, stands) : newProblems(known, wish);
  const { startDate, plannedEnd } = { ...stands, ...wish.values };
  if (startDate && plannedEnd && plannedEnd < startDate) {
    problems.push({ field: 'values.plannedEnd', says: `It ends before it starts on ${shortDate(startDate)}.` });
  }
  if (frequencyFields.some((field) => field in wish.values)) {
    problems.push(...frequencyProblems(known, { ...stands, ...wish.values }));
  }
  if (problems.length > 0) return { problems };
  if (stands) {
    return {
      changes: [{ kind: 'save', record: 'placement', key: stands.key, seen: wish.seen ?? null, values: wish.values }],
      because: `${placementAt(known, stands)} corrected: ${whatChanged(placement, stands, wish.values)}`.slice(0, 255),
      about: stands.pupil,
    };
  }
  const { pupil, provider } = wish;
  const values = { stage: 'Draft' as const, ...wish.values, pupil, provider };
  return {
    changes: [{ kind: 'save', record: 'placement', key: known.freshId('pl'), seen: null, values }],
    because: `${placementAt(known, { provider: provider ?? '' })} written down as a draft`,
    about: pupil,
  };
}

function correctionProblems({ seen, values }: Wish, stands: Placement): Problem[] {
  if (seen === undefined) return [{ field: 'seen', says: 'Say which version you saw.' }];
  if (Object.keys(values).length === 0) return [{ field: 'values', says: 'There is nothing to change.' }];
  if (values.startDate !== undefined && values.startDate !== stands.startDate && hasStarted(stands)) {
    return [{ field: 'values.startDate', says: 'The placement has started: its first day stays.' }];
  }
  return [];
}

/** What decides how often a placement may be reviewed: only a change of one of these is looked at. */
const frequencyFields = ['reviewIntervalDays', 'reviewReasons', 'startDate', 'plannedEnd'] as const;

/** How often is decided with reasons, and never less often than once in a half term (clause 8.3). */
function frequencyProblems(
  known: Known,
  { startDate, plannedEnd, reviewIntervalDays, reviewReasons }: Partial<Placement>,
): Problem[] {
  if (reviewIntervalDays === undefined || startDate === undefined) return [];
  const from = startDate > known.now.today ? startDate : known.now.today;
  const trouble = intervalTrouble(known.calendar, reviewIntervalDays, { from, to: plannedEnd });
  const problems: Problem[] = [];
  if (trouble) {
    const says = `${sentence(trouble)}. A placement is reviewed in every half term at least (8.3).`;
    problems.push({ field: 'values.reviewIntervalDays', says });
  }
  if (!reviewReasons?.length) {
    problems.push({ field: 'values.reviewReasons', says: 'Say on what the frequency was decided (8.3).' });
  }
  return problems;
}

function newProblems(known: Known, { pupil, provider, values }: Wish): Problem[] {
  const problems: Problem[] = [];
  const who = pupil === undefined ? undefined : known.records.pupil.get(pupil);
  const where = provider === undefined ? undefined : known.records.provider.get(provider);
  if (!who) problems.push({ field: 'pupil', says: 'Choose the pupil.' });
  if (!where) problems.push({ field: 'provider', says: 'Choose the provider.' });
  for (const field of ['legalBasis', 'startDate'] as const) {
    if (!values[field])
      problems.push({ field: `values.${field}`, says: `${placement.fields[field].label} is missing.` });
  }
  if (where && (where.status === 'Suspended' || where.status === 'Stopped' || where.status === 'Reported')) {
    const says = `The provider is ${where.status.toLowerCase()}. No placement may begin there.`;
    problems.push({ field: 'provider', says });
  }
  const start = values.startDate;
  if (who?.onRollTo && start && start > who.onRollTo) {
    problems.push({ field: 'values.startDate', says: `The pupil leaves the roll on ${shortDate(who.onRollTo)}.` });
  }
  return problems;
}
