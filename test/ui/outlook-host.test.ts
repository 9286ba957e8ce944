import { OfficeMockObject } from 'office-addin-mock';
import { describe, expect, it } from 'vitest';
import { openMeeting } from '../../src/ui/host/outlook/open-meeting.ts';
import { themeOf } from '../../src/ui/host/outlook/theme-of.ts';

type Done = (result: object) => void;

/** A value of Outlook's form: read and written by a callback, as the last argument. */
function field(value: unknown) {
  return {
    value,
    getAsync(...rest: unknown[]) {
      (rest.at(-1) as Done)({ status: 'succeeded', value: this.value });
    },
    setAsync(given: unknown, ...rest: unknown[]) {
      this.value = given;
      (rest.at(-1) as Done)({ status: 'succeeded' });
    },
  };
}

const person = (mail: string) => ({ emailAddress: mail, displayName: '' });
const start = new Date('2026-07-02T13:00:00Z');
const end = new Date('2026-07-02T13:45:00Z');

function mailboxWith(item: object | null): Office.Mailbox {
  const mock = new OfficeMockObject({
    host: 'outlook',
    context: { mailbox: { convertToRestId: (id: string) => `rest-${id}`, item: item ?? {} } },
  });
  const { mailbox } = Object(mock).context;
  return { convertToRestId: mailbox.convertToRestId, item: item === null ? null : mailbox.item } as Office.Mailbox;
}

const written = (more: object = {}) => ({
  itemType: 'appointment',
  subject: field('Lunch'),
  start: field(start),
  end: field(end),
  location: field('Room 4'),
  requiredAttendees: field([person('Leader@school.example')]),
  optionalAttendees: field([]),
  sensitivity: field('normal'),
  body: field('<html><body class="x"><p>Join here</p></body></html>'),
  saveAsync(done: Done) {
    done({ status: 'succeeded', value: 'ews-1' });
  },
  ...more,
});

describe('the meeting that is open', () => {
  it('is read by somebody who was asked, in the school’s wall clock, and is not theirs to write', async () => {
    const meeting = await openMeeting(
      mailboxWith({
        itemType: 'appointment',
        subject: 'AP review – J.S. Y10',
        start,
        end,
        location: 'Room 4',
        requiredAttendees: [person('Leader@School.example')],
        optionalAttendees: [],
        body: field('<p>ap-review:re-1</p>'),
      }),
    );
    expect(meeting).toEqual({
      subject: 'AP review – J.S. Y10',
      start: '2026-07-02T14:00',
      end: '2026-07-02T14:45',
      place: 'Room 4',
      people: [{ mail: 'leader@school.example', name: 'Leader@School.example', required: true }],
      body: '<p>ap-review:re-1</p>',
      series: false,
    });
  });

  it('is read and written by its organiser: private, new people, our text before what stands there, then saved', async () => {
    const mailbox = mailboxWith(written());
    const meeting = await openMeeting(mailbox);
    expect(meeting).toMatchObject({ subject: 'Lunch', start: '2026-07-02T14:00', place: 'Room 4' });
    const people = [
      { mail: 'leader@school.example', name: 'Leader', required: true },
      { mail: 'tutor@school.example', name: 'Tutor', required: false },
    ];
    const id = await meeting?.write?.({ subject: 'AP review – J.S. Y10', before: '<p>Ours</p>', people });
    expect(id).toBe('rest-ews-1');
    expect(await openMeeting(mailbox)).toMatchObject({
      subject: 'AP review – J.S. Y10',
      people,
      body: '<html><body class="x"><p>Ours</p><p>Join here</p></body></html>',
    });
    expect(Object(mailbox.item).sensitivity.value).toBe('private');
  });

  it('keeps its text when nothing is to be put before it', async () => {
    const mailbox = mailboxWith(written());
    const meeting = await openMeeting(mailbox);
    await meeting?.write?.({ subject: 'S', before: '', people: [] });
    expect((await openMeeting(mailbox))?.body).toBe('<html><body class="x"><p>Join here</p></body></html>');
  });

  it('says what Outlook says when it refuses', async () => {
    const saveAsync = (done: Done) => done({ status: 'failed', error: { message: 'The mailbox is full.' } });
    const meeting = await openMeeting(mailboxWith(written({ saveAsync })));
    await expect(meeting?.write?.({ subject: 'S', before: '', people: [] })).rejects.toThrow('The mailbox is full.');
  });

  it.each([
    ['nothing is open', null],
    ['a message is open', { itemType: 'message' }],
  ])('is none when %s', async (_, item) => {
    expect(await openMeeting(mailboxWith(item))).toBeUndefined();
  });
});

describe('the theme', () => {
  it.each([
    ['#ffffff', false, 'default'],
    ['#292929', false, 'dark'],
    ['#000000', false, 'contrast'],
    ['#ffffff', true, 'contrast'],
    ['no colour', false, 'default'],
    [undefined, false, 'default'],
  ])('of a ground of %s, colours forced: %s, is %s', (bodyBackgroundColor, forced, name) => {
    expect(themeOf(bodyBackgroundColor === undefined ? undefined : { bodyBackgroundColor }, forced)).toBe(name);
  });
});
