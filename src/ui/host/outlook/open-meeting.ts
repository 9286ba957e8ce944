/// <reference types="office-js" />
import { momentOf } from '../../../school/moment.ts';
import { ask } from './ask.ts';

/** Somebody in a meeting. */
export interface Attendee {
  /** In lower case. */
  readonly mail: string;
  readonly name: string;
  readonly required: boolean;
}

/** What is written into a meeting; people take the place of those who were in it. */
export interface MeetingText {
  readonly subject: string;
  /** HTML, put before what stands in the body: the link to join online stands there too. */
  readonly before: string;
  readonly people: readonly Attendee[];
}

/** The meeting that is open in Outlook. Times are the school's wall clock, `2026-12-03T14:00`. */
export interface OpenMeeting {
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly people: readonly Attendee[];
  /** As HTML. */
  readonly body: string;
  /** True for one of a series. */
  readonly series: boolean;
  /** Only for its organiser: writes, marks it as private, and saves; then its id, as Graph knows it. */
  readonly write?: (text: MeetingText) => Promise<string>;
}

/** Reads the meeting that is open; `undefined` where none is. Throws OutlookSays. */
export async function openMeeting(mailbox: Office.Mailbox): Promise<OpenMeeting | undefined> {
  const { item } = mailbox;
  if (!item || String(item.itemType) !== 'appointment') return undefined;
  return isRead(item) ? await asAttendee(item) : await asOrganiser(mailbox, item as Office.AppointmentCompose);
}

/** Only a meeting that is merely read has its subject at hand; one that is written is asked for it. */
function isRead(item: object): item is Office.AppointmentRead {
  return 'subject' in item && typeof item.subject === 'string';
}

async function asAttendee(item: Office.AppointmentRead): Promise<OpenMeeting> {
  return {
    subject: item.subject,
    start: wallTime(item.start),
    end: wallTime(item.end),
    place: item.location ?? '',
    people: [...people(item.requiredAttendees, true), ...people(item.optionalAttendees, false)],
    body: await bodyOf(item.body),
    series: Boolean(item.seriesId),
  };
}

async function asOrganiser(mailbox: Office.Mailbox, item: Office.AppointmentCompose): Promise<OpenMeeting> {
  const [subject, start, end, place, required, optional, body] = await Promise.all([
    ask<string>((done) => item.subject.getAsync(done)),
    ask<Date>((done) => item.start.getAsync(done)),
    ask<Date>((done) => item.end.getAsync(done)),
    ask<string>((done) => item.location.getAsync(done)),
    ask<Office.EmailAddressDetails[]>((done) => item.requiredAttendees.getAsync(done)),
    ask<Office.EmailAddressDetails[]>((done) => item.optionalAttendees.getAsync(done)),
    bodyOf(item.body),
  ]);
  return {
    subject,
    start: wallTime(start),
    end: wallTime(end),
    place: place ?? '',
    people: [...people(required, true), ...people(optional, false)],
    body,
    series: Boolean(item.seriesId),
    write: (text) => write(mailbox, item, text),
  };
}

async function write(mailbox: Office.Mailbox, item: Office.AppointmentCompose, text: MeetingText): Promise<string> {
  const mails = (required: boolean) =>
    text.people
      .filter((one) => one.required === required)
      .map(({ mail, name }) => ({ emailAddress: mail, displayName: name }));
  // Private first: nobody else reads what comes after.
  await ask<void>((done) => item.sensitivity.setAsync('private', done));
  await ask<void>((done) => item.subject.setAsync(text.subject, done));
  await ask<void>((done) => item.requiredAttendees.setAsync(mails(true), done));
  await ask<void>((done) => item.optionalAttendees.setAsync(mails(false), done));
  if (text.before !== '') {
    const stands = await bodyOf(item.body);
    await ask<void>((done) => item.body.setAsync(placed(text.before, stands), { coercionType: html }, done));
  }
  const id = await ask<string>((done) => item.saveAsync(done));
  return mailbox.convertToRestId(id, 'v2.0');
}

/** New text at the beginning of a page of HTML, or of a piece of it. */
function placed(before: string, page: string): string {
  const start = /<body\b[^>]*>/i.exec(page);
  if (!start) return `${before}${page}`;
  const at = start.index + start[0].length;
  return `${page.slice(0, at)}${before}${page.slice(at)}`;
}

const html = 'html';

function bodyOf(body: Office.Body): Promise<string> {
  return ask<string>((done) => body.getAsync(html, done));
}

function people(all: readonly Office.EmailAddressDetails[] | undefined, required: boolean): readonly Attendee[] {
  return (all ?? []).map(({ emailAddress, displayName }) => ({
    mail: emailAddress.toLowerCase(),
    name: displayName || emailAddress,
    required,
  }));
}

function wallTime(instant: Date): string {
  const { today, time } = momentOf(instant);
  return `${today}T${time}`;
}
