import { randomUUID } from 'node:crypto';
import { type Row, row, rows, run, text } from '../../state/rows.ts';
import { type Call, jsonBody, param, type Route } from '../call.ts';
import type { Desk } from '../desk.ts';
import { GraphFailure, invalid, notFound } from '../failure.ts';

/** Longest life of a subscription in minutes, by what it watches; shorter than 45 is raised to 45. */
const LONGEST = { list: 42_300, event: 10_080 } as const;
const SHORTEST = 45;

/** Subscriptions are taken, listed, prolonged and removed; nothing is pushed, so that polling has to be the base. */
export function subscriptionRoutes(desk: Desk): Route[] {
  const { db } = desk.context.state;
  const find = (call: Call): Row => {
    const found = row(
      db,
      'select * from subscriptions where id = ? and appId = ?',
      param(call, 'subscription'),
      call.caller.appId,
    );
    if (!found) throw notFound('The subscription was not found.');
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/subscriptions',
      units: 0,
      answer: (call) => ({
        status: 200,
        body: {
          value: rows(db, 'select * from subscriptions where appId = ? order by rowid', call.caller.appId).map(body),
        },
      }),
    },
    {
      method: 'POST',
      path: '/subscriptions',
      units: 0,
      answer(call) {
        const given = jsonBody(call);
        const { changeType, notificationUrl, resource, clientState } = given;
        if (typeof changeType !== 'string' || typeof notificationUrl !== 'string' || typeof resource !== 'string') {
          throw invalid('A subscription needs changeType, notificationUrl, resource and expirationDateTime.');
        }
        if (typeof clientState === 'string' && clientState.length > 128) {
          throw invalid('clientState must not be longer than 128 characters.');
        }
        const list = /^\/?sites\//.test(resource);
        if (list && changeType !== 'updated') throw invalid("A list can be watched for changeType 'updated' only.");
        const id = randomUUID();
        run(
          db,
          'insert into subscriptions (id, appId, changeType, notificationUrl, resource, clientState, expires) values (?, ?, ?, ?, ?, ?, ?)',
          id,
          call.caller.appId,
          changeType,
          notificationUrl,
          resource,
          typeof clientState === 'string' ? clientState : null,
          expiry(given.expirationDateTime, resource),
        );
        return { status: 201, body: body(find({ ...call, params: { subscription: id } })) };
      },
    },
    {
      method: 'GET',
      path: '/subscriptions/{subscription}',
      units: 0,
      answer: (call) => ({ status: 200, body: body(find(call)) }),
    },
    {
      method: 'PATCH',
      path: '/subscriptions/{subscription}',
      units: 0,
      answer(call) {
        const held = find(call);
        const expires = expiry(jsonBody(call).expirationDateTime, text(held, 'resource'));
        run(db, 'update subscriptions set expires = ? where id = ?', expires, text(held, 'id'));
        return { status: 200, body: body(find(call)) };
      },
    },
    {
      method: 'DELETE',
      path: '/subscriptions/{subscription}',
      units: 0,
      answer(call) {
        run(db, 'delete from subscriptions where id = ?', text(find(call), 'id'));
        return { status: 204 };
      },
    },
  ];
}

/** Makes the table of subscriptions. */
export function createSubscriptionTable(desk: Desk): void {
  desk.context.state.db.exec(
    'create table if not exists subscriptions (id text primary key, appId text, changeType text, notificationUrl text, resource text, clientState text, expires text)',
  );
}

/** Subscriptions end by the machine's clock, like tokens. */
function expiry(asked: unknown, resource: string): string {
  const minutes = (Date.parse(String(asked)) - Date.now()) / 60_000;
  if (Number.isNaN(minutes)) throw invalid('expirationDateTime must be an instant.');
  const longest = /^\/?users\//.test(resource) ? LONGEST.event : LONGEST.list;
  if (minutes > longest) {
    throw new GraphFailure(
      400,
      'InvalidRequest',
      `Subscription expiration can only be ${longest} minutes in the future.`,
    );
  }
  return new Date(Date.now() + Math.max(minutes, SHORTEST) * 60_000).toISOString();
}

function body(from: Row): Record<string, unknown> {
  return {
    id: text(from, 'id'),
    applicationId: text(from, 'appId'),
    changeType: text(from, 'changeType'),
    notificationUrl: text(from, 'notificationUrl'),
    resource: text(from, 'resource'),
    clientState: from.clientState === null ? null : text(from, 'clientState'),
    expirationDateTime: text(from, 'expires'),
  };
}
