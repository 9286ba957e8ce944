import type { VisitPack } from '../../school/visits/visits.types.ts';

/** What somebody has written of a visit so far: not saved yet. */
export interface VisitDraft {
  readonly date: string;
  readonly answers: Readonly<Record<string, { readonly answer?: 'Yes' | 'No'; readonly note?: string }>>;
  readonly pupilVoice: string;
  readonly judgement: string;
  readonly reasons: string;
  readonly nextDue: string;
  readonly actions: readonly ActionDraft[];
}

/** An action that is being agreed. */
export interface ActionDraft {
  /** Tells it from the others while it is written; never sent. */
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

/** The draft as it opens: what stands in the lists, today's date where it was not made before. */
export function draftFrom(pack: VisitPack): VisitDraft {
  return {
    date: pack.date ?? pack.today,
    answers: Object.fromEntries(pack.items.map(({ name, answer, note }) => [name, { answer, note }])),
    pupilVoice: pack.pupilVoice ?? '',
    judgement: pack.judgement ?? '',
    reasons: pack.reasons ?? '',
    nextDue: pack.nextDue ?? '',
    actions: [],
  };
}

/** The draft as `record-visit` takes it; items that the form does not ask are left out. */
export function wishFrom(pack: VisitPack, draft: VisitDraft) {
  const asked = pack.items.map(({ name }) => [name, draft.answers[name] ?? {}] as const);
  const { judgement, actions, ...rest } = draft;
  return {
    ...rest,
    visit: pack.visit,
    seen: pack.seen,
    answers: Object.fromEntries(asked),
    actions: actions.map(({ text, owner, due }) => ({ text, owner, due })),
    ...(judgement ? { judgement } : {}),
  };
}

/** True for something that reads like a draft of ours: what an older page kept is left aside. */
export function isDraft(value: unknown): value is VisitDraft {
  const held: Partial<Record<keyof VisitDraft, unknown>> = Object(value);
  const texts = [held.date, held.pupilVoice, held.judgement, held.reasons, held.nextDue];
  return (
    texts.every((each) => typeof each === 'string') && typeof held.answers === 'object' && Array.isArray(held.actions)
  );
}
