import { invalid } from '../failure.ts';
import { indexValue } from './fields.ts';

/** A filter on one column, as a condition on the placeholder `VALUE`, with what to bind in order. */
export interface Filter {
  readonly column: string;
  readonly condition: string;
  readonly values: readonly (string | number)[];
}

const OPERATORS: Readonly<Record<string, string>> = { eq: '=', ne: '<>', lt: '<', gt: '>', le: '<=', ge: '>=' };

/**
 * Reads `$filter` on the fields of list items: comparisons and startswith on one column, joined by `and`, `or` and
 * parentheses. A second column is refused, as SharePoint filters one indexed field at a time.
 */
export function parseFilter(text: string): Filter {
  const tokens = cut(text);
  const columns = new Set<string>();
  const values: (string | number)[] = [];
  let at = 0;

  const next = () => tokens[at++];
  const expect = (wanted: string) => {
    const got = next();
    if (got?.toLowerCase() !== wanted) throw bad(text);
  };
  const column = (): void => {
    const name = /^fields\/(\w+)$/.exec(next() ?? '')?.[1];
    if (name === undefined) throw invalid(`Invalid filter clause: only fields/… can be filtered: ${text}`);
    columns.add(name);
  };
  const literal = (): string | number | null => {
    const token = next() ?? '';
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'").toLowerCase();
    if (token === 'null') return null;
    if (token === 'true' || token === 'false') return indexValue(token === 'true');
    if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
    throw bad(text);
  };
  const comparison = (): string => {
    if (tokens[at]?.toLowerCase() === 'startswith') {
      next();
      expect('(');
      column();
      expect(',');
      const start = literal();
      expect(')');
      if (typeof start !== 'string') throw bad(text);
      values.push(start, `${start}\u{10ffff}`);
      return '(VALUE >= ? and VALUE < ?)';
    }
    column();
    const operator = OPERATORS[next()?.toLowerCase() ?? ''];
    if (operator === undefined) throw bad(text);
    const value = literal();
    if (value === null) {
      if (operator !== '=' && operator !== '<>') throw bad(text);
      return operator === '=' ? '(VALUE is null)' : '(VALUE is not null)';
    }
    values.push(value);
    return operator === '<>' ? '(VALUE is null or VALUE <> ?)' : `(VALUE ${operator} ?)`;
  };
  const term = (): string => {
    if (tokens[at] !== '(') return comparison();
    next();
    const inner = expression();
    expect(')');
    return inner;
  };
  const expression = (): string => {
    let sql = term();
    while (tokens[at]?.toLowerCase() === 'and' || tokens[at]?.toLowerCase() === 'or') {
      const joined = next()?.toLowerCase();
      sql = `(${sql} ${joined} ${term()})`;
    }
    return sql;
  };

  const condition = expression();
  if (at < tokens.length) throw bad(text);
  const [only, second] = [...columns];
  if (only === undefined) throw bad(text);
  if (second !== undefined) {
    throw invalid(`The filter refers to '${only}' and '${second}': only one indexed field can be filtered at a time.`);
  }
  return { column: only, condition, values };
}

function cut(text: string): string[] {
  const tokens: string[] = [];
  const pattern = /\s*('(?:[^']|'')*'|[(),]|[^\s(),']+)/gy;
  let end = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    tokens.push(found[1] ?? '');
    end = pattern.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw bad(text);
  return tokens;
}

function bad(text: string): Error {
  return invalid(`Invalid filter clause: ${text}`);
}
