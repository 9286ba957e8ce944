import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { dateWithYear } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import { type Objective, objective } from './objective.record.ts';

/** What staff write of an objective. */
export const objectiveFields = ['text', 'baseline', 'target', 'date'] as const;

const input = z.strictObject({
  /** For a new objective. */
  placement: keyInput.optional(),
  /** The objective to correct or close; absent: a new one. */
  objective: keyInput.optional(),
  seen: z.string().optional(),
  /** True: no review asks for it any more; false: reviews ask for it again. */
  close: z.boolean({ error: () => 'Say yes or no.' }).optional(),
  values: correctionOf(objective, objectiveFields).optional(),
});

type Wish = z.infer<typeof input>;

/** An objective of a placement is added, corrected or closed (clauses 5.1, 8.7): with a baseline, a target and a day. */
export const saveObjective = action<Wish>({
  name: 'save-objective',
  says: 'Add, correct or close an objective of a placement.',
  input,
  roles: ['ap-leader'],
  needs: ['objective', 'placement'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const at = (field: string, says: string): Decision => ({ problems: [{ field, says }] });
  if (wish.objective === undefined) return added(known, wish);
  const stands = known.records.objective.get(wish.objective);
  if (!stands) return at('objective', 'There is no such objective.');
  if (wish.seen === undefined) return at('seen', 'Say which version you saw.');
  const cleared = objectiveFields.find((field) => wish.values && field in wish.values && !wish.values[field]);
  if (cleared) return at(`values.${cleared}`, `${objective.fields[cleared].label} is missing.`);
  const early = wish.values?.date && tooEarly(known.records.placement.get(stands.placement), wish.values.date);
  if (early) return at('values.date', early);
  const state = wish.close === undefined ? {} : { state: wish.close ? ('Closed' as const) : ('Open' as const) };
  const values = { ...wish.values, ...state };
  if (isSame(stands, values)) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'It stands so already.', about: stands.pupil };
  }
  return {
    changes: [{ kind: 'save', record: 'objective', key: stands.key, seen: wish.seen, values }],
    because: wish.close ? 'Objective closed' : 'Objective corrected',
    about: stands.pupil,
  };
}

/** Nothing is reached before the placement has begun. */
function tooEarly(placement: Placement | undefined, date: SchoolDay): string | undefined {
  if (!placement || date >= placement.startDate) return undefined;
  return `The placement starts only on ${dateWithYear(placement.startDate)}. Choose a later day.`;
}

function isSame(stands: Objective, values: Partial<Objective>): boolean {
  const { state = 'Open', text, baseline, target, date } = { ...stands, ...values };
  const before = stands.state ?? 'Open';
  return (
    state === before &&
    text === stands.text &&
    baseline === stands.baseline &&
    target === stands.target &&
    date === stands.date
  );
}

function added(known: Known, { placement: key, values = {} }: Wish): Decision {
  const placement = key === undefined ? undefined : known.records.placement.get(key);
  if (!placement) return { problems: [{ field: 'placement', says: 'There is no such placement.' }] };
  const { text, baseline, target, date } = values;
  if (!text || !baseline || !target || !date) {
    const missing = objectiveFields.filter((field) => !values[field]);
    return {
      problems: missing.map((field) => ({
        field: `values.${field}`,
        says: `${objective.fields[field].label} is missing.`,
      })),
    };
  }
  const early = tooEarly(placement, date);
  if (early) return { problems: [{ field: 'values.date', says: early }] };
  const same = known.records.objective
    .by('placement', placement.key)
    .find((one) => one.text === text && one.date === date && one.state !== 'Closed');
  if (same) {
    const unchanged = [{ about: same.key, outcome: 'unchanged' as const, version: same.version }];
    return { changes: [], unchanged, because: 'It stands already.', about: placement.pupil };
  }
  const saved = {
    text,
    baseline,
    target,
    date,
    placement: placement.key,
    pupil: placement.pupil,
    state: 'Open',
  } as const;
  return {
    changes: [{ kind: 'save', record: 'objective', key: known.freshId('ob'), seen: null, values: saved }],
    because: 'Objective added',
    about: placement.pupil,
  };
}
