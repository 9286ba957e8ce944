import type { RunningApp, TenantPerson } from './app.ts';

/** An Adaptive Card, as far as tests look into it. */
export type Card = Readonly<Record<string, unknown>>;

/** What the bot answered to a press or a message. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** A message in a conversation as it stands now. */
export interface Standing {
  readonly id: string;
  readonly timestamp: string;
  readonly text?: string;
  readonly summary?: string;
  readonly from?: { readonly role?: string };
  readonly attachments?: readonly { readonly content: Card }[];
}

/** The chats of a running app, as people have them in Teams. */
export function chatsOf(app: RunningApp) {
  const conversations = async () =>
    (await app.control('GET', '/standin/conversations')) as readonly {
      id: string;
      type: string;
      name: string;
      person?: { id: string };
    }[];
  const at = (conversation: string) => `/standin/conversations/${encodeURIComponent(conversation)}`;
  return {
    /** The attendance channel, as the scenario sets it. */
    async channel(): Promise<string> {
      const found = (await conversations()).find(({ name }) => name === 'AP attendance');
      if (!found) throw new Error('The tenant has no attendance channel.');
      return found.id;
    },
    async personal(person: TenantPerson): Promise<string> {
      const found = (await conversations()).find((each) => each.person?.id === person.id);
      if (!found) throw new Error('This person has no chat.');
      return found.id;
    },
    messages: async (conversation: string) =>
      (await app.control('GET', `${at(conversation)}/activities`)) as readonly Standing[],
    type: async (conversation: string, from: TenantPerson, text: string) =>
      (await app.control('POST', `${at(conversation)}/messages`, { from: from.id, text })) as Answered,
    /** `forged`: as somebody of the tenant who is not in this conversation, which Teams itself never lets happen. */
    press: async (
      conversation: string,
      from: TenantPerson,
      activityId: string,
      verb: string,
      data: Readonly<Record<string, unknown>>,
      forged = false,
    ) =>
      (await app.control('POST', `${at(conversation)}/card-actions`, {
        from: from.id,
        activityId,
        verb,
        data,
        forged,
      })) as Answered,
    block: async (conversation: string, blocked: boolean) =>
      await app.control('POST', `${at(conversation)}/block`, { blocked }),
  };
}

/** The card of a message. */
export function cardOf(message: Standing | undefined): Card {
  const card = message?.attachments?.[0]?.content;
  if (!card) throw new Error('The message has no card.');
  return card;
}

/** Every text of a card (or of an answer to a press), one a line: what a reader sees. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .flatMap(([name, part]) =>
      [
        'text',
        'title',
        'label',
        'value',
        'body',
        'items',
        'columns',
        'actions',
        'facts',
        'cells',
        'rows',
        'says',
      ].includes(name)
        ? [wordsOf(part)]
        : [],
    )
    .filter(Boolean)
    .join('\n');
}

/** The data behind the first button of a card with this verb (and, where given, this title). */
export function dataOf(card: unknown, verb: string, title?: string): Readonly<Record<string, unknown>> {
  const found = buttons(card).find((each) => each.verb === verb && (title === undefined || each.title === title));
  if (!found) throw new Error(`The card has no button ${verb} ${title ?? ''}.`);
  return found.data;
}

/** Every button of a card: its verb, title and data. */
export function buttons(
  value: unknown,
): readonly { verb: string; title: string; data: Readonly<Record<string, unknown>> }[] {
  if (Array.isArray(value)) return value.flatMap(buttons);
  if (typeof value !== 'object' || value === null) return [];
  const { type, verb, title, data } = value as Record<string, unknown>;
  const own = type === 'Action.Execute' ? [{ verb: String(verb), title: String(title), data: Object(data) }] : [];
  return [...own, ...Object.values(value).flatMap(buttons)];
}

/** What a card's inputs hold as they stand, by their ids: a press sends it along. */
export function inputsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return Object.assign({}, ...value.map(inputsOf));
  if (typeof value !== 'object' || value === null) return {};
  const { type, id, value: held } = value as Record<string, unknown>;
  const own = String(type).startsWith('Input.') ? { [String(id)]: held } : {};
  return Object.assign(own, ...Object.values(value).map(inputsOf));
}
