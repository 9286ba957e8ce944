import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { emergencyKey, emergencySaves } from './emergency.ts';
import { runsOn } from './in-review.ts';

const input = z.strictObject({
  placement: keyInput,
  /** Day of the concern: the review is due on the same day. */
  on: dayInput,
  /** Reference in the safeguarding system; no detail here. */
  reference: lineInput.optional(),
});

type Wish = z.infer<typeof input>;

/** After a safeguarding concern an emergency review is called for the same day (clause 4.4; D9; KCSIE). */
export const callEmergencyReview = action<Wish>({
  name: 'call-emergency-review',
  says: 'Call an emergency review of a placement after a safeguarding concern; it is due the same day.',
  input,
  roles: ['dsl', 'deputy-dsl', 'ap-leader'],
  needs: ['review', 'placement', 'pupil'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const at = (field: string, says: string): Decision => ({ problems: [{ field, says }] });
  const placement = known.records.placement.get(wish.placement);
  if (!placement) return at('placement', 'There is no such placement.');
  if (wish.on > known.now.today) return at('on', `${shortDate(wish.on)} is still to come. Look at the day.`);
  if (wish.on < placement.startDate) {
    return at('on', `The placement starts only on ${shortDate(placement.startDate)}. Look at the day.`);
  }
  if (!runsOn(known, placement, wish.on)) return at('placement', 'This placement did not run on that day.');
  const changes = emergencySaves(known, placement, { on: wish.on, reference: wish.reference || undefined });
  const stands = known.records.review.get(emergencyKey(placement.key, wish.on));
  return {
    changes,
    unchanged: stands ? [{ about: stands.key, outcome: 'unchanged', version: stands.version }] : [],
    because: `Emergency review called for ${shortDate(wish.on)}`,
    about: placement.pupil,
  };
}
