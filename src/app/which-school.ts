import { momentOf, type SchoolDay } from '../school/moment.ts';
import type { RecordName } from '../school/records.ts';
import { type Person, personOn, theClock } from '../school/roles.ts';
import { factsOf } from './facts.ts';
import { inStep } from './in-step.ts';
import type { School, World } from './ports.ts';

/** Who asks where, or why that cannot be told. */
export type Asker =
  | { readonly school: School; readonly person: Person }
  | { readonly kind: 'unknown'; readonly says: string }
  | Refusal;

/** The person may not, or has roles in several schools and named none of them. */
export interface Refusal {
  readonly kind: 'forbidden';
  readonly says: string;
  /** The person's schools, where one of them has to be named. */
  readonly schools?: readonly { readonly school: string; readonly name: string }[];
}

const always: readonly RecordName[] = ['roleAssignment', 'setting'];

/** The school that is named, or the only one in which the person holds a role; a sole school where they hold none. */
export async function askerOf(
  world: World,
  asked: { readonly school?: string; readonly by: string; readonly name?: string },
): Promise<Asker> {
  const schools = world.schools().filter((one) => asked.school === undefined || one.key === asked.school);
  if (schools.length === 0) {
    return { kind: 'unknown', says: asked.school ? 'There is no such school here.' : 'No school has been set up yet.' };
  }
  const found = await asIn(world, schools, asked);
  const own = asked.by === 'clock' ? found : found.filter(({ person }) => person.roles.length > 0);
  const [first, second] = own.length > 0 ? own : found;
  if (second)
    return {
      kind: 'forbidden',
      says: 'Say which school you mean.',
      schools: own.map(({ school }) => named(school, momentOf(world.clock.now()).today)),
    };
  return first ?? { kind: 'unknown', says: 'There is no such school here.' };
}

/** Every school in which the person holds a role today. */
export async function schoolsOf(
  world: World,
  asked: { readonly by: string; readonly name?: string },
): Promise<readonly { readonly school: School; readonly person: Person }[]> {
  return (await asIn(world, world.schools(), asked)).filter(({ person }) => person.roles.length > 0);
}

async function asIn(world: World, schools: readonly School[], asked: { by: string; name?: string }) {
  await Promise.all(schools.map(({ store }) => inStep(store, always)));
  const { today } = momentOf(world.clock.now());
  return schools.map((school) => ({ school, person: personIn(school, asked, today) }));
}

function named(school: School, today: SchoolDay): { readonly school: string; readonly name: string } {
  return { school: school.key, name: factsOf(school, today).settings.name || school.key };
}

function personIn(school: School, asked: { by: string; name?: string }, today: SchoolDay): Person {
  if (asked.by === 'clock') return theClock;
  return personOn(school.store.known().roleAssignment, asked.by, today, asked.name);
}
