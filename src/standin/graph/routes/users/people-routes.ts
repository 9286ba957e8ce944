import type { Person, Tenant } from '../../../tenants/tenant.ts';
import { option, param, type Route, top } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { GraphFailure } from '../../failure.ts';
import { select } from '../../lists/bodies.ts';
import { requirePermission } from '../../permissions.ts';

const READ_PEOPLE = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'] as const;

/** People of the tenant and its shared mailboxes. */
export function peopleRoutes(desk: Desk): Route[] {
  return [
    {
      method: 'GET',
      path: '/users',
      units: 0,
      answer(call) {
        requirePermission(call.caller, ...READ_PEOPLE);
        const size = top(call, 100, 999);
        const start = Number(option(call, 'skiptoken') ?? 0);
        const found = accounts(desk.context.tenant()).filter(filterOf(option(call, 'filter')));
        const body: Record<string, unknown> = {
          value: found.slice(start, start + size).map((person) => select(personBody(person), option(call, 'select'))),
        };
        if (found.length > start + size) {
          const query = new URLSearchParams(call.query);
          query.set('$skiptoken', String(start + size));
          body['@odata.nextLink'] = `${call.root}/users?${query}`;
        }
        return { status: 200, body };
      },
    },
    {
      method: 'GET',
      path: '/users/{user}',
      units: 0,
      answer(call) {
        requirePermission(call.caller, ...READ_PEOPLE);
        const wanted = param(call, 'user').toLowerCase();
        const found = accounts(desk.context.tenant()).find(
          (one) => one.id === wanted || one.userPrincipalName === wanted,
        );
        if (!found) {
          throw new GraphFailure(404, 'Request_ResourceNotFound', `Resource '${param(call, 'user')}' does not exist.`);
        }
        return { status: 200, body: select(personBody(found), option(call, 'select')) };
      },
    },
  ];
}

type Account = Pick<Person, 'id' | 'displayName' | 'givenName' | 'surname' | 'mail' | 'userPrincipalName' | 'jobTitle'>;

/** People, and shared mailboxes, which are accounts that nobody signs in to. */
function accounts({ people, mailboxes }: Tenant): Account[] {
  const shared = mailboxes.map((one) => ({
    ...one,
    givenName: '',
    surname: '',
    userPrincipalName: one.mail,
    jobTitle: '',
  }));
  return [...people, ...shared];
}

/** Equality and startswith on names and addresses, joined by `or`; anything else is refused, as by the directory. */
function filterOf(filter: string | undefined): (person: Account) => boolean {
  if (filter === undefined) return () => true;
  const clauses = filter.split(/\s+or\s+/i).map((clause) => clauseOf(clause.trim()));
  return (person) => clauses.some((clause) => clause(person));
}

function clauseOf(clause: string): (person: Account) => boolean {
  const equal = /^(\w+) eq '(.*)'$/.exec(clause);
  const found = equal ?? /^startswith\(\s*(\w+)\s*,\s*'(.*)'\s*\)$/i.exec(clause);
  const name = NAMES.find((one) => one === found?.[1]);
  if (!found || !name) {
    throw new GraphFailure(400, 'Request_UnsupportedQuery', `Unsupported or invalid query filter clause: ${clause}`);
  }
  const wanted = (found[2] ?? '').replaceAll("''", "'").toLowerCase();
  return (person) => {
    const value = person[name].toLowerCase();
    return equal ? value === wanted : value.startsWith(wanted);
  };
}

const NAMES = ['mail', 'userPrincipalName', 'id', 'displayName', 'givenName', 'surname'] as const;

function personBody(person: Account): Record<string, unknown> {
  const { id, displayName, givenName, surname, mail, userPrincipalName, jobTitle } = person;
  return { id, displayName, givenName, surname, mail, userPrincipalName, jobTitle, businessPhones: [] };
}
