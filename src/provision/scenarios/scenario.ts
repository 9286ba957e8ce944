import type { NewRecord } from '../write-records.ts';

/** Looks a person of the tenant up by mail; the Entra object id and the name. Throws when there is nobody. */
export type FindPerson = (
  mail: string,
) => Promise<{ readonly id: string; readonly name: string; readonly mail?: string }>;

/** A school of a scenario: where its lists stand and what is in them. */
export interface ScenarioSchool {
  readonly key: string;
  /** `hostname:/path` of the site. */
  readonly site: string;
  readonly records: (find: FindPerson) => Promise<readonly NewRecord[]>;
}

/** A situation to show or to try the app in; its people are invented. */
export interface Scenario {
  readonly name: string;
  readonly says: string;
  readonly schools: readonly ScenarioSchool[];
}
