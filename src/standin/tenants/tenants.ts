import { demonstration } from './demonstration.ts';
import { empty } from './empty.ts';
import type { Tenant } from './tenant.ts';
import { trust } from './trust.ts';

/** Every tenant the stand-in can be reset to, by the scenario's name. */
export const tenants: readonly Tenant[] = [demonstration, empty, trust];

/** The tenant of a scenario; undefined when there is none of that name. */
export function tenantFor(scenario: string): Tenant | undefined {
  return tenants.find((tenant) => tenant.name === scenario);
}
