import type { Placement } from './placement.record.ts';

/** True for a placement that waits to begin: written down, perhaps approved, not started and not cancelled. */
export function waitsToStart({ stage }: Pick<Placement, 'stage'>): boolean {
  return stage === 'Draft' || stage === 'ReadyForApproval' || stage === 'Approved';
}

/** True once sessions were, or may have been, expected. */
export function hasStarted({ stage }: Pick<Placement, 'stage'>): boolean {
  return stage === 'Active' || stage === 'Paused' || stage === 'Ended';
}
