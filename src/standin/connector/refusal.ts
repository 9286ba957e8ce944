/** A refusal as the Teams connector words it: `{ error: { code, message } }`. */
export class ConnectorRefusal extends Error {
  readonly status: number;
  readonly code: string;
  /** Finer word that Teams adds, e.g. `MessageWritesBlocked`. */
  readonly subCode?: string;
  /** Whole seconds for a Retry-After header. */
  readonly retryAfter?: number;

  constructor(status: number, code: string, message: string, more: { subCode?: string; retryAfter?: number } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    if (more.subCode !== undefined) this.subCode = more.subCode;
    if (more.retryAfter !== undefined) this.retryAfter = more.retryAfter;
  }

  /** The body that goes with it. */
  body(): Record<string, unknown> {
    const sub =
      this.subCode === undefined
        ? {}
        : { innerHttpError: { statusCode: this.status, body: { subCode: this.subCode } }, subCode: this.subCode };
    return { error: { code: this.code, message: this.message, ...sub } };
  }
}

/** The tenant has no such conversation. */
export function noConversation(): ConnectorRefusal {
  return new ConnectorRefusal(404, 'ConversationNotFound', 'Conversation not found.');
}

/** The conversation has no such message. */
export function noActivity(): ConnectorRefusal {
  return new ConnectorRefusal(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.');
}
