import { hillcrest } from './hillcrest.ts';
import type { Tenant } from './tenant.ts';

/** The same people and site as the demonstration; the scenario fills in lists, roles and one calendar only. */
export const empty: Tenant = { ...hillcrest, name: 'empty', now: '2026-11-24T08:45:00.000Z' };
