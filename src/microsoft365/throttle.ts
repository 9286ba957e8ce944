interface Named {
  get(name: string): string | null;
}

/**
 * Milliseconds to wait before the same request is sent again; undefined: do not repeat. Retry-After in seconds or as a
 * date, or RateLimit-Reset when that is longer; without either 1, 2, 4, at most 4 seconds with jitter. 504 may have taken effect,
 * so a POST is not repeated after it.
 */
export function repeatWait(status: number, headers: Named, method: string, tries: number): number | undefined {
  if (status !== 429 && status !== 503 && status !== 504) return undefined;
  if (status === 504 && method.toUpperCase() === 'POST') return undefined;
  const asked = secondsOf(headers.get('Retry-After'));
  const reset = headers.get('RateLimit-Remaining') === '0' ? secondsOf(headers.get('RateLimit-Reset')) : undefined;
  if (asked !== undefined || reset !== undefined) return Math.max(asked ?? 0, reset ?? 0) * 1000;
  return Math.min(4, 2 ** (tries - 1)) * (500 + Math.random() * 500);
}

function secondsOf(value: string | null): number | undefined {
  if (value === null || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}
