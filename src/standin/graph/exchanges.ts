import { appendFileSync, existsSync, readFileSync } from 'node:fs';
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
  after(n: number): readonly Exchange[];
}

const KEEP = 20_000;

/** Opens the record; numbers go on from an earlier run's. */
export function openExchanges(dataDir: string): Exchanges {
  const file = join(dataDir, 'exchanges.jsonl');
  const outside = join(dataDir, 'exchanges-outsider.jsonl');
  let n = existsSync(file) ? readFileSync(file, 'utf8').split('\n').length : 0;
  const recent: Exchange[] = [];
  return {
    add(exchange) {
      n += 1;
      const kept = { n, ...exchange };
      recent.push(kept);
      if (recent.length > KEEP) recent.splice(0, recent.length - KEEP);
      const { by, ...line } = kept;
      try {
        appendFileSync(by === 'outsider' ? outside : file, `${JSON.stringify(line)}\n`);
      } catch {
        // A full disk must not stop the stand-in: the record in memory goes on.
      }
    },
    after: (seen) => recent.filter((exchange) => exchange.n > seen),
  };
}
