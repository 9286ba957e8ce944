import { useEffect, useRef, useState } from 'react';
import type { VisitPack } from '../../school/visits/visits.types.ts';
import { forgetLocked, keepLocked, readLocked } from './locked-storage.ts';
import { draftFrom, isDraft, type VisitDraft } from './visit-draft.ts';

/** A draft that outlives a lost line, a closed tab and an empty battery. */
export interface KeptDraft {
  /** Absent while the browser's storage is being read. */
  readonly draft?: VisitDraft;
  /** True where what stands was brought back from an earlier time. */
  readonly broughtBack: boolean;
  /** Whether what was typed last is kept in the browser; unknown before anything was typed. */
  readonly kept?: boolean;
  readonly change: (next: Partial<VisitDraft>) => void;
  /** The save is confirmed: nothing stays in the browser. */
  readonly forget: () => void;
}

/** The draft of a visit, read from and written to the browser's own storage under the visit's opaque id. */
export function useKeptDraft(pack: VisitPack): KeptDraft {
  const { visit, draftKey } = pack;
  const [draft, setDraft] = useState<VisitDraft>();
  const [broughtBack, setBroughtBack] = useState(false);
  const [kept, setKept] = useState<boolean>();
  const first = useRef(pack);
  const turn = useRef(0);

  useEffect(() => {
    let here = true;
    void (draftKey ? readLocked(visit, draftKey) : Promise.resolve(undefined)).then((text) => {
      if (!here) return;
      const found: unknown = text === undefined ? undefined : JSON.parse(text);
      setBroughtBack(isDraft(found));
      setDraft(isDraft(found) ? found : draftFrom(first.current));
    });
    return () => {
      here = false;
    };
  }, [visit, draftKey]);

  function change(next: Partial<VisitDraft>) {
    if (!draft) return;
    const whole = { ...draft, ...next };
    setDraft(whole);
    const mine = ++turn.current;
    if (!draftKey) return setKept(false);
    void keepLocked(visit, draftKey, JSON.stringify(whole)).then((done) => {
      // A write that comes late never brings back what was saved and forgotten.
      if (turn.current < 0) return forgetLocked(visit);
      if (mine === turn.current) setKept(done);
    });
  }

  function forget() {
    turn.current = Number.NEGATIVE_INFINITY;
    forgetLocked(visit);
  }

  return { draft, broughtBack, kept, change, forget };
}
