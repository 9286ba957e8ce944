import type { Problem } from '../../schema/parse.ts';
import type { WeeklySession } from '../../school/placements/placements.types.ts';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import type { Written } from '../../school/reviews/what-follows.ts';
import { type Typed, typedFrom } from '../forms/typed.ts';
import { type WeekRow, weekRows } from '../placements/WeekRows.tsx';

/** An action while it is typed; `id` keeps its place on the screen. */
export interface ActionRow {
  readonly id: number;
  readonly action?: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

/** Who came, and how somebody was asked who did not. */
export interface PersonRow {
  readonly came: boolean;
  readonly askedOn: string;
  readonly askedBy: string;
}

/** What is typed of a review's outcome. */
export interface Draft {
  readonly typed: Typed;
  readonly people: Readonly<Record<string, PersonRow>>;
  readonly progress: Readonly<Record<string, { readonly progress: string; readonly note: string }>>;
  readonly actions: readonly ActionRow[];
  readonly changesWeek: boolean;
  readonly weekFrom: string;
  readonly week: readonly WeekRow[];
}

/** The outcome as it opens: what stands of it so far. */
export function draftFrom(pack: ReviewPack): Draft {
  return {
    typed: typedFrom(pack.outcome),
    people: Object.fromEntries(
      pack.people.map(({ who, came, askedOn, askedBy }) => [
        who,
        { came: came === true, askedOn: askedOn ?? '', askedBy: askedBy ?? '' },
      ]),
    ),
    progress: Object.fromEntries(
      pack.objectives.flatMap(({ objective, now }) =>
        now ? [[objective, { progress: now.progress, note: now.note ?? '' }]] : [],
      ),
    ),
    actions: pack.actions.map(({ action, text, owner, due }, id) => ({ id, action, text, owner, due })),
    changesWeek: pack.week !== undefined,
    weekFrom: pack.week?.from ?? '',
    week: weekRows(pack.week?.sessions ?? pack.weekNow),
  };
}

/** The text that stands in a field of the outcome. */
export function textOf(draft: Draft, field: string): string {
  const held = draft.typed[field];
  return typeof held === 'string' ? held.trim() : '';
}

/** True where the decision may change the weekly sessions. */
export function mayVary(draft: Draft): boolean {
  const decision = textOf(draft, 'decision');
  return decision === 'Vary' || decision === 'Reintegrate';
}

/**
 * What is sent, part by part: a field that the decision has no use for is sent empty, an action that is only half typed waits
 * until it is whole, or until the review is finished.
 */
export function partsOf(draft: Draft, pack: ReviewPack, whole: boolean): Readonly<Record<string, unknown>> {
  const ends = textOf(draft, 'decision') === 'End';
  const values = pack.outcome.inputs.map(({ name }) => {
    const idle = ends ? name === 'nextReview' || name === 'continuesUntil' : name === 'endsOn' || name === 'endReason';
    return [name, idle ? '' : textOf(draft, name)];
  });
  return {
    ...Object.fromEntries(values),
    people: Object.entries(draft.people).map(([who, { came, askedOn, askedBy }]) => ({ who, came, askedOn, askedBy })),
    objectives: Object.entries(draft.progress).map(([objective, said]) => ({ objective, ...said })),
    actions: draft.actions
      .filter((row) => whole || (row.text.trim() !== '' && row.owner !== '' && row.due !== ''))
      .map(({ id: _, ...row }) => ({ ...row, action: row.action ?? actionOf(pack, row) })),
    ...weekPart(draft, whole),
  };
}

function actionOf(pack: ReviewPack, row: Omit<ActionRow, 'id'>): string | undefined {
  return pack.actions.find(({ text, owner, due }) => text === row.text.trim() && owner === row.owner && due === row.due)
    ?.action;
}

/** A new week without its first day waits, as half an action does. */
function weekPart(draft: Draft, whole: boolean): { readonly week?: unknown } {
  if (!draft.changesWeek || !mayVary(draft)) return { week: null };
  if (draft.weekFrom === '' && !whole) return {};
  return { week: { from: draft.weekFrom, sessions: sessionsOf(draft) } };
}

function sessionsOf({ week }: Draft): readonly WeeklySession[] {
  return week.map(({ id: _, ...session }) => session);
}

/** Fields whose answer stands in another: why somebody did not come answers for their words. */
const answersFor: Readonly<Record<string, string>> = { pupilAbsence: 'pupilVoice', parentAbsence: 'parentVoice' };

/** What another decision asks for otherwise: it is known at the next *Finish*. */
const decided: readonly string[] = [
  'changesAgreed',
  'continuesUntil',
  'endsOn',
  'endReason',
  'nextReview',
  'reintegrationStep',
  'week',
];

/** What is still missing after a change of the draft: a problem is gone as soon as its field is written to. */
export function stillLacking(problems: readonly Problem[], before: Draft, after: Draft): readonly Problem[] {
  const written = Object.keys(after.typed).filter((name) => before.typed[name] !== after.typed[name]);
  const answered = written.flatMap((name) => [name, answersFor[name] ?? name]);
  return problems.filter(({ field }) => {
    const [part = field, key = ''] = field.split('.');
    if (written.includes('decision') && decided.includes(part)) return false;
    if (part === 'objectives') return before.progress[key] === after.progress[key];
    if (part === 'actions') return before.actions === after.actions;
    if (part === 'people') return before.people === after.people;
    if (part === 'week') return before.week === after.week && before.weekFrom === after.weekFrom;
    return !answered.includes(field);
  });
}

/** The draft as far as something follows from it, for the words beside *Finish*. */
export function writtenOf(draft: Draft, pack: ReviewPack): Written {
  const changes = draft.changesWeek && mayVary(draft) && draft.weekFrom !== '';
  return {
    decision: textOf(draft, 'decision') || undefined,
    nextReview: textOf(draft, 'nextReview') || undefined,
    endsOn: textOf(draft, 'endsOn') || undefined,
    continuesUntil: textOf(draft, 'continuesUntil') || undefined,
    actions: draft.actions.filter(({ text }) => text.trim() !== '').length,
    week: changes ? { from: draft.weekFrom, sessions: sessionsOf(draft) } : undefined,
    weekNow: pack.weekNow,
    providerName: pack.providerName,
    direction: pack.direction,
  };
}
