import type { Outcome } from '../app/perform.ts';
import type { Said } from '../cards/card.ts';
import { markKey } from '../school/attendance/marks.ts';
import type { RegisterRow } from '../school/attendance/register.types.ts';
import { momentOf } from '../school/moment.ts';

/** What came of a press, in lines for the top of the card; `keep` says for which input ids the typed values stay. */
export interface Sentences {
  readonly said: readonly Said[];
  readonly keep: (inputId: string) => boolean;
}

const done: Readonly<Record<string, string>> = {
  'record-contact': 'The call is in the log.',
  'locate-pupil': 'Noted: the pupil is located.',
  'inform-dsl': 'The DSL is being told.',
  acknowledge: 'Acknowledged. Thank you.',
  'undo-booking': 'Undone: nobody was invited.',
  'record-review-outcome': 'Noted as not held. Find another day in the plan.',
  'note-invitation': 'Noted.',
  'note-review-booked':
    'Noted as booked. The app invites nobody to it: note in the calendar of Reviews how each was asked.',
  'set-aside-review': 'Set aside. It can be taken up again in the plan.',
  'plan-visit': 'Planned.',
  'pass-on-visit': 'The AP leader is asked to find somebody.',
};

/** Puts an outcome into plain words. `marks` are what was sent, in order, for problems that name one by its place. */
export function sayOutcome(
  outcome: Outcome,
  action: string,
  marks: readonly { readonly placement: string }[],
  rows: readonly RegisterRow[],
): Sentences {
  const who = (placement: string | undefined) => {
    const row = rows.find((each) => each.placement === placement);
    return row ? `${row.initials} ${row.year}: ` : '';
  };
  const attention = (text: string): Said => ({ text, tone: 'Attention' });
  switch (outcome.kind) {
    case 'problems': {
      const lines = outcome.problems.map(({ field, says }) => {
        const index = /^marks\.(\d+)/.exec(field)?.[1];
        return attention(`${who(index === undefined ? undefined : marks[Number(index)]?.placement)}${says}`);
      });
      return { said: [attention('Nothing was saved. Put this right and press again.'), ...lines], keep: () => true };
    }
    case 'refused':
      return {
        said: [attention('Nothing was saved.'), ...outcome.findings.map((each) => attention(each.says.staff))],
        keep: () => true,
      };
    case 'forbidden':
    case 'unknown':
      return { said: [attention(outcome.says)], keep: () => true };
    case 'accepted': {
      const text = outcome.undoUntil
        ? 'The invitations go out in 20 seconds; until then it can be undone.'
        : 'Received. It is being written; the card changes when it is done.';
      return { said: [{ text, tone: outcome.undoUntil ? 'Good' : 'Default' }], keep: () => false };
    }
    case 'done':
      return sayDone(outcome, action, marks, rows, who);
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

function sayDone(
  { results }: Extract<Outcome, { kind: 'done' }>,
  action: string,
  marks: readonly { readonly placement: string }[],
  rows: readonly RegisterRow[],
  who: (placement: string | undefined) => string,
): Sentences {
  const lost = results.filter((each) => each.outcome === 'superseded');
  const ofMarks = marks.map(({ placement }) => {
    const row = rows.find((each) => each.placement === placement);
    const key = row ? markKey(placement, row.date, row.session) : '';
    return { placement, result: results.find((each) => each.about.toLowerCase() === key.toLowerCase()) };
  });
  const lostMarks = ofMarks.filter(({ result }) => result?.outcome === 'superseded');
  const saved = ofMarks.filter(({ result }) => result?.outcome === 'saved').length;
  const stood = ofMarks.filter(({ result }) => result?.outcome === 'unchanged').length;
  const said: Said[] = [];
  if (saved > 0) {
    said.push({ text: action === 'copy-to-register' ? `Ticked: ${saved}.` : `Saved: ${saved}.`, tone: 'Good' });
  }
  if (stood > 0) said.push({ text: `Stood like that before: ${stood}.`, tone: 'Default' });
  for (const { placement, result } of lostMarks) {
    const when = result?.at ? ` at ${momentOf(result.at).time}` : '';
    said.push({
      text: `${who(placement)}${result?.by || 'Someone else'} saved this${when}. Yours was not saved. Check theirs below.`,
      tone: 'Attention',
    });
  }
  if (marks.length === 0) {
    said.push(
      lost.length > 0
        ? { text: 'Someone else was faster. Check below, then press again.', tone: 'Attention' }
        : { text: done[action] ?? 'Saved.', tone: 'Good' },
    );
  }
  const kept = new Set(lostMarks.map(({ placement }) => placement));
  return { said, keep: (id) => kept.has(id.slice(id.indexOf(':') + 1)) || (marks.length === 0 && lost.length > 0) };
}
