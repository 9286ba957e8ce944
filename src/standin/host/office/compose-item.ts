import { callBack, restOf } from './async-result.ts';
import { enums } from './enums.ts';
import { inForm } from './meeting-text.ts';
import type { OutlookLink } from './outlook-link.ts';
import { formOf } from './read-item.ts';
import type { ComposeField, ComposeItem, MeetingText } from './wire.ts';

/** A meeting of one's own as Office.js offers it while it is written: every value is asked of Outlook's form. */
export function composeItem({ nth }: ComposeItem, outlook: OutlookLink) {
  const get = (field: ComposeField) => outlook.ask('get', { nth, field });
  const set = (field: ComposeField, value: unknown) => outlook.ask('set', { nth, field, value });
  const reader = (field: ComposeField, as = (value: unknown): unknown => value) => ({
    getAsync: (...rest: unknown[]) => callBack(restOf(rest), get(field).then(as)),
  });
  const field = (name: ComposeField) => ({
    ...reader(name),
    setAsync: (value: unknown, ...rest: unknown[]) => callBack(restOf(rest), set(name, value).then(nothing)),
  });
  const time = (name: ComposeField) => ({
    ...reader(name, (value) => new Date(String(value))),
    setAsync: (value: Date, ...rest: unknown[]) =>
      callBack(restOf(rest), set(name, new Date(value).toISOString()).then(nothing)),
  });
  const people = (name: ComposeField) => ({
    ...field(name),
    addAsync(added: readonly unknown[], ...rest: unknown[]): void {
      const work = get(name).then((held) => set(name, [...(Array.isArray(held) ? held : []), ...added]));
      callBack(restOf(rest), work.then(nothing));
    },
  });
  return {
    itemType: enums.MailboxEnums.ItemType.Appointment,
    subject: field('subject'),
    start: time('start'),
    end: time('end'),
    location: field('location'),
    sensitivity: field('sensitivity'),
    organizer: reader('organizer'),
    requiredAttendees: people('requiredAttendees'),
    optionalAttendees: people('optionalAttendees'),
    body: {
      getAsync(coercionType: unknown, ...rest: unknown[]): void {
        const form = formOf(coercionType);
        callBack(
          restOf(rest),
          get('body').then((held) => inForm(held as MeetingText, form)),
        );
      },
      setAsync(content: string, ...rest: unknown[]): void {
        const given = restOf(rest);
        const contentType = formOf(given.options.coercionType ?? enums.CoercionType.Text);
        callBack(given, set('body', { contentType, content }).then(nothing));
      },
    },
    saveAsync: (...rest: unknown[]) => callBack(restOf(rest), outlook.ask('save', { nth })),
    getItemIdAsync: (...rest: unknown[]) => callBack(restOf(rest), outlook.ask('itemId', { nth })),
  };
}

function nothing(): undefined {
  return undefined;
}
