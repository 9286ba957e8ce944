import { joinKey } from '../../schema/record.ts';
import type { Known } from '../action.ts';
import type { RecordName } from '../records.ts';
import type { AnyView } from '../view.ts';

/** Somebody who has to be told something today. */
export interface PromptDue {
  /** RecordKey of what it is about. */
  readonly about: string;
  /** How far it has come: the same matter is brought up once at each stage. Opaque words and dates. */
  readonly stage: string;
  /** Entra object id. */
  readonly to: string;
  /** Parameters of the card's view. */
  readonly data: Readonly<Record<string, string>>;
}

/** A card that the app sends by itself, because a day has come (domain.md 13). */
export interface Prompt {
  /** Its view, of which card and purpose have the name. */
  readonly view: AnyView;
  /** Lists that `due` looks at. */
  readonly needs: readonly RecordName[];
  /** Who has to know today, whether they were told before or not. */
  due(known: Known): readonly PromptDue[];
}

/** The key of a prompt's message: the same each time, so that no second server and no second round sends it again. */
export function promptKey({ view }: Pick<Prompt, 'view'>, { about, stage, to }: PromptDue): string {
  return joinKey(view.name, about, stage, to);
}
