import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** A school and the id of its site, as the file of `SITES` lists them. */
export interface SchoolPlace {
  readonly school: string;
  readonly site: string;
  /** Logins beside the two owners that may be known to the site, as `check` prints them: somebody has looked at each. */
  readonly accepted?: readonly string[];
}

const shape = z.array(
  z.object({ school: z.string().min(1), site: z.string().min(1), accepted: z.array(z.string().min(1)).optional() }),
);

/** Reads which school is on which site. Refuses a file that is missing, unreadable or empty: nothing checked must never look like all in place. */
export function readSites(file: string): readonly SchoolPlace[] {
  if (!existsSync(file)) throw new Error(`SITES names ${file}, and there is no such file.`);
  const places = shape.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!places.success) {
    throw new Error(`${file} must be a JSON list, each with "school" and "site" (the id of the school's site).`);
  }
  if (places.data.length === 0) throw new Error(`${file} lists no school, so there is nothing to do.`);
  return places.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
