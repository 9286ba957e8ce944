import { useRef, useState } from 'react';
import { Refused, read } from '../wire.ts';
import { changesIn, type Draft, draftOf, emptyDraft, showsTheSame, unfit } from './draft.ts';
import type { OutlookEvent } from './event.ts';
import { graph, graphWrite } from './graph.ts';
import { londonOf } from './london.ts';

/** A meeting that is open: of somebody else's to be read, or of the mailbox's own to be written. */
export type OpenMeeting =
  | { readonly mode: 'read'; readonly nth: number; readonly event: OutlookEvent }
  | {
      readonly mode: 'compose';
      readonly nth: number;
      readonly draft: Draft;
      /** The meeting as it stands in the calendar; undefined until it is saved first. */
      readonly saved?: OutlookEvent;
      /** Whether those asked have been told; a new meeting that the add-in has saved is a draft until then. */
      readonly sent: boolean;
    };

/** How somebody answers an invitation, as Graph's path names it. */
export type Answer = 'accept' | 'tentativelyAccept' | 'decline';

/** What may be done with the meeting that is open in one mailbox. */
export interface MeetingDesk {
  readonly meeting: OpenMeeting | undefined;
  /** What is being done just now. */
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly done: string | undefined;
  /** The meeting as it is at this moment, for the add-in. */
  readonly latest: () => OpenMeeting | undefined;
  open(id: string): Promise<void>;
  begin(): Promise<void>;
  close(): void;
  change(draft: Draft): void;
  /** Saves the form; `send` tells those asked. Answers the id. Throws with a sentence when it cannot be saved. */
  save(send: boolean): Promise<string>;
  /** The same, with the outcome shown to the person. */
  press(work: () => Promise<string>): Promise<void>;
  answer(how: Answer): Promise<string>;
  cancel(comment: string): Promise<string>;
  /** Takes a meeting out of the calendar of which nobody has been told. */
  discard(): Promise<string>;
  /** Takes a meeting that was cancelled out of the calendar. */
  remove(): Promise<string>;
}

/** The meeting open in a mailbox. `changed` is called when the calendar has been written to. */
export function useOpenMeeting(mailbox: string, changed: () => void): MeetingDesk {
  const [meeting, setMeeting] = useState<OpenMeeting>();
  const [busy, setBusy] = useState(false);
  const [says, setSays] = useState<{ readonly trouble?: string; readonly done?: string }>({});
  const latest = useRef<OpenMeeting>(undefined);
  const nth = useRef(0);
  const events = `/users/${mailbox}/events`;

  const put = (next: OpenMeeting | undefined) => {
    latest.current = next;
    setMeeting(next);
  };
  const opened = (event: OutlookEvent): OpenMeeting => {
    if (!event.isOrganizer) return { mode: 'read', nth: nth.current, event };
    return { mode: 'compose', nth: nth.current, draft: draftOf(event), saved: event, sent: !event.isDraft };
  };
  const attempt = async (work: () => Promise<string | undefined>) => {
    setBusy(true);
    setSays({});
    try {
      setSays({ done: await work() });
    } catch (error) {
      setSays({ trouble: inWords(error) });
    } finally {
      setBusy(false);
    }
  };
  /** Saves over what only programs have changed since; not over what somebody has changed who uses Outlook. */
  const write = async (saved: OutlookEvent, body: Readonly<Record<string, unknown>>): Promise<OutlookEvent> => {
    const where = `${events}/${saved.id}`;
    const over = (stands: OutlookEvent) =>
      graphWrite<OutlookEvent>('PATCH', where, body, { 'if-match': stands['@odata.etag'] });
    try {
      return await over(saved);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 412) throw error;
      const now = await graph<OutlookEvent>(where);
      if (!showsTheSame(now, saved)) throw error;
      return await over(now);
    }
  };
  const save = async (send: boolean): Promise<string> => {
    const held = latest.current;
    if (held?.mode !== 'compose') throw new Error('No meeting is being written.');
    const { draft, saved } = held;
    const wrong = unfit(draft);
    if (wrong !== undefined) throw new Error(wrong);
    const sent = held.sent || send;
    const body = changesIn(draft, saved && draftOf(saved));
    let event = saved;
    if (saved === undefined) {
      event = await graphWrite<OutlookEvent>('POST', events, sent ? body : { ...body, isDraft: true });
    } else if (sent !== held.sent) event = await write(saved, { ...body, isDraft: false });
    else if (Object.keys(body).length > 0) event = await write(saved, body);
    if (event === undefined) throw new Error('Outlook did not say what was saved.');
    put({ ...held, draft: draftOf(event), saved: event, sent });
    changed();
    return event.id;
  };

  return {
    meeting,
    busy,
    ...{ trouble: says.trouble, done: says.done },
    latest: () => latest.current,
    async open(id) {
      await attempt(async () => {
        const event = await graph<OutlookEvent>(`${events}/${id}`);
        nth.current += 1;
        put(opened(event));
        return undefined;
      });
    },
    async begin() {
      await attempt(async () => {
        const { now } = await read<{ now: string }>('/standin/clock');
        nth.current += 1;
        put({ mode: 'compose', nth: nth.current, draft: emptyDraft(londonOf(now)), sent: false });
        return undefined;
      });
    },
    close() {
      setSays({});
      put(undefined);
    },
    change(draft) {
      const held = latest.current;
      if (held?.mode === 'compose') put({ ...held, draft });
    },
    save,
    press: attempt,
    async answer(how) {
      const held = latest.current;
      if (held?.mode !== 'read') throw new Error('No invitation is open.');
      await graphWrite('POST', `${events}/${held.event.id}/${how}`, { sendResponse: held.event.responseRequested });
      put({ ...held, event: await graph<OutlookEvent>(`${events}/${held.event.id}`) });
      changed();
      return `${ANSWERED[how]} ${held.event.responseRequested ? 'The organiser has been told.' : 'The organiser did not ask to be told.'}`;
    },
    async remove() {
      const held = latest.current;
      if (held?.mode !== 'read') throw new Error('No invitation is open.');
      await graphWrite('DELETE', `${events}/${held.event.id}`, undefined);
      put(undefined);
      changed();
      return 'The meeting is out of your calendar.';
    },
    async discard() {
      const held = latest.current;
      if (held?.mode !== 'compose' || held.saved === undefined || held.sent) throw new Error('No draft is open.');
      await graphWrite('DELETE', `${events}/${held.saved.id}`, undefined);
      put(undefined);
      changed();
      return 'The meeting is discarded. Nobody had been told of it.';
    },
    async cancel(comment) {
      const held = latest.current;
      if (held?.mode !== 'compose' || held.saved === undefined) throw new Error('No meeting of yours is open.');
      await graphWrite('POST', `${events}/${held.saved.id}/cancel`, { comment });
      put(undefined);
      changed();
      return 'The meeting is cancelled, and everybody asked has been told.';
    },
  };
}

const ANSWERED: Readonly<Record<Answer, string>> = {
  accept: 'You have accepted.',
  tentativelyAccept: 'You have accepted for now.',
  decline: 'You have declined.',
};

function inWords(error: unknown): string {
  if (error instanceof Refused && error.status === 412) {
    return 'Somebody else has changed this meeting since you opened it. Open it again from the list to see how it stands now.';
  }
  return error instanceof Error ? error.message : 'Outlook does not answer. Try again.';
}
