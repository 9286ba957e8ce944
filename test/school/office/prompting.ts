import type { Known } from '../../../src/school/action.ts';
import type { Change, Tell } from '../../../src/school/change.ts';
import { sendPrompts } from '../../../src/school/office/send-prompts.action.ts';
import { changesOf } from '../knowing.ts';

/** What the round tells people now, as purpose, to whom and at which stage. */
export function told(known: Known): readonly string[] {
  return tells(known).map(({ purpose, to, data }) => `${purpose} ${to} ${data.stage}`);
}

/** What the round tells people now. */
export function tells(known: Known): readonly Tell[] {
  return changesOf(sendPrompts.attempt(known, {})).filter((change: Change): change is Tell => change.kind === 'tell');
}

/** A message as it stands after it was sent on a day. */
export function sentAs({ key, purpose, to, card, data, about }: Tell, date: string) {
  return { key, purpose, to, by: 'Chat', card, data, about, date, state: 'Sent', activity: `at-${key}` };
}
