import { plannerPrompt } from '../reviews/prompts/review-planner.prompt.ts';
import { soonPrompt } from '../reviews/prompts/review-soon.prompt.ts';
import { writeUpPrompt } from '../reviews/prompts/review-write-up.prompt.ts';
import { invitePrompt } from '../reviews/prompts/statutory-invite.prompt.ts';
import { visitPrompt } from '../visits/visit-due.prompt.ts';
import type { Prompt } from './prompt.ts';

/** Everything that the app brings up by itself about reviews and visits, what waits for an answer first (domain.md 13: P5–P8, P11). */
export const prompts: readonly Prompt[] = [plannerPrompt, invitePrompt, writeUpPrompt, visitPrompt, soonPrompt];
