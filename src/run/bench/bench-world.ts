import { ask } from '../../app/ask.ts';
import { type Outcome, perform } from '../../app/perform.ts';
import type { World } from '../../app/ports.ts';
import type { Graph } from '../../microsoft365/graph.ts';
import { peopleOf } from '../../microsoft365/people.ts';
import type { Today, TodayRow } from '../../school/attendance/today.types.ts';
import { momentOf } from '../../school/moment.ts';
import type { Role } from '../../school/office/role-assignment.record.ts';
import { type RecordName, records } from '../../school/records.ts';
import { readConfig, schoolsOf } from '../../server/config.ts';
import { graphOf, servedSchools } from '../../server/schools.ts';
import type { BenchTenant } from './processes.ts';

/** The app without its HTTP: the same stores, questions and acts, in this process, so that requests can be counted. */
export interface BenchWorld {
  readonly world: World;
  readonly graph: Graph;
  /** Graph id of the school's site, and of a list on it. */
  siteOf(school: string): string;
  listId(school: string, name: string): Promise<string>;
  /** Every list of every school in step, the schools beside each other as in the server. */
  sync(): Promise<void>;
  /** Entra object id of somebody in this role at the school. */
  personIn(school: string, role: Role): string;
  rows(school: string, session: 'AM' | 'PM'): Promise<readonly TodayRow[]>;
  act(school: string, role: Role, action: string, input: unknown): Promise<Outcome>;
}

/** All lists of a school. */
export const allLists = Object.keys(records).filter((name): name is RecordName => name in records);

/** Opens the world on a tenant; `now` is the school's time, which stands still. Nothing is read before the first sync. */
export function openWorld(tenant: BenchTenant, now: string): BenchWorld {
  const config = readConfig({ ...tenant.env });
  const graph = graphOf(config);
  const schools = servedSchools(config, graph, () => momentOf(now).today);
  const world: World = {
    schools,
    directory: peopleOf(graph),
    clock: { now: () => momentOf(now).instant, wakeAt: () => new Promise(() => undefined) },
    server: 'bench',
  };
  const schoolOf = (key: string) => {
    const school = schools().find((one) => one.key === key);
    if (!school) throw new Error(`There is no school ${key}.`);
    return school;
  };
  function personIn(school: string, role: Role): string {
    const held = schoolOf(school)
      .store.known()
      .roleAssignment.all()
      .find((one) => one.role === role && one.state === 'Active');
    if (!held) throw new Error(`Nobody is ${role} at ${school}.`);
    return held.person;
  }
  function siteOf(school: string): string {
    const place = schoolsOf(config.sites).find((one) => one.school === school);
    if (!place) throw new Error(`There is no school ${school}.`);
    return place.site;
  }
  return {
    world,
    graph,
    siteOf,
    async listId(school, name) {
      const { id } = Object(await graph.get(`/sites/${siteOf(school)}/lists/${encodeURIComponent(name)}?$select=id`));
      return String(id);
    },
    async sync() {
      await Promise.all(schools().map(({ store }) => store.sync(allLists)));
    },
    personIn,
    async rows(school, session) {
      const by = personIn(school, 'attendance-officer');
      const answer = await ask(world, { school, view: 'today', params: {}, by });
      if (answer.kind !== 'shown') throw new Error(`Today was not shown: ${answer.kind}.`);
      const { sessions } = answer.data as Today;
      return sessions
        .filter((one) => one.session === session)
        .flatMap(({ providers }) => providers.flatMap(({ rows }) => rows))
        .filter(({ expected }) => expected);
    },
    async act(school, role, action, input) {
      const wish = { school, action, input, by: personIn(school, role), via: 'Tab' as const };
      const outcome = await perform(world, wish);
      if (outcome.kind !== 'done' && outcome.kind !== 'accepted') {
        throw new Error(`${action} was not done: ${JSON.stringify(outcome).slice(0, 500)}`);
      }
      return outcome;
    },
  };
}
