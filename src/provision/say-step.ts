import type { ColumnChange, Step } from './list-steps.ts';

/** Whether a step is said as asked for (`check`), as it would be done (dry run), or as done. */
export type Voice = 'must' | 'would' | 'done';

/** One sentence about a step: the list, the column, and what about it. */
export function sayStep(step: Step, voice: Voice): string {
  switch (step.do) {
    case 'make-list':
      return `${step.list}: ${passive(voice)}made with ${step.columns.length} columns.`;
    case 'add-column':
      return `${step.list}: column ${step.column.name} ${passive(voice)}added.`;
    case 'change-column':
      return `${step.list}: column ${step.column} ${changed(step.what, voice)}${words(step.added)}.`;
    case 'leave':
      return `${step.list}: column ${step.column} ${left[step.why]}`;
  }
}

function passive(voice: Voice): string {
  return { must: 'must be ', would: 'would be ', done: '' }[voice];
}

/** [as it must or would be, as it is now] */
const verbs: Readonly<Record<ColumnChange, readonly [string, string]>> = {
  index: ['be indexed', 'is indexed now'],
  unique: ['enforce unique values', 'enforces unique values now'],
  choices: ['take also: ', 'takes also: '],
  closed: ['take no other words than its choices', 'takes no other words than its choices now'],
  lines: ['take several lines', 'takes several lines now'],
  length: ['take longer text', 'takes longer text now'],
};

function changed(what: ColumnChange, voice: Voice): string {
  const [plain, now] = verbs[what];
  return voice === 'done' ? now : `${voice} ${plain}`;
}

function words(added: readonly string[]): string {
  return added.join(', ');
}

const left = {
  kind: 'is of another kind than the app writes, and SharePoint cannot change a kind. It is left alone; rename the list by hand, make it again with create, and bring its rows over.',
  'not-ours': 'is not the app’s. It is left alone.',
} as const;
