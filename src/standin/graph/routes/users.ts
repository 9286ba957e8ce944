import { randomUUID } from 'node:crypto';
import { isRow, rows, run, text } from '../../state/rows.ts';
import type { Person } from '../../tenants/tenant.ts';
import { jsonBody, option, param, type Route, top } from '../call.ts';
import type { Desk } from '../desk.ts';
import { GraphFailure, invalid } from '../failure.ts';
import { select } from '../lists/bodies.ts';
import { findPerson, openMailbox, requirePermission } from '../permissions.ts';

const READ_PEOPLE = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'] as const;

/** People of the tenant, and the mail that the app sends. */
export function userRoutes(desk: Desk): Route[] {
  const { db } = desk.context.state;
  return [
    {
      method: 'GET',
      path: '/users',
      units: 0,
      answer(call) {
        requirePermission(call.caller, ...READ_PEOPLE);
        const size = top(call, 100, 999);
        const start = Number(option(call, 'skiptoken') ?? 0);
        const found = desk.context.tenant().people.filter(filterOf(option(call, 'filter')));
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
        const found = findPerson(desk, param(call, 'user'));
        if (!found) {
          throw new GraphFailure(404, 'Request_ResourceNotFound', `Resource '${param(call, 'user')}' does not exist.`);
        }
        return { status: 200, body: select(personBody(found), option(call, 'select')) };
      },
    },
    {
      method: 'POST',
      path: '/users/{user}/sendMail',
      units: 0,
      answer(call) {
        const mailbox = openMailbox(desk, call.caller, param(call, 'user'), ['Mail.Send']);
        const { message } = jsonBody(call);
        if (!isRow(message)) throw invalid('The mail needs a message.');
        run(
          db,
          'insert into mail (id, sender, sent, message) values (?, ?, ?, ?)',
          randomUUID(),
          mailbox.mail,
          desk.now(),
          JSON.stringify(message),
        );
        return { status: 202 };
      },
    },
  ];
}

/** Makes the table of mail sent. */
export function createMailTable(desk: Desk): void {
  desk.context.state.db.exec(
    'create table if not exists mail (id text primary key, sender text, sent text, message text)',
  );
}

/** All mail sent, oldest first, for looking from outside. */
export function mailSent(desk: Desk): readonly Record<string, unknown>[] {
  return rows(desk.context.state.db, 'select * from mail order by rowid').map((kept) => ({
    id: text(kept, 'id'),
    from: text(kept, 'sender'),
    sentDateTime: text(kept, 'sent'),
    message: JSON.parse(text(kept, 'message')),
  }));
}

function filterOf(filter: string | undefined): (person: Person) => boolean {
  if (filter === undefined) return () => true;
  const equal = /^(mail|userPrincipalName|id|displayName) eq '(.*)'$/.exec(filter);
  const start = /^startswith\(\s*(mail|userPrincipalName|displayName)\s*,\s*'(.*)'\s*\)$/i.exec(filter);
  const found = equal ?? start;
  if (!found)
    throw new GraphFailure(400, 'Request_UnsupportedQuery', `Unsupported or invalid query filter clause: ${filter}`);
  const name = found[1] as 'mail' | 'userPrincipalName' | 'id' | 'displayName';
  const wanted = (found[2] ?? '').replaceAll("''", "'").toLowerCase();
  return (person) => {
    const value = person[name].toLowerCase();
    return equal ? value === wanted : value.startsWith(wanted);
  };
}

function personBody(person: Person): Record<string, unknown> {
  const { id, displayName, givenName, surname, mail, userPrincipalName, jobTitle } = person;
  return { id, displayName, givenName, surname, mail, userPrincipalName, jobTitle, businessPhones: [] };
}
