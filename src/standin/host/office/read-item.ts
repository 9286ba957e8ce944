import { callBack, restOf } from './async-result.ts';
import { enums } from './enums.ts';
import { inForm } from './meeting-text.ts';
import type { MeetingText, PersonDetails, ReadItem } from './wire.ts';

/** A meeting of somebody else's as Office.js offers it: plain values, as they were when it was opened. */
export function readItem(open: ReadItem) {
  return {
    itemType: enums.MailboxEnums.ItemType.Appointment,
    itemId: open.itemId,
    subject: open.subject,
    start: new Date(open.start),
    end: new Date(open.end),
    location: open.location,
    sensitivity: open.sensitivity,
    organizer: person(open.organizer),
    requiredAttendees: open.requiredAttendees.map(person),
    optionalAttendees: open.optionalAttendees.map(person),
    body: {
      getAsync(coercionType: unknown, ...rest: unknown[]): void {
        const form = formOf(coercionType);
        callBack(restOf(rest), Promise.resolve(inForm(open.body, form)));
      },
    },
  };
}

/** Which form of a text is asked for. Throws, as Office.js does, when it is neither. */
export function formOf(coercionType: unknown): MeetingText['contentType'] {
  if (coercionType === enums.CoercionType.Html || coercionType === enums.CoercionType.Text) return coercionType;
  throw new Error("The value of the 'coercionType' parameter is invalid.");
}

function person(details: PersonDetails): PersonDetails {
  return { ...details };
}
