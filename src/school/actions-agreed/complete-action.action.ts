import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { isOwnedBy, ownerRoles } from './owned-by.ts';

const input = z.strictObject({
  action: keyInput,
  /** The day on which it was done. */
  on: dayInput,
  /** What shows that it is done. */
  evidence: lineInput.optional(),
  seen: z.string(),
});

type Wish = z.infer<typeof input>;

/** An agreed action is done (clause 8.6): by whom it belongs to, or noted by the AP leader. */
export const completeAction = action<Wish>({
  name: 'complete-action',
  says: 'Note that an agreed action is done, on which day, and what shows it.',
  input,
  roles: ownerRoles,
  needs: ['agreedAction'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const at = (field: string, says: string): Decision => ({ problems: [{ field, says }] });
  const stands = known.records.agreedAction.get(wish.action);
  if (!stands) return at('action', 'There is no such action.');
  const leads = known.by.roles.includes('ap-leader');
  if (!leads && !isOwnedBy(stands, known.by)) {
    return at('action', `This action is ${stands.ownerName ?? 'somebody else'}'s. Ask them, or the AP leader.`);
  }
  const evidence = wish.evidence || undefined;
  if (stands.status === 'Done' && stands.completedOn === wish.on && stands.evidence === evidence) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'Done already.', about: stands.pupil };
  }
  if (stands.status === 'Dropped') return at('action', 'This action was taken away at the review.');
  if (wish.on > known.now.today) return at('on', `${shortDate(wish.on)} is still to come. Note it when it is done.`);
  const values = { status: 'Done', completedOn: wish.on, evidence } as const;
  return {
    changes: [{ kind: 'save', record: 'agreedAction', key: stands.key, seen: wish.seen, values }],
    because: `Agreed action done on ${shortDate(wish.on)}`,
    about: stands.pupil,
  };
}
