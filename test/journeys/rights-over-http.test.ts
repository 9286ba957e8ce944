import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '../../src/school/actions.ts';
import { type Role, roles } from '../../src/school/office/role-assignment.record.ts';
import { rights } from '../../src/school/rights.ts';
import { views } from '../../src/school/views.ts';
import { type ListRow, type RunningApp, startApp, type TenantPerson } from './world/app.ts';

let app: RunningApp;
/** One person for each role, who holds no other. */
const holder = new Map<Role, TenantPerson>();
let pupils: readonly ListRow[];
let contacts: readonly ListRow[];
let before: readonly string[];

/** Journal entries of people; the app's own rounds go on meanwhile. */
const written = async () =>
  (await app.items('AP Journal'))
    .filter(({ fields }) => fields.By !== 'clock')
    .map(({ fields }) => String(fields.Title));

beforeAll(async () => {
  app = await startApp('rights-over-http', 5410, '2026-11-24T09:20:00.000Z');
  await app.control('POST', '/standin/settings', { unitsPerMinute: 1_000_000 });
  const assigned = await app.items('AP Roles');
  const people = await app.people();
  for (const role of roles) {
    const only = people.find((person) => {
      const held = assigned.filter(({ fields }) => fields.Person === person.id && fields.State === 'Active');
      return held.length === 1 && held[0]?.fields.Role === role && !held[0]?.fields.CoverFor;
    });
    if (only) holder.set(role, only);
  }
  pupils = await app.items('AP Pupils');
  contacts = await app.items('AP Contacts');
  before = await written();
});
afterAll(async () => app.stop());

const who = (role: Role): TenantPerson => {
  const person = holder.get(role);
  if (!person) throw new Error(`The demonstration school has nobody who is ${role} alone.`);
  return person;
};
/** What a view needs to be asked at all. */
async function paramsOf(view: string): Promise<Record<string, string>> {
  if (view === 'review-pack') return { review: String((await app.items('AP Reviews'))[0]?.fields.Title) };
  if (view === 'pupil') return { pupil: String(pupils[0]?.fields.Title) };
  return {};
}
/** The answer without the words that a form only offers to choose from. */
const shown = (body: unknown) =>
  JSON.stringify(body, (key, value) =>
    key === 'form' || key === 'forms' || /^new[A-Z]/.test(key) ? undefined : value,
  );

test('the demonstration school has somebody for each role', () => {
  expect(roles.filter((role) => !holder.has(role))).toEqual([]);
});

describe.each(Object.values(views).map((view) => [view.name, view] as const))('the view %s', (name, view) => {
  test.each(roles)('opens for %s only where the table says so', async (role) => {
    const { status } = await app.view(who(role), name, await paramsOf(name));
    const may = view.roles === 'anyone' || view.roles.includes(role);
    expect([role, name, status === 403, status]).toEqual([role, name, !may, may ? status : 403]);
  });

  test.each(roles)('shows %s no field that 10.2 keeps from them', async (role) => {
    const { body } = await app.view(who(role), name, await paramsOf(name));
    const text = shown(body);
    const names = pupils.flatMap(({ fields }) => String(fields.LegalName ?? ''));
    const numbers = contacts.flatMap(({ fields }) =>
      [fields.Phone1, fields.Phone2].flatMap((phone) => (phone ? String(phone) : [])),
    );
    const leaks = (values: readonly string[]) => values.filter((value) => value !== '' && text.includes(value)).length;
    const reads = (area: keyof typeof rights) => ['read', 'write', 'own'].includes(rights[area][role] ?? '');
    if (!reads('pupil-core')) expect([role, name, 'names', leaks(names)]).toEqual([role, name, 'names', 0]);
    if (!reads('follow-up')) expect([role, name, 'numbers', leaks(numbers)]).toEqual([role, name, 'numbers', 0]);
    if (!reads('flags')) {
      expect([
        role,
        name,
        /Child protection plan|Child in need|Looked after|Risk of|SelfHarm|Exploitation/.test(text),
      ]).toEqual([role, name, false]);
    }
  });
});

describe.each(Object.values(actions).map((action) => [action.name, action] as const))(
  'the action %s',
  (name, action) => {
    test.each(roles)('is open to %s only where the table says so', async (role) => {
      const { status } = await app.act(who(role), name, { nonsense: true });
      const may = action.roles.includes(role);
      expect([role, name, status === 403, status]).toEqual([role, name, !may, may ? status : 403]);
      if (may) expect(status).toBe(200);
    });
  },
);

test('none of these presses wrote anything', async () => {
  expect(await written()).toEqual(before);
});

test('the attendance officer sees that the DSL must be told, and not why', async () => {
  const flagged = pupils.find(({ fields }) => fields.SocialWorker === 'CP' || fields.Cla === 'CLA');
  const { body } = await app.view(who('attendance-officer'), 'pupil', { pupil: String(flagged?.fields.Title) });
  expect(shown(body)).toContain('The DSL must be told of any unexplained absence.');
  expect(shown(body)).not.toMatch(/Child protection plan|Looked after/);
  const dsl = await app.view(who('dsl'), 'pupil', { pupil: String(flagged?.fields.Title) });
  expect(shown(dsl.body)).toMatch(/Child protection plan|Looked after/);
});

test('a tutor has own pupils only', async () => {
  const { body } = await app.view(who('tutor'), 'pupils');
  const list = (body.data as { pupils: readonly object[] }).pupils.length;
  expect(list).toBeGreaterThan(0);
  expect(list).toBeLessThan(pupils.length);
});
