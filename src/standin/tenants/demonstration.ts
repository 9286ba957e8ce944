import { hillcrest } from './hillcrest.ts';
import type { Tenant } from './tenant.ts';

/** Hillcrest Academy on a Tuesday morning in November, five minutes before the morning round. */
export const demonstration: Tenant = { ...hillcrest, name: 'demonstration', now: '2026-11-24T08:45:00.000Z' };
