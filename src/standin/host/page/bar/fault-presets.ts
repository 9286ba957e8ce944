/** A fault of the stand-in as its control takes it. */
export interface Fault {
  readonly match: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly rate?: number;
  readonly times?: number;
  readonly delayMs?: number;
  readonly drop?: 'before' | 'after';
}

/** Troubles that Microsoft 365 really has, ready to be switched on. */
export const faultPresets: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: '30 % throttled', fault: { match: '* /v1.0/**', status: 429, retryAfter: 2, rate: 0.3 } },
  { name: 'Graph down', fault: { match: '* /v1.0/**', status: 503, retryAfter: 5 } },
  { name: 'Slow: 2 s each', fault: { match: '* /v1.0/**', delayMs: 2000 } },
  { name: 'Saved, but the answer is lost (once)', fault: { match: 'POST /v1.0/**', drop: 'after', times: 1 } },
  { name: 'Teams takes no messages', fault: { match: '* /v3/**', status: 502 } },
  { name: 'Sign-in down', fault: { match: 'POST /**/oauth2/v2.0/token', status: 503 } },
];

/** What a fault does, in one line. */
export function faultInWords(fault: Fault): string {
  return [
    fault.match,
    fault.rate === undefined ? 'always' : `${Math.round(fault.rate * 100)} %`,
    ...(fault.status === undefined ? [] : [`answers ${fault.status}`]),
    ...(fault.retryAfter === undefined ? [] : [`asks to wait ${fault.retryAfter} s`]),
    ...(fault.delayMs === undefined ? [] : [`${fault.delayMs} ms late`]),
    ...(fault.drop === undefined ? [] : [fault.drop === 'after' ? 'takes effect, answer lost' : 'connection breaks']),
    ...(fault.times === undefined ? [] : [`${fault.times} more`]),
  ].join(' · ');
}
