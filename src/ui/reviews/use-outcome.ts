import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../schema/parse.ts';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import type { Outcome } from '../api/api.ts';
import { outcomeInWords } from '../api/in-words.ts';
import { useAction } from '../api/use-action.ts';
import { type Draft, draftFrom, partsOf, stillLacking } from './draft.ts';

/** Milliseconds without a key pressed after which what is typed is saved. */
const pauseBeforeSaving = 1_200;

/** What the form of an outcome holds and does. */
export interface OutcomeDesk {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly problemAt: (field: string) => string | undefined;
  readonly problems: readonly Problem[];
  /** How often *Finish* has found something missing: then the first such field is gone to, and not while somebody types. */
  readonly refusals: number;
  /** "Saved 10:42." or what is in the way. */
  readonly said: string;
  readonly good: boolean;
  readonly busy: boolean;
  /** Somebody else saved meanwhile: saving again writes over theirs. */
  readonly overtaken: boolean;
  readonly saveOver: () => void;
  readonly finish: (more?: Readonly<Record<string, unknown>>) => Promise<void>;
}

/**
 * The outcome as it is typed: saved by itself after a pause, part by part and one save after the other, each naming the version
 * seen. Nothing typed is lost: what cannot be saved stays in the form, with the reason.
 */
export function useOutcome(pack: ReviewPack, changed: () => Promise<void>): OutcomeDesk {
  const act = useAction('record-review-outcome');
  const [draft, setDraft] = useState<Draft>(() => draftFrom(pack));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  /** What *Finish* found missing: it stands until it is answered, whatever is saved in parts meanwhile. */
  const [lacking, setLacking] = useState<readonly Problem[]>([]);
  const [refusals, setRefusals] = useState(0);
  const [words, setWords] = useState({ says: '', good: true });
  const [busy, setBusy] = useState(false);
  const [overtaken, setOvertaken] = useState(false);
  const newest = useRef({ draft, pack });
  newest.current = { draft, pack };
  const seen = useRef<string | undefined>(pack.seen);
  const theirs = useRef<string>(undefined);
  const kept = useRef(JSON.stringify(partsOf(draft, pack, false)));
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const take = useCallback((outcome: Outcome, finishing: boolean) => {
    const said = outcomeInWords(outcome, newest.current.pack.review);
    const wrong = outcome.kind === 'problems' ? outcome.problems : [];
    setProblems(finishing ? [] : wrong);
    if (finishing) setLacking(wrong);
    if (finishing && wrong.length > 0) setRefusals((before) => before + 1);
    if (outcome.kind === 'done') {
      const own = outcome.results.find(({ about }) => about === newest.current.pack.review);
      setOvertaken(own?.outcome === 'superseded');
      if (own?.outcome === 'superseded') theirs.current = own.version;
      else if (own?.version) seen.current = own.version;
    }
    // Microsoft 365 lags: the version is known when the pack is read again.
    if (outcome.kind === 'accepted') seen.current = undefined;
    return said;
  }, []);

  const send = useCallback(
    (more: Readonly<Record<string, unknown>>) => {
      const work = queue.current.then(async () => {
        const { draft: now, pack: known } = newest.current;
        const finishing = more.finish === true;
        const parts = partsOf(now, known, finishing);
        setBusy(true);
        const wish = { review: known.review, seen: seen.current ?? known.seen, ...parts, ...more };
        const said = take(await act(wish), finishing);
        setBusy(false);
        if (said.good) kept.current = JSON.stringify(parts);
        setWords({ says: said.good ? 'Saved.' : said.says, good: said.good });
        return said.good;
      });
      queue.current = work.catch(() => undefined);
      return work;
    },
    [act, take],
  );

  const parts = JSON.stringify(partsOf(draft, pack, false));
  const dirty = parts !== kept.current;
  useEffect(() => {
    if (overtaken || pack.completedOn !== undefined || parts === kept.current) return;
    const timer = setTimeout(() => {
      if (parts !== kept.current) void send({});
    }, pauseBeforeSaving);
    return () => clearTimeout(timer);
  }, [parts, overtaken, pack.completedOn, send]);

  // Whoever leaves the screen in the pause has typed it all the same.
  useEffect(
    () => () => {
      const { draft: now, pack: known } = newest.current;
      if (known.completedOn === undefined && JSON.stringify(partsOf(now, known, false)) !== kept.current) void send({});
    },
    [send],
  );

  const all = [...problems, ...lacking.filter(({ field }) => !problems.some((one) => one.field === field))];
  return {
    draft,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      setLacking((before) => stillLacking(before, newest.current.draft, { ...newest.current.draft, ...part }));
    },
    problemAt: (field) => all.find((one) => one.field === field)?.says,
    problems: all,
    refusals,
    said: dirty && words.good && !busy ? 'Not saved yet.' : words.says,
    good: words.good,
    busy,
    overtaken,
    saveOver: () => {
      seen.current = theirs.current;
      setOvertaken(false);
      void send({});
    },
    finish: async (more = {}) => {
      if (await send({ finish: true, ...more })) await changed();
    },
  };
}
