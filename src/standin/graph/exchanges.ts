import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** One request to Graph and its answer, as anybody may read it afterwards. */
export interface Exchange {
  readonly n: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
  /** `app`, or `outsider` for requests with the token of `/standin/app-token`. */
  readonly by: string;
}

/** The record of all exchanges, in `DATA_DIR/exchanges.jsonl`; those of outsiders stand in a file of their own. */
export interface Exchanges {
  add(exchange: Omit<Exchange, 'n'>): void;
  /** The lines after number `n`, of the app and of outsiders, as JSON text in the order of their numbers. */
  after(n: number): readonly string[];
}

/** Where a line stands: bytes from the start of its file. */
interface Place {
  readonly n: number;
  readonly file: string;
  readonly start: number;
  readonly length: number;
}

/** Opens the record; numbers go on from an earlier run's. */
export function openExchanges(dataDir: string): Exchanges {
  const app = join(dataDir, 'exchanges.jsonl');
  const outsider = join(dataDir, 'exchanges-outsider.jsonl');
  const places = [...placesIn(app), ...placesIn(outsider)].sort((a, b) => a.n - b.n);
  const sizes = new Map([app, outsider].map((file) => [file, existsSync(file) ? readFileSync(file).length : 0]));
  let n = places.at(-1)?.n ?? 0;
  return {
    add(exchange) {
      n += 1;
      const file = exchange.by === 'outsider' ? outsider : app;
      const line = Buffer.from(`${JSON.stringify({ n, ...exchange })}\n`);
      try {
        appendFileSync(file, line);
      } catch {
        return; // A full disk must not stop the stand-in; the number is left out of the record.
      }
      const start = sizes.get(file) ?? 0;
      places.push({ n, file, start, length: line.length });
      sizes.set(file, start + line.length);
    },
    after(seen) {
      const wanted = places.filter((place) => place.n > seen);
      const open = new Map([...new Set(wanted.map((place) => place.file))].map((file) => [file, openSync(file, 'r')]));
      const lines = wanted.map((place) => {
        const line = Buffer.alloc(place.length);
        readSync(open.get(place.file) ?? 0, line, 0, place.length, place.start);
        return line.toString('utf8').trimEnd();
      });
      for (const handle of open.values()) closeSync(handle);
      return lines;
    },
  };
}

function placesIn(file: string): Place[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const places: Place[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const length = (end < 0 ? bytes.length : end + 1) - start;
    const n = Number(/^\{"n":(\d+)/.exec(bytes.toString('utf8', start, start + 40))?.[1] ?? 0);
    if (n > 0) places.push({ n, file, start, length });
    start += length;
  }
  return places;
}
