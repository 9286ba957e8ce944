import type { ComposeField, OfficeError, OpenItem, PersonDetails } from '../../office/wire.ts';
import type { Person, SharedMailbox } from '../wire.ts';
import { type Draft, type Invited, withStart } from './draft.ts';
import { type GraphAttendee, toMinute } from './event.ts';
import { instantOf, londonOf } from './london.ts';
import type { OpenMeeting } from './use-open-meeting.ts';

/** The accounts of the tenant, by which Office.js tells colleagues from outsiders. */
export type Accounts = readonly (Person | SharedMailbox)[];

/** The meeting that is open, as the add-in beside it is told of it. */
export function itemOf(meeting: OpenMeeting | undefined, accounts: Accounts): OpenItem {
  if (meeting === undefined) return null;
  const { nth } = meeting;
  if (meeting.mode === 'compose') return { mode: 'compose', nth };
  const { event } = meeting;
  const asked = (optional: boolean) =>
    event.attendees
      .filter(({ type }) => (type === 'optional') === optional)
      .map((one: GraphAttendee) => details(accounts, one.emailAddress, one.status?.response));
  return {
    mode: 'read',
    nth,
    itemId: ewsId(event.id),
    subject: event.subject,
    start: instantOf(toMinute(event.start)),
    end: instantOf(toMinute(event.end)),
    location: event.location?.displayName ?? '',
    sensitivity: event.sensitivity,
    organizer: details(accounts, event.organizer.emailAddress, 'organizer'),
    requiredAttendees: asked(false),
    optionalAttendees: asked(true),
    body: event.body,
  };
}

/** The id as Exchange's web services write it: with `/` and `+` where Graph has `-` and `_`. */
export function ewsId(id: string): string {
  return id.replaceAll('-', '/').replaceAll('_', '+');
}

/** What one field of the form holds, as Office.js gives it. */
export function fieldOf(draft: Draft, field: ComposeField, owner: SharedMailbox, accounts: Accounts): unknown {
  const people = (invited: readonly Invited[]) => invited.map((one) => details(accounts, one, one.response));
  switch (field) {
    case 'start':
    case 'end':
      return instantOf(draft[field]);
    case 'requiredAttendees':
      return people(draft.required);
    case 'optionalAttendees':
      return people(draft.optional);
    case 'organizer':
      return details(accounts, { address: owner.mail, name: owner.displayName }, 'organizer');
    default:
      return draft[field];
  }
}

/** The form with one field set as Office.js asks. Throws an OfficeError when Outlook would refuse it. */
export function withField(draft: Draft, field: ComposeField, value: unknown, accounts: Accounts): Draft {
  switch (field) {
    case 'subject':
    case 'location':
      if (String(value).length > MOST_LETTERS) throw refusals.tooLong;
      return { ...draft, [field]: String(value) };
    case 'start':
      return withStart(draft, londonOf(String(value)));
    case 'end': {
      const end = londonOf(String(value));
      if (end < draft.start) throw refusals.endBeforeStart;
      return { ...draft, end };
    }
    case 'requiredAttendees':
      return { ...draft, required: invitedOf(value, accounts) };
    case 'optionalAttendees':
      return { ...draft, optional: invitedOf(value, accounts) };
    case 'sensitivity':
      return { ...draft, sensitivity: String(value) };
    case 'body': {
      const { contentType, content } = Object(value);
      return { ...draft, body: { contentType: contentType === 'html' ? 'html' : 'text', content: String(content) } };
    }
    case 'organizer':
      throw refusals.internal;
  }
}

/** Where Office.js refuses, in its own words. */
export const refusals = {
  internal: { name: 'Internal Error', message: 'An internal error has occurred.', code: 5001 },
  endBeforeStart: {
    name: 'InvalidEndTime',
    message: 'The end time cannot be before the start time.',
    code: 9010,
  },
  tooLong: { name: 'DataExceedsMaximumSize', message: 'The value of the parameter is too long.', code: 9000 },
  tooMany: {
    name: 'NumberOfRecipientsExceeded',
    message: "The total number of recipients in the field can't exceed 100.",
    code: 9012,
  },
  nobody: { name: 'NoValidRecipientsProvided', message: 'No valid recipients were provided.', code: 9013 },
  notSaved: { name: 'ItemNotSaved', message: "The id can't be retrieved until the item is saved.", code: 9040 },
} as const satisfies Record<string, OfficeError>;

const MOST_LETTERS = 255;
const MOST_PEOPLE = 100;

function invitedOf(value: unknown, accounts: Accounts): Invited[] {
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  if (given.length > MOST_PEOPLE) throw refusals.tooMany;
  const invited = given.map((one) => {
    const { emailAddress, displayName, appointmentResponse } = Object(one);
    const address = String(typeof one === 'string' ? one : emailAddress).toLowerCase();
    const response = graphWord(String(appointmentResponse ?? 'none'));
    return { address, name: String(displayName ?? nameAt(accounts, address)), response };
  });
  if (invited.some(({ address }) => !/^[^@\s]+@[^@\s]+$/.test(address))) throw refusals.nobody;
  return invited.filter((one, index) => invited.findIndex((other) => other.address === one.address) === index);
}

/** The name of whoever has this address in the tenant, else the address. */
export function nameAt(accounts: Accounts, address: string): string {
  return accounts.find(({ mail }) => mail === address)?.displayName ?? address;
}

function details(
  accounts: Accounts,
  { address, name }: { readonly address: string; readonly name?: string },
  response = 'none',
): PersonDetails {
  return {
    displayName: name ?? address,
    emailAddress: address,
    appointmentResponse: officeWord(response),
    recipientType: accounts.some(({ mail }) => mail === address) ? 'user' : 'externalUser',
  };
}

/** Graph's word for an answer as Office.js says it. */
function officeWord(response: string): string {
  if (response === 'tentativelyAccepted') return 'tentative';
  return response === 'notResponded' ? 'none' : response;
}

function graphWord(response: string): string {
  return response === 'tentative' ? 'tentativelyAccepted' : response;
}
