import type { CardJson } from './fill.ts';

/** One line at the top of a card: what came of a press. */
export interface Said {
  readonly text: string;
  /** Colour only underlines what the words say. */
  readonly tone: 'Good' | 'Attention' | 'Default';
}

/** What a drawing of a card knows beside its view: what came of the press, what was typed, where Today is. */
export interface Drawing {
  readonly said?: readonly Said[];
  /** Values of inputs by their id, kept so that nothing typed is lost. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Address of the tab; the link is left out where it is not known. */
  readonly todayUrl?: string;
}

/** A card: the view it shows and how that is drawn. `D` is the data of the view. */
export interface Card<D = unknown> {
  readonly name: string;
  /** The view it is drawn from; none for cards that answer a message. */
  readonly view?: string;
  readonly template: unknown;
  /** Fills the template. Throws CardTrouble when template and data do not fit. */
  fill(data: D, drawing?: Drawing): CardJson;
  /** Text of the notification and of lists of chats: counts only, nobody named. */
  notification(data: D): string;
}
