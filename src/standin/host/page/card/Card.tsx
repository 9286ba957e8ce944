import { MessageBar, MessageBarBody, MessageBarTitle, mergeClasses, Spinner } from '@fluentui/react-components';
import { AdaptiveCard, ExecuteAction, OpenUrlAction } from 'adaptivecards';
import { useEffect, useRef, useState } from 'react';
import { cardLook, useCardStyles } from './card-look.ts';
import { safeHtml } from './card-text.ts';
import { type Typed, valuesIn, withTyped } from './keep-typed.ts';
import type { Outcome } from './outcome.ts';

/** A card as it came, and what its buttons do. */
export interface CardProps {
  readonly content: unknown;
  readonly press: (verb: string, data: unknown) => Promise<Outcome>;
  readonly openLink: (url: string) => void;
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = safeHtml(text);
  result.didProcess = true;
};

/** An Adaptive Card drawn by Microsoft's own renderer. What is being typed outlives a change of the card. */
export function Card({ content, press, openLink }: CardProps) {
  const styles = useCardStyles();
  const room = useRef<HTMLDivElement>(null);
  const typed = useRef(new Map<string, Typed>());
  const drawn = useRef<string>(undefined);
  const latest = useRef({ press, openLink, busy: false });
  const [busy, setBusy] = useState(false);
  const [fresh, setFresh] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({});
  latest.current = { press, openLink, busy };
  const json = JSON.stringify(content);

  useEffect(() => {
    const place = room.current;
    if (!place) return;
    const card = new AdaptiveCard();
    card.hostConfig = cardLook;
    const plain: unknown = JSON.parse(json);
    const before = valuesIn(plain);
    card.onInputValueChanged = (input) => {
      const value = input.value === undefined ? '' : String(input.value);
      const stood = before.get(input.id ?? '') ?? '';
      if (input.id !== undefined && value !== stood) typed.current.set(input.id, { value, before: stood });
      else if (input.id !== undefined) typed.current.delete(input.id);
    };
    card.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction && action.url !== undefined) latest.current.openLink(action.url);
      if (!(action instanceof ExecuteAction) || latest.current.busy) return;
      setBusy(true);
      setOutcome({});
      void latest.current.press(action.verb ?? '', action.data ?? {}).then((ended) => {
        if (ended.trouble === undefined && action.associatedInputs !== 'none') typed.current.clear();
        setOutcome(ended);
        setBusy(false);
      });
    };
    card.parse(withTyped(plain, typed.current));
    const focused = focusIn(place);
    const element = card.render();
    place.replaceChildren(...(element ? [element] : []));
    refocus(place, focused);
    setFresh(drawn.current !== undefined && drawn.current !== json);
    drawn.current = json;
  }, [json]);

  const full = Object(Object(content).msteams).width === 'Full';
  return (
    <div>
      <div
        ref={room}
        className={mergeClasses(styles.card, full && styles.full, busy && styles.busy, fresh && styles.fresh)}
        onAnimationEnd={() => setFresh(false)}
        aria-busy={busy}
        inert={busy}
      />
      <div className={styles.below} aria-live="polite">
        {busy && <Spinner size="tiny" label="Sending…" labelPosition="after" />}
        {outcome.trouble !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>Something went wrong. Please try again.</MessageBarTitle>
              {outcome.trouble}
            </MessageBarBody>
          </MessageBar>
        )}
        {outcome.says !== undefined && (
          <MessageBar intent="success">
            <MessageBarBody>{outcome.says}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}

const REACHABLE = 'button, input, select, textarea, a[href], [tabindex="0"]';

/** What has the focus in the card, by its kind and the words it goes by; undefined when it is elsewhere. */
function focusIn(place: HTMLElement): string | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement && place.contains(active) ? nameOf(active) : undefined;
}

function refocus(place: HTMLElement, name: string | undefined): void {
  if (name === undefined) return;
  const all = [...place.querySelectorAll<HTMLElement>(REACHABLE)];
  all.find((one) => nameOf(one) === name)?.focus();
}

function nameOf(element: HTMLElement): string {
  const label = 'labels' in element && element.labels instanceof NodeList ? element.labels[0]?.textContent : undefined;
  return `${element.tagName} ${label ?? element.getAttribute('aria-label') ?? element.textContent}`;
}
