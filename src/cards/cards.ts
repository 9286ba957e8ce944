import type { Card } from './card.ts';
import { chase } from './chase.card.ts';
import { counts } from './counts.card.ts';
import { dslAlert } from './dsl-alert.card.ts';
import { followUp } from './follow-up.card.ts';
import { openList } from './open-list.card.ts';
import { register } from './register.card.ts';
import { reviewPlanner } from './review-planner.card.ts';
import { reviewSoon } from './review-soon.card.ts';
import { reviewWriteUp } from './review-write-up.card.ts';
import { statutoryInvite } from './statutory-invite.card.ts';
import { visitDue } from './visit-due.card.ts';
import { visitStop } from './visit-stop.card.ts';

/** The cards that are drawn from a view, by the name that a message carries. */
export const cards: Readonly<Record<string, Card>> = Object.fromEntries(
  [
    register,
    counts,
    chase,
    followUp,
    dslAlert,
    openList,
    visitStop,
    reviewPlanner,
    reviewSoon,
    reviewWriteUp,
    statutoryInvite,
    visitDue,
  ].map((one): [string, Card] => [one.name, one]),
);
