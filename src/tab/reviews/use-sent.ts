import { useEffect, useRef, useState } from 'react';
import type { Reviews } from '../../school/reviews/reviews.types.ts';
import { useApi } from '../../ui/api/ApiProvider.tsx';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import type { Sent } from './plan-desk.ts';

/** How far bookings have come that were sent off, and how they are taken back. */
export interface SentOff {
  /** Seconds until the first invitations go out; not above 0 once they do. */
  readonly left: number;
  /** Seconds that it was at first. */
  readonly wait: number;
  readonly of: number;
  /** Reviews whose meetings stand in Outlook. */
  readonly standing: number;
  /** How far cancelling has come. */
  readonly cancelled?: number;
  readonly said: string;
  /** Takes back what still waits. True where nothing was sent. */
  undo(): Promise<boolean>;
  /** Cancels what was sent, with a message to everybody invited. True where all of it is cancelled. */
  cancel(reason: string): Promise<boolean>;
}

const lookEvery = 2_500;

/** Follows bookings after *Book all*: while they wait they are undone, afterwards they are cancelled one by one with a message. */
export function useSent(sent: readonly Sent[]): SentOff {
  const api = useApi();
  const [now, setNow] = useState(() => Date.now());
  const [stands, setStands] = useState<ReadonlySet<string>>(new Set());
  const [undone, setUndone] = useState<ReadonlySet<string>>(new Set());
  const [cancelled, setCancelled] = useState<number>();
  const [said, setSaid] = useState('');
  const first = Math.min(...sent.map(({ until }) => Date.parse(until)));
  const left = (first - now) / 1000;
  const [wait] = useState(() => Math.max(1, left));
  const goes = sent.filter(({ entry }) => !undone.has(entry));
  const of = goes.reduce((sum, { reviews }) => sum + reviews.length, 0);
  const following = useRef(goes);
  following.current = goes;

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);

  const waits = left > 0;
  useEffect(() => {
    if (waits) return;
    let over = false;
    const found = new Set<string>();
    const look = async () => {
      for (const one of following.current) {
        if (over || one.reviews.every((review) => found.has(`${one.entry} ${review}`))) continue;
        const booked = await bookedIn(one.school).catch(() => []);
        for (const { review, inOutlook } of booked) {
          if (inOutlook && one.reviews.includes(review)) found.add(`${one.entry} ${review}`);
        }
        if (!over) setStands(new Set(found));
      }
      if (!over) next = setTimeout(() => void look(), lookEvery);
    };
    const bookedIn = async (school: string | undefined) => (await api.show<Reviews>('reviews', { school })).data.booked;
    let next = setTimeout(() => void look(), lookEvery);
    return () => {
      over = true;
      clearTimeout(next);
    };
  }, [api, waits]);

  async function undo(): Promise<boolean> {
    const back = new Set(undone);
    let says = '';
    for (const { school, entry } of goes) {
      const outcome = outcomeInWords(await api.act('undo-booking', inSchool(school, { entry })));
      if (outcome.good) back.add(entry);
      else says = outcome.says;
    }
    setUndone(back);
    setSaid(says);
    return says === '';
  }

  async function cancel(reason: string): Promise<boolean> {
    setSaid('');
    let done = 0;
    let says = '';
    setCancelled(done);
    for (const { school, entry, until, reviews } of goes) {
      // Of several bookings the last may still wait: nobody was invited to it, and nobody needs a message.
      const waits = Date.parse(until) > Date.now();
      if (waits && outcomeInWords(await api.act('undo-booking', inSchool(school, { entry }))).good) {
        done += reviews.length;
        setCancelled(done);
        continue;
      }
      const shown = await api.show<Reviews>('reviews', { school }).catch(() => undefined);
      if (!shown) says = 'The app cannot be reached. Not all are cancelled: press again.';
      for (const { review, seen } of shown?.data.booked ?? []) {
        if (!reviews.includes(review)) continue;
        const press = async () =>
          outcomeInWords(await api.act('cancel-review', inSchool(school, { review, reason, seen })));
        const once = await press();
        // One of many that Microsoft 365 did not take is pressed once more, as the person would.
        const outcome = once.trouble ? await press() : once;
        if (outcome.good) setCancelled(++done);
        else says = outcome.says;
      }
    }
    setSaid(says);
    if (says !== '') setCancelled(undefined);
    return says === '';
  }

  return { left, wait, of, standing: Math.min(of, stands.size), cancelled, said, undo, cancel };
}

function inSchool(school: string | undefined, input: object): object {
  return school === undefined ? input : { school, ...input };
}
