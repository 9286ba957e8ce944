import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** Answers with JSON; Entra and the connector forbid storing what they answer. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** A refusal as Entra words it: `error` is OAuth's word, `code` the number after AADSTS. */
export class EntraRefusal extends Error {
  readonly status: number;
  readonly error: string;
  readonly code: number;

  constructor(status: number, error: string, code: number, description: string) {
    super(description);
    this.status = status;
    this.error = error;
    this.code = code;
  }

  /** The body that goes with it. */
  body(): Record<string, unknown> {
    const trace = randomUUID();
    const timestamp = new Date()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replace('T', ' ');
    return {
      error: this.error,
      error_description: `AADSTS${this.code}: ${this.message} Trace ID: ${trace} Timestamp: ${timestamp}`,
      error_codes: [this.code],
      timestamp,
      trace_id: trace,
      correlation_id: randomUUID(),
    };
  }
}
