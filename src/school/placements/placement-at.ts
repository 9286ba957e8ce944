import type { Facts } from '../rule.ts';
import type { Placement } from './placement.record.ts';

/** "Placement at Hill Farm": a placement as the journal names it; never with the pupil's name. */
export function placementAt(facts: Facts, { provider }: Pick<Placement, 'provider'>): string {
  return `Placement at ${facts.records.provider.get(provider)?.name ?? 'a provider'}`;
}
