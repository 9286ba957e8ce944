import type { Known } from '../action.ts';
import type { Prompt, PromptDue } from '../office/prompt.ts';
import { whoHolds } from '../office/whom.ts';
import type { Provider } from '../providers/provider.record.ts';
import { visitDueView } from './visit-due.view.ts';
import { seenToInTime, visitStanding } from './visit-light.ts';
import { hasPassedOn, whoIsToVisit } from './who-is-to-visit.ts';

/**
 * Ten and three school days before a visit is due that is not planned in time: to who is to make it, or the AP leader where
 * nobody is; once it is overdue to the AP leader (P11; 8.1).
 */
export const visitPrompt: Prompt = {
  view: visitDueView,
  needs: ['visit', 'provider', 'site', 'placement', 'agreedAction'],
  due: (known) => known.records.provider.all().flatMap((provider) => forProvider(known, provider)),
};

function forProvider(known: Known, provider: Provider): readonly PromptDue[] {
  const standing = visitStanding(known, provider, known.now.today);
  if (!standing || 'notLoaded' in standing || standing.light === 'quiet') return [];
  const { light, next, planned } = standing;
  if (seenToInTime(known, provider, standing)) return [];
  const leader = whoHolds(known, 'ap-leader');
  const asked = light === 'overdue' ? undefined : whoIsToVisit(known, provider.key, planned);
  const cannot = asked !== undefined && hasPassedOn(known, provider.key, next.dueBy, asked);
  const to = asked === undefined || cannot ? leader : asked;
  if (to === undefined) return [];
  const data = { provider: provider.key, dueBy: next.dueBy, stage: light };
  return [{ about: provider.key, stage: `${next.dueBy}|${light}`, to, data }];
}
