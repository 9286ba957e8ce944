import type { Route } from './call.ts';

/** A route that fits, with the values of its `{…}`. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Cuts a path at the slashes and decodes it; `host:/sites/x:` and `root:/a/b:` become one segment each. */
export function segmentsOf(path: string): string[] {
  const raw = path.split('/').filter((part) => part !== '');
  const out: string[] = [];
  for (let i = 0; i < raw.length; i++) {
    const part = decode(raw[i] ?? '');
    const before = out.at(-1);
    if (!part.endsWith(':') || part.length === 1 || !(part === 'root:' || before === 'sites' || before === 'items')) {
      out.push(part.replace(/^microsoft\.graph\./, '').replace(/\(\)$/, ''));
      continue;
    }
    const inner: string[] = [];
    for (i++; i < raw.length; i++) {
      const next = decode(raw[i] ?? '');
      inner.push(next.endsWith(':') ? next.slice(0, -1) : next);
      if (next.endsWith(':')) break;
    }
    out.push(`${part}/${inner.join('/')}`);
  }
  return out;
}

/** Finds the route for a method and path; `other` says that the path exists with another method. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  segments: readonly string[],
): Match | 'other' | undefined {
  let other = false;
  for (const route of routes) {
    const params = fitted(route.path, segments);
    if (!params) continue;
    if (route.method === method) return { route, params };
    other = true;
  }
  return other ? 'other' : undefined;
}

const templates = new Map<string, readonly string[]>();

function fitted(template: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = templates.get(template) ?? template.split('/').filter((part) => part !== '');
  templates.set(template, parts);
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const got = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) params[name] = got;
    else if (part === 'root:') {
      if (!got.startsWith('root:/')) return undefined;
      params.path = got.slice('root:/'.length);
    } else if (part.toLowerCase() !== got.toLowerCase()) return undefined;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
